import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

const withoutComments = (text) => text.replace(/^\s*\/\/.*$/gm, '').replace(/\s\/\/\s.*$/gm, '');

const textsOf = (folder, pattern) => fs.readdirSync(path.join(top, folder), { withFileTypes: true }).flatMap((entry) => {
  const name = `${folder}/${entry.name}`;
  if (entry.isDirectory()) return textsOf(name, pattern);
  return pattern.test(entry.name) ? [{ name, text: withoutComments(fs.readFileSync(path.join(top, name), 'utf8')) }] : [];
});
const matches = (files, pattern) => files.flatMap(({ name, text }) => [...text.matchAll(pattern)].map((match) => ({ name, match })));

const scripts = textsOf('web', /\.js$/);
const sources = textsOf('src', /\.(cpp|h)$/);

function exportsOf(file) {
  const { text } = scripts.find(({ name }) => name === `web/${file}`);
  const direct = [...text.matchAll(/^export (?:async )?(?:function\*? |const |let )(\w+)/gm)].map((match) => match[1]);
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap((match) => match[1].split(',').map((part) => part.trim().split(/\s+as\s+/).at(-1)));
  return new Set([...direct, ...listed]);
}

test('every service function that C++ calls is exported by its module', () => {
  const list = scripts.find(({ name }) => name === 'web/services.js').text;
  const modules = new Map([...list.matchAll(/export \* as (\w+) from '\.\/([\w.]+)'/g)].map((match) => [match[1], exportsOf(match[2])]));
  const missing = matches(sources, /Module\.services\.(\w+)\.(\w+)/g)
    .filter(({ match }) => !modules.get(match[1])?.has(match[2])).map(({ name, match }) => `${name}: ${match[0]}`);
  assert.deepEqual(missing, []);
});

test('every C++ function that a script calls is kept in the module', () => {
  const kept = new Set(matches(sources, /EMSCRIPTEN_KEEPALIVE[\s\w*:<>]*?\b(lk_\w+)\s*\(/g).map(({ match }) => match[1]));
  const missing = matches(scripts, /\._(lk_\w+)/g).filter(({ match }) => !kept.has(match[1])).map(({ name, match }) => `${name}: ${match[1]}`);
  assert.deepEqual(missing, []);
});
