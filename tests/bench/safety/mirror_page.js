// In a page: IDBMirrorVFS of wa-sqlite under the load of chain.mjs, as chain_load.mjs does it for the page store. A step is
// told as saved when its statement has resolved, with PRAGMA synchronous = full (see contenders.mjs).
import createModule from '/npm/@journeyapps/wa-sqlite/dist/wa-sqlite-async.mjs';
import { IDBMirrorVFS } from '/npm/@journeyapps/wa-sqlite/src/examples/IDBMirrorVFS.js';
import * as SQLite from '/npm/@journeyapps/wa-sqlite/src/sqlite-api.js';
import { asker } from './mirror_ask.mjs';
import { beginning, examine, step, tidying } from '/tests/store/chain.mjs';

let sqlite3;
let db;

export async function open() {
  const module = await createModule();
  sqlite3 = SQLite.Factory(module);
  sqlite3.vfs_register(await IDBMirrorVFS.create('killed', module), true);
  db = await sqlite3.open_v2('killed.db');
  await sqlite3.exec(db, 'PRAGMA synchronous = full');
}

export const found = (seed) => examine(seed, asker(sqlite3, db));

export async function write(seed, from, told) {
  try {
    await sqlite3.exec(db, beginning);
    for (let n = from; ; n += 1) {
      await sqlite3.exec(db, step(seed, n));
      told(`saved ${n}`);
      const tidy = tidying(n);
      if (tidy) await sqlite3.exec(db, tidy);
      if (Math.random() < 0.02) await new Promise((resolve) => { setTimeout(resolve, 500); });
    }
  } catch (error) {
    told(`refused ${error.message}`);
  }
}
