// Key → bytes records in one IndexedDB database, with transactions that go through only if one record reads as expected.
// Every request is answered exactly once (storage_answer.js). Limits: keys are ASCII strings; values are Uint8Array.
import { RecordReading } from './record_reading.js';
import { RecordTransaction } from './record_transaction.js';
import { classify, describe, once, outcome } from './storage_answer.js';

export { outcome } from './storage_answer.js';

const objectStore = 'records';

// Where the person has forbidden the page to keep data, Chromium answers an opening with an UnknownError, as it does for
// passing faults; localStorage tells the two apart.
function siteDataIsBlocked() {
  try {
    void globalThis.localStorage;
    return false;
  } catch (error) {
    return error.name === 'SecurityError';
  }
}

export class RecordStore {
  constructor(name, factory = globalThis.indexedDB) {
    this.name = name;
    this.factory = factory;
    this.connection = null; // IDBDatabase
    this.opening = null; // Promise of it
  }

  connect() {
    if (this.connection) return this.connection;
    this.opening ??= new Promise((resolve, reject) => {
      const give = once(({ outcome: result, detail }) => {
        if (result === outcome.done) resolve(this.connection);
        else reject(Object.assign(new Error(detail), { outcome: result }));
      }, () => {});
      const fail = (error) => {
        const kind = siteDataIsBlocked() ? outcome.unavailable : classify(error);
        give.answer(kind === outcome.aborted ? outcome.connection : kind, describe(error));
      };
      let request;
      try {
        if (!this.factory) throw new DOMException('IndexedDB is missing', 'SecurityError');
        request = this.factory.open(this.name, 1);
      } catch (error) { // Firefox with storage switched off throws here
        fail(error);
        return;
      }
      request.onupgradeneeded = () => request.result.createObjectStore(objectStore);
      request.onerror = () => fail(request.error);
      request.onsuccess = () => {
        const connection = request.result;
        connection.onclose = () => this.forget(connection);
        // Somebody deletes the database (or a later version opens it): let go, and open anew when there is need.
        connection.onversionchange = () => this.forget(connection);
        this.connection = connection;
        give.answer(outcome.done);
      };
    }).finally(() => { this.opening = null; });
    return this.opening;
  }

  forget(connection) {
    if (this.connection === connection) this.connection = null;
    connection.close();
  }

  // task: { expected: { key, value | null }, absent?: range, copies: [{ from, to }], ranges: [range], puts: [{ key, value }],
  // deletes: [key], strict }, a range being { first, last } with first ≤ key < last; all as platform::StorageTransaction.
  // deliver({ outcome, detail, found }) later, never from inside this call.
  run(task, deliver) {
    this.#withConnection((connection) => this.#runOn(connection, task, deliver), deliver);
  }

  #withConnection(use, deliver) {
    const connection = this.connect();
    if (!(connection instanceof Promise)) {
      use(connection);
      return;
    }
    connection.then(use, (error) => deliver({ outcome: error.outcome ?? outcome.connection, detail: error.message }));
  }

  #begin(connection, mode, options, deliver) {
    try {
      return connection.transaction(objectStore, mode, options);
    } catch (error) {
      this.forget(connection);
      queueMicrotask(() => deliver({ outcome: outcome.connection, detail: describe(error) }));
      return null;
    }
  }

  #runOn(connection, task, deliver) {
    const transaction = this.#begin(connection, 'readwrite', { durability: task.strict ? 'strict' : 'relaxed' }, deliver);
    if (!transaction) return;
    const give = once(deliver, () => this.#abandon(connection, transaction));
    const writing = new RecordTransaction(transaction.objectStore(objectStore), task, {
      alive: give.alive,
      fail: (error) => {
        give.answer(classify(error), describe(error));
        this.#abandon(connection, transaction);
      },
    });
    transaction.oncomplete = () => give.answer(outcome.done);
    transaction.onabort = () => {
      if (writing.mismatch) give.answer(outcome.mismatch, '', writing.found);
      else this.#answerFailure(connection, transaction.error, give);
    };
    writing.begin();
  }

  // `error` null: the connection was closed under the transaction.
  #answerFailure(connection, error, give) {
    const kind = error ? classify(error) : outcome.connection;
    if (kind === outcome.connection) this.forget(connection);
    give.answer(kind, describe(error));
  }

  #abandon(connection, transaction) {
    try {
      transaction.abort();
    } catch { /* it has ended by itself */ }
    this.forget(connection);
  }

  // ranges: [{ first, last }] with first ≤ key < last. onRecord(key, value) for each, in order, of one state.
  load(ranges, onRecord, deliver) {
    this.#withConnection((connection) => this.#loadFrom(connection, ranges, onRecord, deliver), deliver);
  }

  #loadFrom(connection, ranges, onRecord, deliver) {
    const transaction = this.#begin(connection, 'readonly', {}, deliver);
    if (!transaction) return;
    const give = once(deliver, () => this.#abandon(connection, transaction));
    transaction.oncomplete = () => give.answer(outcome.done);
    transaction.onabort = () => this.#answerFailure(connection, transaction.error, give);
    const reading = new RecordReading(transaction.objectStore(objectStore), onRecord, give.alive);
    try {
      reading.begin(ranges);
    } catch (error) {
      give.answer(classify(error), describe(error));
      this.#abandon(connection, transaction);
    }
  }
}
