// Makes dist/, the finished static site: bundled script, hashed file names, a precache list for the service worker,
// and each compressible file also as .br and .gz. Relative addresses only, so it runs from any sub-path.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { interCollection, interLicense, interPieces } from './fonts.mjs';

const COMPRESSIBLE = /\.(html|js|css|wasm|svg|ttc|webmanifest|txt)$/;
// Fetched by the installer of an operating system or read by people, not by the running app.
const NOT_PRECACHED = /^(service_worker\.js|licenses\.txt|assets\/icon-.*\.png)$/;

const sha256 = (bytes) => createHash('sha256').update(bytes);
const hashedName = (name, bytes) => {
  const { name: stem, ext } = path.parse(name);
  return `assets/${stem}-${sha256(bytes).digest('hex').slice(0, 10)}${ext}`;
};

class Site {
  constructor(top, build) {
    this.top = top;
    this.build = build;
    this.npm = path.join(top, 'tools/npm/node_modules');
    this.files = new Map();
    this.esbuild = createRequire(path.join(top, 'tools/npm/package.json'))('esbuild');
  }

  source(name) {
    return fs.readFileSync(path.join(this.top, 'web', name));
  }

  // Adds under a name made of its content; returns that name.
  addHashed(name, bytes) {
    const address = hashedName(name, bytes);
    this.files.set(address, Buffer.from(bytes));
    return address;
  }

  // What a first visit does not load has a name of its own, by which tools/size_budget tells it.
  async addFonts() {
    return (await interPieces(this.npm)).map(({ name, bytes, weights, range, first }) => {
      const address = this.addHashed(`${first ? 'inter' : 'later-inter'}-${name}.woff2`, bytes);
      return { url: path.basename(address), weights, range, first };
    });
  }

  // A script and all it imports as one; `define` puts values in the place of names.
  async bundle(name, define, alias = {}) {
    const { outputFiles } = await this.esbuild.build({
      entryPoints: [path.join(this.top, 'web', name)],
      alias, define: Object.fromEntries(Object.entries(define).map(([from, to]) => [from, JSON.stringify(to)])),
      bundle: true, format: 'esm', minify: true, write: false, target: 'es2020',
      supported: { 'import-meta': true, 'top-level-await': true },
      legalComments: 'none', logLevel: 'warning',
    });
    return outputFiles[0].contents;
  }

  built(name) {
    return fs.readFileSync(path.join(this.build, 'src', name));
  }

  // What draws letters where the canvas cannot be believed.
  async addPlainGlyphs() {
    const wasm = this.addHashed('later-plain_glyphs.wasm', this.built('leadkeep_plain_glyphs.wasm'));
    const fonts = this.addHashed('later-inter.ttc', await interCollection(this.npm));
    const files = { wasm: path.basename(wasm), fonts: path.basename(fonts) };
    return this.addHashed('later-plain_glyphs.js', await this.bundle('plain_glyphs.js', { LEADKEEP_PLAIN_GLYPHS: files }));
  }

  // Joins boot.js with the services and Emscripten's module; the program's own file keeps a name of its own.
  async addProgram() {
    const wasm = this.addHashed('leadkeep.wasm', this.built('leadkeep_web.wasm'));
    const assets = { wasm: path.basename(wasm), fonts: await this.addFonts(), plainGlyphs: path.basename(await this.addPlainGlyphs()) };
    const module = path.join(this.build, 'src/leadkeep_web.js');
    return { wasm, boot: this.addHashed('boot.js', await this.bundle('boot.js', { LEADKEEP_ASSETS: assets }, { 'leadkeep-module': module })) };
  }

  async addMinified(name) {
    const { code } = await this.esbuild.transform(this.source(name).toString(), {
      loader: path.extname(name).slice(1), minify: true, legalComments: 'none',
    });
    return this.addHashed(name, Buffer.from(code));
  }

