// Key → bytes records in one IndexedDB database, with transactions that go through only if one record reads as expected.
// Every request is answered exactly once, whatever the browser does: it may never answer, close the connection, or say
// that it has no room. Limits: no retry here (the C++ side decides); keys are ASCII strings; values are Uint8Array.

// As platform::StorageOutcome.
export const outcome = Object.freeze({
  done: 0, mismatch: 1, aborted: 2, connection: 3, full: 4, unavailable: 5, timeout: 6, unreadable: 7,
});

const objectStore = 'records';
const batchRecords = 128;
// Putting them takes a few milliseconds of the main thread.
const bytesAtOnce = 1 << 20;
// No answer for this long, looked at in several ticks: after a computer's sleep all timers come due at once, before the
// answers that wait beside them.
const tickMs = 5000;
const mostTicks = 5;

function classify(error) {
  switch (error?.name) {
    case 'QuotaExceededError': return outcome.full;
    case 'SecurityError': case 'NotAllowedError': return outcome.unavailable;
    // WebKit's lost server process, a closing connection, a broken backing store: opened anew, it may work.
    case 'UnknownError': case 'InvalidStateError': case 'TransactionInactiveError': return outcome.connection;
    case 'NotReadableError': case 'DataError': return outcome.unreadable;
    default: return outcome.aborted;
  }
}

const describe = (error) => (error ? `${error.name}: ${error.message}` : '');

function sameBytes(a, b) {
  if (!a || !b) return !a && !b;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

// An answer that is given once, by whoever comes first: the events or the watchdog.
function once(deliver, onTimeout) {
  let ticks = 0;
  let answered = false;
  const answer = (result, detail = '', found = undefined) => {
    if (answered) return;
    answered = true;
    clearInterval(watchdog);
    deliver({ outcome: result, detail, found });
  };
  const watchdog = setInterval(() => {
    ticks += 1;
    if (ticks < mostTicks || answered) return;
    answer(outcome.timeout, 'no answer from IndexedDB');
    onTimeout();
  }, tickMs);
  return { answer, alive: () => { ticks = 0; } };
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
      const fail = (error) => give.answer(classify(error) === outcome.aborted ? outcome.connection : classify(error), describe(error));
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

  // task: { expected: { key, value | null }, puts: [{ key, value }], deletes: [key], strict }.
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
    let mismatch = false;
    let found;
    const give = once(deliver, () => this.#abandon(connection, transaction));
    transaction.oncomplete = () => give.answer(outcome.done);
    transaction.onabort = () => {
      if (mismatch) give.answer(outcome.mismatch, '', found);
      else this.#answerFailure(connection, transaction.error, give);
    };
    const records = transaction.objectStore(objectStore);
    const { puts } = task;
    let answered = false;
    let written = 0; // of the puts; then come the deletes
    const attempt = (work) => {
      try {
        work();
      } catch (error) {
        give.answer(classify(error), describe(error));
        this.#abandon(connection, transaction);
      }
    };
    const commitWhenDone = () => {
      if (answered && written === puts.length) transaction.commit?.();
    };
    // A large transaction goes on when its last write has arrived, so that the page can draw in between; it stays one.
    const write = () => {
      let bytes = 0;
      let last;
      for (; written < puts.length && bytes < bytesAtOnce; written += 1) {
        const { key, value } = puts[written];
        last = records.put(value, key);
        bytes += value.length;
      }
      if (written < puts.length) {
        last.onsuccess = () => {
          give.alive();
          attempt(write);
        };
        return;
      }
      for (const key of task.deletes) records.delete(key);
      commitWhenDone();
    };
    attempt(() => {
      // The writes go out behind the question without waiting for its answer; a wrong answer takes them all back.
      const question = records.get(task.expected.key);
      question.onsuccess = () => {
        give.alive();
        answered = true;
        found = question.result;
        mismatch = !sameBytes(found ?? null, task.expected.value);
        if (mismatch) transaction.abort();
        else attempt(commitWhenDone);
      };
      write();
    });
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
    const records = transaction.objectStore(objectStore);
    const readBatch = (rangeIndex, after) => {
      if (rangeIndex === ranges.length) return;
      const { first, last } = ranges[rangeIndex];
      const range = IDBKeyRange.bound(after ?? first, last, after !== null, true);
      let keys;
      records.getAllKeys(range, batchRecords).onsuccess = ({ target }) => { keys = target.result; };
      records.getAll(range, batchRecords).onsuccess = ({ target }) => {
        give.alive();
        const values = target.result;
        // The next batch is read while this one is taken in.
        if (keys.length === batchRecords) readBatch(rangeIndex, keys[keys.length - 1]);
        else readBatch(rangeIndex + 1, null);
        keys.forEach((key, at) => onRecord(key, values[at]));
      };
    };
    try {
      readBatch(0, null);
    } catch (error) {
      give.answer(classify(error), describe(error));
      this.#abandon(connection, transaction);
    }
  }
}
