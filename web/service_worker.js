// Keeps the whole program for work without a network: everything is fetched at install and served from the cache of
// this very version, so that files of two versions never meet. A new version waits until no tab is open.
// LEADKEEP_PRECACHE is put in by tools/package: { version, files: [{ url, integrity }] }, urls relative to this script.
const { version, files } = LEADKEEP_PRECACHE;
const PREFIX = 'leadkeep-';
const CACHE = PREFIX + version;

const absolute = (url) => new URL(url, self.location.href).href;
const known = new Set(files.map(({ url }) => absolute(url)));
const PAGE = absolute('index.html');
const SCOPE = absolute('./');

// A hashed file of an older version is the same file; the page itself always comes fresh from the network. The
// integrity makes a half-deployed site fail here, and the version that works stays.
async function keep(cache, { url, integrity }) {
  const address = absolute(url);
  const hashed = url.startsWith('assets/');
  const older = hashed ? await caches.match(address) : undefined;
  const response = older ?? await fetch(new Request(address, { integrity, cache: hashed ? 'default' : 'no-cache' }));
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  await cache.put(address, response);
}

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await Promise.all(files.map((file) => keep(cache, file)));
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    }
  })());
});

// The cached address of a request, or null where the network answers. A query or fragment does not matter.
function cachedAddress(request) {
  if (request.method !== 'GET') return null;
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  if (url.href === SCOPE) return PAGE;
  return known.has(url.href) ? url.href : null;
}

self.addEventListener('fetch', (event) => {
  const address = cachedAddress(event.request);
  if (!address) return;
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    return await cache.match(address) ?? fetch(event.request);
  })());
});
