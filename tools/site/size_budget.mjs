// Counts what a first visit loads, compressed by Brotli as a good host sends it, and holds it to a budget.
import fs from 'node:fs';
import path from 'node:path';

export const BUDGET_BYTES = 800_000;
// All that is asked for before the board can be used, on an English or a Russian device; tests/e2e compares it with what
// Chromium asks for.
const FIRST_LOAD = /^(index\.html|manifest\.webmanifest|assets\/((boot|first_paint|app|leadkeep|inter)-[^/]*|icon-[^/]*\.svg))$/;

// { bytes, parts: bytes by kind of file, files: their addresses below the site's }
export function firstLoad(dist) {
  const parts = {};
  const files = [];
  for (const entry of ['', 'assets']) {
    for (const name of fs.readdirSync(path.join(dist, entry))) {
      const address = entry ? `${entry}/${name}` : name;
      if (!FIRST_LOAD.test(address) || /\.(br|gz)$/.test(name)) continue;
      const file = path.join(dist, address);
      const size = fs.statSync(fs.existsSync(file + '.br') ? file + '.br' : file).size;
      const kind = path.extname(name).slice(1);
      parts[kind] = (parts[kind] ?? 0) + size;
      files.push(address);
    }
  }
  return { bytes: Object.values(parts).reduce((sum, size) => sum + size, 0), parts, files };
}
