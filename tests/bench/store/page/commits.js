// In a page: small commits through the page store, in memory, and as raw puts.
import { ours, oursInMemory, randomRecord, rawPuts, timed } from './contenders.js';

const insert = 'INSERT INTO t1(a, b, c) VALUES(12345, 67890, \'twelve thousand three hundred forty-five\')';
const insertMany = ({ run }, many) => { for (let i = 0; i < many; i += 1) run(insert); };

const store = ours();
const memory = oursInMemory();
const putRaw = await rawPuts();

export async function emptyTable() {
  for (const { run } of [store, memory]) run('DROP TABLE IF EXISTS t1; CREATE TABLE t1(a INTEGER, b INTEGER, c VARCHAR(100))');
  await store.saved();
}

// Commit by commit in turn with a raw put of as many bytes: on a noisy machine minutes differ more than the two do.
export async function eachAwaited(count) {
  const took = { ours: 0, raw: 0 };
  const { put } = IDBObjectStore.prototype;
  let bytes = 0;
  IDBObjectStore.prototype.put = function counted(value, key) { bytes += value.length; return put.call(this, value, key); };
  for (let i = 0; i < count; i += 1) {
    const before = bytes;
    took.ours += await timed(() => {
      insertMany(store, 1);
      return store.saved();
    });
    const value = randomRecord(bytes - before);
    took.raw += await timed(() => putRaw(value, `log/${i}`));
  }
  IDBObjectStore.prototype.put = put;
  return { ...took, bytesPerCommit: Math.round(bytes / count) };
}

export function allTogether(count) {
  return timed(() => {
    insertMany(store, count);
    return store.saved();
  });
}

// A bout takes no longer than other work of the machine lasts, so that both meet it; nothing is saved in between.
export async function untilReturned(count) {
  const took = { ours: 0, inMemory: 0 };
  const bout = 50;
  for (let i = 0; i < count; i += bout) {
    took.ours += await timed(() => insertMany(store, bout));
    took.inMemory += await timed(() => insertMany(memory, bout));
  }
  await store.saved();
  return took;
}
