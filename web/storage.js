// IndexedDB for src/platform/block_storage.h: hands record_store.js copies of what lies in the wasm heap.
// Limits: a request's memory is read before the call returns; answers come through _lk_storage_… .
import { heap, lend, native, readBytes, readUtf8 } from './memory.js';
import { RecordStore } from './record_store.js';

const stores = [];

// Opens at once, so that the connection is there when the first question comes.
export function open(name, nameLength) {
  const store = new RecordStore(readUtf8(name, nameLength));
  Promise.resolve(store.connect()).catch(() => {}); // the first request says what is wrong
  return stores.push(store) - 1;
}

// `table`: four 32-bit words (key, key length, value, value length) for the expected record, then for every put, then for
// every delete. A value length of 0xFFFFFFFF says: none.
export function run(handle, request, table, puts, deletes, strict) {
  const words = new Uint32Array(heap().slice(table, table + (1 + puts + deletes) * 16).buffer);
  const entry = (row) => {
    const [key, keyLength, value, valueLength] = words.subarray(row * 4, row * 4 + 4);
    return {
      key: readUtf8(key, keyLength),
      value: valueLength === 0xFFFFFFFF ? null : readBytes(value, valueLength),
    };
  };
  const task = { expected: entry(0), puts: [], deletes: [], strict: strict !== 0 };
  for (let row = 1; row <= puts; row += 1) task.puts.push(entry(row));
  for (let row = puts + 1; row <= puts + deletes; row += 1) task.deletes.push(entry(row).key);
  stores[handle].run(task, (answer) => tell(request, answer));
}

// `table`: four words (first, length, last, length) for each range.
export function load(handle, request, table, count) {
  const words = new Uint32Array(heap().slice(table, table + count * 16).buffer);
  const ranges = [];
  for (let row = 0; row < count; row += 1) {
    const [first, firstLength, last, lastLength] = words.subarray(row * 4, row * 4 + 4);
    ranges.push({ first: readUtf8(first, firstLength), last: readUtf8(last, lastLength) });
  }
  const receive = (key, value) => {
    lend(key, (keyAt, keyLength) => {
      lend(value, (at, length) => native()._lk_storage_record(request, keyAt, keyLength, at, length));
    });
  };
  stores[handle].load(ranges, receive, (answer) => tell(request, answer));
}

function tell(request, { outcome, detail, found }) {
  lend(detail ?? '', (detailAt, detailLength) => {
    lend(found ?? new Uint8Array(0), (at, length) => {
      native()._lk_storage_answer(request, outcome, detailAt, detailLength, at, found ? length : -1);
    });
  });
}
