// The board of DOM cards (dom_board/), bundled and served with the people it is to show. Limits: a folder and a server of its
// own, so that neither's cache knows the other; close() takes both away.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import esbuild from 'esbuild';

import { serve } from '../../tools/site/server.mjs';
import { writePeopleJson } from './people.mjs';

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), 'dom_board');

// Resolves to { addressOf(count), close() }: the board's address with so many leads in five columns.
export async function openDomSite(counts) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leadkeep-dom-board-'));
  fs.copyFileSync(path.join(source, 'index.html'), path.join(folder, 'index.html'));
  await esbuild.build({ entryPoints: [path.join(source, 'board.js')], outfile: path.join(folder, 'board.js'), bundle: true, minify: true, format: 'esm', target: 'es2022' });
  fs.mkdirSync(path.join(folder, 'assets')); // what the browser may keep
  for (const count of counts) writePeopleJson(path.join(folder, 'assets', `leads-${count}.json`), count);
  const server = await serve({ root: folder });
  const close = async () => {
    await server.close();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { addressOf: (count) => `${server.url}?leads=assets/leads-${count}.json`, close };
}
