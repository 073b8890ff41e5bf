// In a page: the databases that are measured, under one form: { run(sql), saved() }. run() takes any number of statements and
// throws what they fail with; saved() resolves when all that was run would survive the end of the browser.
// Limits: the page store must be open as globalThis.store; a rival's database begins empty.

export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const checked = (run) => (sql) => {
  const answer = run(sql);
  if (answer.startsWith('error')) throw new Error(`${answer} in ${sql.slice(0, 100)}`);
  return answer;
};

// Watches the store instead of asking for a strict save, which costs more than what "Saved" says.
export function untilSaved(store) {
  return new Promise((resolve) => {
    const look = ({ durable, committed }) => {
      if (durable < committed) return;
      store.onChange = null;
      resolve();
    };
    store.onChange = look;
    look(store.state());
  });
}

export function ours({ store } = globalThis) {
  return { run: checked(store.sql), saved: () => untilSaved(store) };
}

export function oursInMemory({ store } = globalThis) {
  return { run: checked(store.sqlInMemory), saved: async () => {} };
}

export async function officialInMemory() {
  const { default: start } = await import('/npm/@sqlite.org/sqlite-wasm/dist/index.mjs');
  const sqlite3 = await start();
  const { pointer } = new sqlite3.oo1.DB(':memory:');
  // Its own exec() goes through JavaScript for each statement, which takes longer than the statements.
  const run = (sql) => {
    if (sqlite3.capi.sqlite3_exec(pointer, sql, 0, 0, 0) !== sqlite3.capi.SQLITE_OK) throw new Error(sqlite3.capi.sqlite3_errmsg(pointer));
  };
  return { run, saved: async () => {} };
}

// Plain IndexedDB: each put in a transaction of its own, as durable as what the page store calls saved.
export async function rawPuts() {
  const database = await new Promise((resolve, reject) => {
    const open = indexedDB.open('raw puts', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('records');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const { put } = IDBObjectStore.prototype; // the plain one, whoever counts bytes meanwhile
  return (value, key) => new Promise((resolve, reject) => {
    const transaction = database.transaction('records', 'readwrite', { durability: 'relaxed' });
    put.call(transaction.objectStore('records'), value, key);
    transaction.commit();
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}

// What a small commit puts: one page that changed at random, the others much as they were.
export function randomRecord(bytes) {
  const value = new Uint8Array(bytes);
  crypto.getRandomValues(value.subarray(0, 4096));
  return value;
}

// Transactions that write and have not completed, of one IndexedDB database. A rival whose statement returns while there is
// one is not saved yet.
const writing = new Set();
let begin = null;
const stillWriting = (name) => [...writing].some(({ db }) => db.name === name);

function watchTransactions() {
  if (begin) return;
  begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(...parameters) {
    const begun = begin.apply(this, parameters);
    if (begun.mode === 'readwrite') {
      writing.add(begun);
      for (const end of ['complete', 'abort']) begun.addEventListener(end, () => writing.delete(begun));
    }
    return begun;
  };
}

// A VFS of wa-sqlite. Both that are measured await the completion of their IndexedDB transaction before the statement
// returns while `synchronous` is full, as it is unless somebody says otherwise; saved() makes sure of that.
// The journal of one transaction must fit in SQLite's cache for them to be at their best, hence its size.
async function waSqlite(vfsName, build) {
  watchTransactions();
  const packageAt = '/npm/@journeyapps/wa-sqlite';
  const [{ default: start }, api, vfsModule] = await Promise.all([
    import(`${packageAt}/dist/wa-sqlite-${build}.mjs`), import(`${packageAt}/src/sqlite-api.js`),
    import(`${packageAt}/src/examples/${vfsName}.js`),
  ]);
  const name = `${vfsName}-${build}`;
  await new Promise((resolve, reject) => { // what another measurement left
    const removal = indexedDB.deleteDatabase(name);
    removal.onsuccess = resolve;
    removal.onerror = () => reject(removal.error);
  });
  const module = await start();
  const sqlite3 = api.Factory(module);
  sqlite3.vfs_register(await vfsModule[vfsName].create(name, module), true);
  const database = await sqlite3.open_v2(name);
  await sqlite3.exec(database, 'PRAGMA page_size = 4096; PRAGMA cache_size = -200000; PRAGMA temp_store = MEMORY');
  return {
    run: (sql) => sqlite3.exec(database, sql),
    saved: async () => { if (stillWriting(name)) throw new Error(`${vfsName} returned before its commit was in IndexedDB`); },
  };
}

// JSPI is the faster of its two asynchronous builds; Asyncify is the one that runs in every browser.
export const idbMirror = () => waSqlite('IDBMirrorVFS', 'jspi');
export const idbMirrorAsyncify = () => waSqlite('IDBMirrorVFS', 'async');
export const idbBatchAtomic = () => waSqlite('IDBBatchAtomicVFS', 'jspi');
