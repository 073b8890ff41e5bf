import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';

import { serve } from '../../../tools/site/server.mjs';

let folder;
let site;

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leadkeep-site-'));
  const root = path.join(folder, 'dist');
  fs.mkdirSync(path.join(root, 'assets'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  fs.writeFileSync(path.join(root, 'index.html'), '<p>plain');
  fs.writeFileSync(path.join(root, 'index.html.br'), 'packed');
  fs.writeFileSync(path.join(root, 'assets/app-1.wasm'), '\0asm');
  site = await serve({ root, base: '/sub/' });
});

after(async () => {
  await site.close();
  fs.rmSync(folder, { recursive: true });
});

// fetch() would tidy the path up before it is sent.
const get = (address, headers = {}) => new Promise((resolve, reject) => {
  http.get({ host: 'localhost', port: site.port, path: address, headers }, (response) => {
    let body = '';
    response.on('data', (chunk) => { body += chunk; });
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
  }).on('error', reject);
});

test('the page is served from a sub-path and never kept', async () => {
  const page = await get('/sub/');
  assert.equal(page.body, '<p>plain');
  assert.match(page.headers['cache-control'], /no-store/);
});

test('a browser that takes Brotli gets the compressed file', async () => {
  const page = await get('/sub/index.html', { 'Accept-Encoding': 'gzip, br;q=1' });
  assert.equal(page.headers['content-encoding'], 'br');
  assert.equal(page.body, 'packed');
});

test('wasm has the type that streaming compilation insists on', async () => {
  const wasm = await get('/sub/assets/app-1.wasm');
  assert.equal(wasm.headers['content-type'], 'application/wasm');
  assert.match(wasm.headers['cache-control'], /immutable/);
});

test('nothing outside of the site can be read', async () => {
  for (const address of ['/sub/../secret.txt', '/sub/%2e%2e/secret.txt', '/sub/..%2fsecret.txt', '/secret.txt', '/sub/assets', '/sub/%00', '/sub/%zz']) {
    assert.notEqual((await get(address)).status, 200, address);
  }
});
