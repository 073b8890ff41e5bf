// A small static server for dist/ on this machine: right types, the precompressed files, and cache rules as a static
// host should set them. Limits: GET and HEAD, localhost only, no ranges.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.ttc': 'font/collection',
  '.webmanifest': 'application/manifest+json', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8',
};
const ENCODINGS = [['br', '.br'], ['gzip', '.gz']];

// The file of an address, or null: outside of the site, a folder, a compressed twin asked for by name.
function fileOf(root, base, address) {
  let wanted;
  try {
    wanted = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (!wanted.startsWith(base) || wanted.includes('\0')) return null;
  const file = path.join(root, wanted.slice(base.length) || 'index.html');
  if (file !== root && !file.startsWith(root + path.sep)) return null;
  if (!(path.extname(file) in TYPES)) return null;
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

function respond(root, base, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
  if (base !== '/' && request.url === base.slice(0, -1)) return response.writeHead(301, { Location: base }).end();
  const file = fileOf(root, base, request.url);
  if (!file) return response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
  const headers = {
    'Content-Type': TYPES[path.extname(file)],
    'Cache-Control': path.basename(path.dirname(file)) === 'assets' ? 'public, max-age=31536000, immutable' : 'no-cache, no-store',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  };
  const accepted = String(request.headers['accept-encoding'] ?? '').split(',').map((part) => part.trim().split(';')[0]);
  const packed = ENCODINGS.find(([name, ending]) => accepted.includes(name) && fs.existsSync(file + ending));
  if (packed) headers['Content-Encoding'] = packed[0];
  const bytes = fs.readFileSync(file + (packed?.[1] ?? ''));
  headers['Content-Length'] = bytes.length;
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : bytes);
}

// Starts serving `root` below the path `base` ("/" or "/some/path/"); port 0 takes a free one.
// Resolves to { url, port, close() }.
export function serve({ root, port = 0, base = '/' }) {
  const server = http.createServer((request, response) => {
    try {
      respond(path.resolve(root), base, request, response);
    } catch (error) {
      response.writeHead(500).end(); // a file that went away while dist/ is made anew
      console.error(`serve: ${error.message}`);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const close = () => new Promise((done) => { server.close(done); server.closeAllConnections?.(); });
      resolve({ url: `http://localhost:${server.address().port}${base}`, port: server.address().port, close });
    });
  });
}