  // Puts the final address in the place of each source name; a name that is not there is a mistake of ours.
  addWithAddresses(name, addresses) {
    let text = this.source(name).toString();
    for (const [from, to] of Object.entries(addresses)) {
      if (!text.includes(`"${from}"`)) throw new Error(`web/${name} does not mention "${from}"`);
      text = text.replaceAll(`"${from}"`, `"${to}"`);
    }
    this.files.set(name, Buffer.from(text));
  }

  addLicenses() {
    const parts = [
      ['Leadkeep', path.join(this.top, 'LICENSE')],
      ['Dear ImGui', path.join(this.top, 'build/deps/imgui/LICENSE.txt')],
      ['Inter', interLicense(this.npm)],
      ['Lucide', path.join(this.npm, 'lucide-static/LICENSE')],
    ].filter(([, file]) => fs.existsSync(file));
    const texts = parts.map(([title, file]) => `=== ${title} ===\n\n${fs.readFileSync(file, 'utf8').trim()}\n`);
    texts.push('=== SQLite ===\n\nPublic domain.\n', '=== JSON for Modern C++, tl::expected ===\n\nMIT License; CC0 1.0.\n');
    this.files.set('licenses.txt', Buffer.from(texts.join('\n')));
  }

  addServiceWorker() {
    const files = [...this.files].filter(([url]) => !NOT_PRECACHED.test(url)).sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([url, bytes]) => ({ url, integrity: `sha256-${sha256(bytes).digest('base64')}` }));
    const version = sha256(JSON.stringify(files) + this.source('service_worker.js')).digest('hex').slice(0, 16);
    const script = this.source('service_worker.js').toString()
      .replace('= LEADKEEP_PRECACHE;', () => `= ${JSON.stringify({ version, files })};`);
    this.files.set('service_worker.js', Buffer.from(this.esbuild.transformSync(script, { minify: true }).code));
    return version;
  }
}

function compressed(bytes) {
  return {
    '.br': brotliCompressSync(bytes, { params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    } }),
    '.gz': gzipSync(bytes, { level: 9 }),
  };
}

const isSame = (file, bytes) => fs.existsSync(file) && fs.readFileSync(file).equals(bytes);

// Only what changed is written, and compressed again; what is no longer part of the site goes.
function write(files, out) {
  const kept = new Set();
  for (const [name, bytes] of files) {
    const file = path.join(out, name);
    const variants = COMPRESSIBLE.test(name) ? ['.br', '.gz'] : [];
    kept.add(name);
    for (const ending of variants) kept.add(name + ending);
    if (isSame(file, bytes) && variants.every((ending) => fs.existsSync(file + ending))) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (variants.length) {
      for (const [ending, packed] of Object.entries(compressed(bytes))) fs.writeFileSync(file + ending, packed);
    }
    fs.writeFileSync(file, bytes);
  }
  for (const entry of fs.readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (!kept.has(path.relative(out, file).split(path.sep).join('/'))) fs.rmSync(file);
  }
}

export async function packageSite({ top, build, out }) {
  const site = new Site(top, build);
  const { wasm, boot } = await site.addProgram();
  const icons = Object.fromEntries(fs.readdirSync(path.join(top, 'web/icons'))
    .map((name) => [`icons/${name}`, site.addHashed(name, site.source(`icons/${name}`))]));
  const manifestIcons = Object.fromEntries(Object.entries(icons).filter(([name]) => site.source('manifest.webmanifest').includes(`"${name}"`)));
  site.addWithAddresses('manifest.webmanifest', manifestIcons);
  site.addWithAddresses('index.html', {
    'leadkeep.wasm': wasm,
    'boot.js': boot,
    'first_paint.js': await site.addMinified('first_paint.js'),
    'app.css': await site.addMinified('app.css'),
    'icons/icon.svg': icons['icons/icon.svg'],
    'icons/icon-180.png': icons['icons/icon-180.png'],
  });
  site.addLicenses();
  const version = site.addServiceWorker();
  write(site.files, out);
  return { version, files: site.files.size };
}
