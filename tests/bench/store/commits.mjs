// 1000 small commits through the page store beside the same in memory and beside raw IndexedDB puts of the same bytes and
// durability, each a transaction of its own.
import { openNewStore } from './pages.mjs';
import { figure, median, medianRatio, rounded } from '../figure.mjs';

const commits = 1000;

// In the page.
async function round(count) {
  const { store } = globalThis;
  const insert = 'INSERT INTO t1(a, b, c) VALUES(12345, 67890, \'twelve thousand three hundred forty-five\')';
  const timed = async (work) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const untilDurable = () => new Promise((resolve) => {
    const { durable, committed } = store.state();
    if (durable >= committed) resolve();
    else store.onChange = (state) => { if (state.durable >= state.committed) { store.onChange = null; resolve(); } };
  });
  for (const run of [store.sql, store.sqlInMemory]) {
    run('DROP TABLE IF EXISTS t1');
    run('CREATE TABLE t1(a INTEGER, b INTEGER, c VARCHAR(100))');
  }
  await untilDurable();

  const raw = await new Promise((resolve) => {
    const open = indexedDB.open('raw puts', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('records');
    open.onsuccess = () => resolve(open.result);
  });
  const putRaw = (value, key) => new Promise((resolve, reject) => {
    const transaction = raw.transaction('records', 'readwrite', { durability: 'relaxed' });
    rawPut.call(transaction.objectStore('records'), value, key);
    transaction.commit();
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });

  // Commit by commit in turn with a raw put of as many bytes: on a noisy machine minutes differ more than the two do.
  const rawPut = IDBObjectStore.prototype.put;
  let bytes = 0;
  let bytesBefore = 0;
  let awaited = 0;
  let rawPuts = 0;
  IDBObjectStore.prototype.put = function put(value, key) { bytes += value.length; return rawPut.call(this, value, key); };
  for (let i = 0; i < count; i += 1) {
    awaited += await timed(async () => {
      store.sql(insert);
      await untilDurable();
    });
    const value = new Uint8Array(bytes - bytesBefore);
    bytesBefore = bytes;
    crypto.getRandomValues(value.subarray(0, 4096));
    rawPuts += await timed(() => putRaw(value, `log/${i}`));
  }
  IDBObjectStore.prototype.put = rawPut;
  raw.close();

  const insertMany = (run, many) => { for (let i = 0; i < many; i += 1) run(insert); };
  const together = await timed(async () => {
    insertMany(store.sql, count);
    await untilDurable();
  });

  const bout = 50;
  let returned = 0;
  let inMemory = 0;
  for (let i = 0; i < count; i += bout) {
    returned += await timed(() => insertMany(store.sql, bout));
    inMemory += await timed(() => insertMany(store.sqlInMemory, bout));
  }
  await untilDurable();
  return { awaited, rawPuts, returned, inMemory, together, bytesPerCommit: Math.round(bytes / count) };
}

export async function commitFigures({ launch, origin, rounds }) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(origin);
  await openNewStore(page, 'bench-commits');
  const results = [];
  for (let at = 0; at < rounds; at += 1) results.push(await page.evaluate(`(${round})(${commits})`));
  await browser.close();

  const rawPuts = 'raw IndexedDB puts of the same bytes and durability';
  const figures = [
    ['commits_returned', 'until the statement returns', 'returned', 'inMemory', 'the same in memory', 1.6],
    ['commits_awaited', 'each awaited until saved', 'awaited', 'rawPuts', rawPuts, 1.5],
    ['commits_together', 'without waiting, until all are saved', 'together', 'rawPuts', rawPuts, 0.3],
  ];
  const ofAll = (key) => rounded(median(results.map((one) => one[key])));
  for (const [name, measured, key, other, against, bound] of figures) {
    figure({
      name, value: medianRatio(results, (one) => one[key], (one) => one[other]), unit: 'ratio', against, bound, measured, commits,
      ms: ofAll(key), against_ms: ofAll(other), bytes_per_commit: ofAll('bytesPerCommit'), rounds,
    });
  }
}
