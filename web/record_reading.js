// One reading of many records: the keys of all ranges first, then the values in batches, some of them asked for at a time, so
// that the browser reads while a batch is taken in. Limits: how it ended is seen by its owner (record_store.js).
import { keyRange } from './record_transaction.js';

const batchRecords = 128; // of 32 KiB
const batchesUnderWay = 3;

export class RecordReading {
  #records; // IDBObjectStore
  #onRecord;
  #alive;
  #rangesLeft = 0;
  #batches = []; // keys, in order of the ranges
  #asked = 0;

  // onRecord(key, value) for each record, in order; alive() whenever something was answered.
  constructor(records, onRecord, alive) {
    this.#records = records;
    this.#onRecord = onRecord;
    this.#alive = alive;
  }

  begin(ranges) {
    this.#rangesLeft = ranges.length;
    for (const range of ranges) {
      this.#records.getAllKeys(keyRange(range)).onsuccess = ({ target: { result: keys } }) => {
        this.#alive();
        for (let at = 0; at < keys.length; at += batchRecords) this.#batches.push(keys.slice(at, at + batchRecords));
        this.#rangesLeft -= 1;
        if (this.#rangesLeft === 0) for (let i = 0; i < batchesUnderWay; i += 1) this.#ask();
      };
    }
  }

  #ask() {
    if (this.#asked === this.#batches.length) return;
    const keys = this.#batches[this.#asked];
    this.#asked += 1;
    const all = IDBKeyRange.bound(keys[0], keys[keys.length - 1]);
    this.#records.getAll(all).onsuccess = ({ target: { result: values } }) => {
      this.#alive();
      this.#ask();
      keys.forEach((key, at) => this.#onRecord(key, values[at]));
    };
  }
}
