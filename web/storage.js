// IndexedDB for src/platform/block_storage.h: hands record_store.js copies of what lies in the wasm heap.
// Limits: a request's memory is read before the call returns; answers come through _lk_storage_… .
import { heap, lend, native, readBytes, readUtf8 } from './memory.js';
import { RecordStore } from './record_store.js';

const stores = [];

// Begins to open the database, which takes some time, while the program is still being compiled.
export function openEarly(name) {
  const store = new RecordStore(name);
  Promise.resolve(store.connect()).catch(() => {}); // the first request says what is wrong
  return stores.push(store) - 1;
}

export function open(nameAt, nameLength) {
  const name = readUtf8(nameAt, nameLength);
  const handle = stores.findIndex((store) => store.name === name);
  return handle < 0 ? openEarly(name) : handle;
}

const wordsAt = (pointer, count) => new Uint32Array(heap().slice(pointer, pointer + count * 4).buffer);

// `table`: rows of four 32-bit words, two pieces of memory with their lengths: the expected record, then as many as `counts`
// says of: ranges that must be empty (0 or 1), copies (from, to), deleted ranges (first, last), puts (key, value), deletes
// (key, nothing). A length of 0xFFFFFFFF says: none.
export function run(handle, request, table, counts, strict) {
  const [absent, copies, ranges, puts, deletes] = wordsAt(counts, 5);
  const words = wordsAt(table, (1 + absent + copies + ranges + puts + deletes) * 4);
  let at = 0;
  const take = (count, entry) => Array.from({ length: count }, () => {
    const [first, firstLength, second, secondLength] = words.subarray(at, at += 4);
    return entry(readUtf8(first, firstLength), second, secondLength);
  });
  const record = (key, value, length) => ({ key, value: length === 0xFFFFFFFF ? null : readBytes(value, length) });
  const range = (first, last, length) => ({ first, last: readUtf8(last, length) });
  const [expected] = take(1, record);
  stores[handle].run({
    expected,
    absent: take(absent, range)[0],
    copies: take(copies, (from, to, length) => ({ from, to: readUtf8(to, length) })),
    ranges: take(ranges, range),
    puts: take(puts, record),
    deletes: take(deletes, (key) => key),
    strict: strict !== 0,
  }, (answer) => tell(request, answer));
}

// `table`: four words (first, length, last, length) for each range.
export function load(handle, request, table, count) {
  const words = wordsAt(table, count * 4);
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
