// Serves web/ and a built page-store module on localhost and starts Chromium on it, for tests and measurements without
// the application. Limits: one origin per host; nothing here waits by time.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const builtModule = process.env.LEADKEEP_BENCH_COMMITS ?? path.join(top, 'build/web/tests/bench/bench_commits.js');

const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.html': 'text/html', '.wasm': 'application/wasm' };
const page = '<!doctype html><meta charset=utf-8><title>page store</title>';

function fileFor(address) {
  if (address.startsWith('/web/')) return path.join(top, address);
  if (address.startsWith('/built/')) return path.join(path.dirname(builtModule), address.slice('/built/'.length));
  if (address.startsWith('/bench/')) return path.join(top, 'tests', address);
  if (address.startsWith('/tests/')) return path.join(top, address);
  if (address.startsWith('/npm/')) return path.join(top, 'tools/npm/node_modules', address.slice('/npm/'.length));
  return null;
}

export async function startServer() {
  const server = http.createServer((request, response) => {
    const file = fileFor(new URL(request.url, 'http://localhost').pathname);
    if (!file || !fs.existsSync(file)) {
      response.writeHead(file ? 404 : 200, { 'Content-Type': 'text/html' }).end(file ? '' : page);
      return;
    }
    response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-store' });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => { server.listen(0, 'localhost', resolve); });
  return { origin: `http://localhost:${server.address().port}`, close: () => { server.close(); server.closeAllConnections?.(); } };
}

const options = {
  executablePath: process.env.LEADKEEP_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

export const launch = (more = {}) => chromium.launch({ ...options, ...more });
// A profile that outlives the browser, for killing it.
export const launchProfile = (folder) => chromium.launchPersistentContext(folder, options);

// In a page of the host: the page store with SQL, as globalThis.store. Resolves to { fault, beginning, role } and, with a
// first query, its { answer } and how many { ms } passed from the call to open until then.
export function openStore(page, name = 'leadkeep-test', firstQuery = null) {
  return page.evaluate(async ([file, query]) => {
    const { default: createModule } = await import('/built/bench_commits.js');
    const services = {}; // only those that need no application around them
    for (const one of ['memory', 'storage', 'tabs', 'sentinel', 'timer']) services[one] = await import(`/web/${one}.js`);
    const states = [];
    let wake = () => {};
    const once = () => { let resolve; const promise = new Promise((r) => { resolve = r; }); return { promise, resolve }; };
    const opened = once();
    let saved = once();
    let takenOver = once();
    let snapshotsRead = once();
    const harness = {
      opened: (result) => opened.resolve(result),
      saved: (ok) => { const { resolve } = saved; saved = once(); resolve(ok); },
      takenOver: (ok) => { const { resolve } = takenOver; takenOver = once(); resolve(ok); },
      snapshotsRead: (whole, broken) => { const { resolve } = snapshotsRead; snapshotsRead = once(); resolve({ whole, broken }); },
      changed: (state) => { states.push(state); wake(); store.onChange?.(state); },
      role: (role) => { store.role = role; wake(); },
      content: () => { store.contentChanges += 1; wake(); },
    };
    const module = await createModule({ services, harness });
    const { memory } = services;
    const text = (pointer) => memory.readUtf8(pointer, memory.heap().indexOf(0, pointer) - pointer);
    const withText = (value, call) => {
      const pointer = memory.writeUtf8(value);
      try { return text(call(pointer)); } finally { memory.release(pointer); }
    };
    const store = {
      states, role: -1, contentChanges: 0, onChange: null,
      state: () => states[states.length - 1],
      sql: (command) => withText(command, (pointer) => module._lk_test_sql(pointer)),
      sqlInMemory: (command) => withText(command, (pointer) => module._lk_test_sql_in_memory(pointer)),
      // Resolves when a condition on the store holds; looked at whenever the store says that something changed.
      when: (condition) => new Promise((resolve) => {
        const before = wake;
        wake = () => { before(); if (condition()) resolve(); };
        wake();
      }),
      mayWrite: () => module._lk_test_may_write() !== 0,
      whenSaved: () => { const { promise } = saved; module._lk_test_when_saved(); return promise; },
      takeOver: () => { const { promise } = takenOver; module._lk_test_take_over(); return promise; },
      takeSnapshot: () => module._lk_test_take_snapshot(),
      readSnapshots: () => { const { promise } = snapshotsRead; module._lk_test_read_snapshots(); return promise; },
      startAfresh: () => module._lk_test_start_afresh(),
      strict: () => module._lk_test_strict(),
    };
    globalThis.store = store;
    const asked = performance.now();
    module._lk_test_open(memory.writeUtf8(file));
    const result = await opened.promise;
    store.role = result.role;
    store.opened = result;
    if (query && !result.fault) Object.assign(result, { answer: store.sql(query), ms: performance.now() - asked });
    return result;
  }, [name, firstQuery]);
}
