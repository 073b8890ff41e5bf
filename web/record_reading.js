// One reading of many records, in batches: while one is taken in, the browser reads the next. Limits: how it ended is seen by its
// owner (record_store.js).
import { keyRange } from './record_transaction.js';

const batchRecords = 16; // of 32 KiB: larger ones wait longer for each other than they save
const batchesUnderWay = 3;

export class RecordReading {
  #records; // IDBObjectStore
  #onRecord;
  #alive;

  // onRecord(key, value) for each record, in order; alive() whenever something was answered.
  constructor(records, onRecord, alive) {
    this.#records = records;
    this.#onRecord = onRecord;
    this.#alive = alive;
  }

  begin(ranges) {
    if (this.#records.getAllRecords) this.#readRecords(ranges, null);
    else this.#readByKeys(ranges);
  }

  // Where the browser gives keys and values together.
  #readRecords([range, ...further], after) {
    if (!range) return;
    const query = keyRange({ first: after ?? range.first, last: range.last }, after !== null);
    this.#records.getAllRecords({ query, count: batchRecords }).onsuccess = ({ target: { result: batch } }) => {
      this.#alive();
      if (batch.length === batchRecords) this.#readRecords([range, ...further], batch[batch.length - 1].key);
      else this.#readRecords(further, null);
      for (const { key, value } of batch) this.#onRecord(key, value);
    };
  }

  // Elsewhere the keys of all ranges come first; they tell the batches, of which some are asked for at a time.
  #readByKeys(ranges) {
    const batches = [];
    let rangesLeft = ranges.length;
    let asked = 0;
    const ask = () => {
      if (asked === batches.length) return;
      const keys = batches[asked];
      asked += 1;
      this.#records.getAll(IDBKeyRange.bound(keys[0], keys[keys.length - 1])).onsuccess = ({ target: { result: values } }) => {
        this.#alive();
        ask();
        keys.forEach((key, at) => this.#onRecord(key, values[at]));
      };
    };
    for (const range of ranges) {
      this.#records.getAllKeys(keyRange(range)).onsuccess = ({ target: { result: keys } }) => {
        this.#alive();
        for (let at = 0; at < keys.length; at += batchRecords) batches.push(keys.slice(at, at + batchRecords));
        rangesLeft -= 1;
        if (rangesLeft === 0) for (let i = 0; i < batchesUnderWay; i += 1) ask();
      };
    }
  }
}
