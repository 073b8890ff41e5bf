// The two stores under the same load in Node: ours (the page store's wasm with web/'s own scripts) and IDBMirrorVFS of
// wa-sqlite. Each: open(sandbox) → { ask(sql) → the first value of the answer, mayWrite(), readOnly(), step(sql) → a promise
// of { saved }: the statement has returned, and `saved` resolves when the step is reported saved }.
//
// When is a change "saved"? Ours: when the state's last_durable has reached its commit, which is what shows as "Saved".
// IDBMirrorVFS: its README lets PRAGMA synchronous choose durability; with `full`, its default, a commit waits for the
// IndexedDB transaction to complete, so a statement that has resolved is saved.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

import { builtModule } from '../../store/page_host.mjs';
import { asker } from './mirror_ask.mjs';
import { bundle } from './sandbox.mjs';

const compile = (file) => WebAssembly.compile(fs.readFileSync(file));
const instantiated = (program) => (imports, receive) => {
  WebAssembly.instantiate(program, imports).then((instance) => receive(instance, program));
  return {};
};

// Ours -----------------------------------------------------------------------------------------------------------------

export async function pageStore() {
  const { default: createModule } = await import(pathToFileURL(builtModule));
  const program = await compile(builtModule.replace(/\.js$/, '.wasm'));
  const services = await bundle(['memory', 'storage', 'tabs', 'sentinel', 'timer']
    .map((name) => `export * as ${name} from '../../../web/${name}.js';`).join('\n'));
  return { name: 'leadkeep', open: (sandbox) => openPageStore(sandbox, createModule, program, services) };
}

async function openPageStore(sandbox, createModule, program, script) {
  const services = sandbox.run(script);
  const { memory } = services;
  const waiting = []; // { seq, resolve, reject }
  let state = { status: 0, committed: 0, durable: 0 };
  let opened;
  const opening = new Promise((resolve) => { opened = resolve; });
  const changed = (now) => {
    if (sandbox.ended) return;
    state = now;
    while (waiting.length > 0 && waiting[0].seq <= state.durable) waiting.shift().resolve();
    if (state.status === 3) for (const one of waiting.splice(0)) one.reject(new Error('read only'));
  };
  const harness = { opened, saved() {}, takenOver() {}, changed, role() {}, content() {}, snapshotsRead() {} };
  const module = await createModule({ services, harness, instantiateWasm: instantiated(program) });
  module._lk_test_open(memory.writeUtf8('safety'));
  const { fault, role } = await opening;
  if (fault) throw new Error(fault);
  if (role !== 0) throw new Error('another tab writes');
  const text = (pointer) => memory.readUtf8(pointer, memory.heap().indexOf(0, pointer) - pointer);
  const ask = (sql) => {
    const pointer = memory.writeUtf8(sql);
    try { return text(module._lk_test_sql(pointer)); } finally { memory.release(pointer); }
  };
  return {
    ask,
    reportsSaved: true,
    mayWrite: () => module._lk_test_may_write() !== 0,
    readOnly: () => state.status === 3,
    async step(sql) {
      const answer = ask(sql);
      if (answer.startsWith('error')) {
        ask('ROLLBACK');
        throw new Error(answer);
      }
      const seq = state.committed;
      return { saved: new Promise((resolve, reject) => { waiting.push({ seq, resolve, reject }); changed(state); }) };
    },
  };
}

// wa-sqlite ------------------------------------------------------------------------------------------------------------

// synchronous: 'full', or 'normal', which reports nothing as saved: then only whole states are asked for.
export async function mirror(synchronous) {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(path.dirname(require.resolve('@journeyapps/wa-sqlite')));
  const { default: createModule } = await import(pathToFileURL(path.join(folder, 'dist/wa-sqlite-async.mjs')));
  const SQLite = await import(pathToFileURL(path.join(folder, 'src/sqlite-api.js')));
  const program = await compile(path.join(folder, 'dist/wa-sqlite-async.wasm'));
  const script = await bundle(`export { IDBMirrorVFS } from '${path.join(folder, 'src/examples/IDBMirrorVFS.js')}';`);
  return {
    name: `wa-sqlite IDBMirrorVFS${synchronous === 'full' ? '' : `, synchronous=${synchronous}`}`,
    open: (sandbox) => openMirror(sandbox, { SQLite, createModule, program, script, synchronous }),
  };
}

async function openMirror(sandbox, { SQLite, createModule, program, script, synchronous }) {
  const { IDBMirrorVFS } = sandbox.run(script);
  const module = await createModule({ instantiateWasm: instantiated(program) });
  const sqlite3 = SQLite.Factory(module);
  const vfs = await IDBMirrorVFS.create('safety', module);
  sqlite3.vfs_register(vfs, true);
  const db = await sqlite3.open_v2('safety.db');
  await sqlite3.exec(db, `PRAGMA synchronous = ${synchronous}`);
  return {
    reportsSaved: synchronous === 'full',
    ask: asker(sqlite3, db),
    mayWrite: () => true,
    readOnly: () => false,
    async step(sql) {
      try {
        await sqlite3.exec(db, sql);
      } catch (error) {
        if (!sqlite3.get_autocommit(db)) await sqlite3.exec(db, 'ROLLBACK').catch(() => {});
        throw error;
      }
      return { saved: synchronous === 'full' ? Promise.resolve() : new Promise(() => {}) };
    },
  };
}
