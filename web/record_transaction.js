// One write transaction on the records, step by step: the question, copies, deleted ranges, puts, deletes, and its commit as
// soon as all of that is sent and the question answered. Limits: how it ended is seen by its owner (record_store.js).

// Putting them takes a few milliseconds of the main thread.
const bytesAtOnce = 1 << 20;
const copiesAtOnce = 32;

// first ≤ key < last, or first < key.
export const keyRange = ({ first, last }, openBelow = false) => IDBKeyRange.bound(first, last, openBelow, true);

function sameBytes(a, b) {
  if (!a || !b) return !a && !b;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

export class RecordTransaction {
  mismatch = false; // the question was answered otherwise: the transaction aborts
  found = undefined; // what is stored under the expected key

  #records; // IDBObjectStore
  #task;
  #owner; // alive(): something was answered; fail(error): a request could not be made
  #questions;
  #written = 0; // of the puts
  #sent = false; // all that is to be done

  constructor(records, task, owner) {
    this.#records = records;
    this.#task = { copies: [], ranges: [], ...task };
    this.#owner = owner;
    this.#questions = task.absent ? 2 : 1;
  }

  begin() {
    this.#attempt(() => {
      this.#ask();
      this.#copy(0);
    });
  }

  #attempt(work) {
    try {
      work();
    } catch (error) {
      this.#owner.fail(error);
    }
  }

  // The writes go out behind the question without waiting for its answer; a wrong answer takes them all back.
  #ask() {
    const { expected, absent } = this.#task;
    this.#records.get(expected.key).onsuccess = ({ target }) => {
      this.found = target.result;
      this.#answered(sameBytes(this.found ?? null, expected.value));
    };
    if (absent) this.#records.getKey(keyRange(absent)).onsuccess = ({ target }) => this.#answered(target.result === undefined);
  }

  #answered(isAsExpected) {
    this.#owner.alive();
    this.#questions -= 1;
    if (isAsExpected) {
      this.#attempt(() => this.#commitWhenDone());
    } else {
      this.mismatch = true;
      this.#records.transaction.abort();
    }
  }

  // What is copied is read before the puts go out that may replace it.
  #copy(first) {
    const some = this.#task.copies.slice(first, first + copiesAtOnce);
    if (some.length === 0) {
      this.#write();
      return;
    }
    let left = some.length;
    for (const { from, to } of some) {
      this.#records.get(from).onsuccess = ({ target }) => this.#attempt(() => {
        this.#owner.alive();
        if (target.result !== undefined) this.#records.put(target.result, to);
        left -= 1;
        if (left === 0) this.#copy(first + copiesAtOnce);
      });
    }
  }

  // A large transaction goes on when its last write has arrived, so that the page can draw in between; it stays one.
  #write() {
    const { ranges, puts, deletes } = this.#task;
    if (this.#written === 0) for (const range of ranges) this.#records.delete(keyRange(range));
    let bytes = 0;
    let last;
    for (; this.#written < puts.length && bytes < bytesAtOnce; this.#written += 1) {
      const { key, value } = puts[this.#written];
      last = this.#records.put(value, key);
      bytes += value.length;
    }
    if (this.#written < puts.length) {
      last.onsuccess = () => {
        this.#owner.alive();
        this.#attempt(() => this.#write());
      };
      return;
    }
    for (const key of deletes) this.#records.delete(key);
    this.#sent = true;
    this.#commitWhenDone();
  }

  #commitWhenDone() {
    if (this.#questions === 0 && this.#sent) this.#records.transaction.commit?.();
  }
}
