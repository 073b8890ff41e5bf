// A faulty IndexedDB for the comparison of stores: fake-indexeddb with what real browsers do to it, by chance of a seed.
// Every fault is one that a browser produces: a transaction aborted by an I/O error or for want of room at any of its
// requests or at its commit, an answer that comes late or never, a connection lost (the transaction before its loss may
// have landed: WebKit), an open that fails. What has landed stays: no power cuts here.
// Limits: one process at a time on a disk; its death is told by Life.end().
import { IDBDatabase, IDBFactory, IDBKeyRange, IDBTransaction, IDBVersionChangeEvent } from 'fake-indexeddb';

export { IDBKeyRange };

// Chances for one writing transaction or one opening.
export const someFaults = Object.freeze({ abort: 0.04, fullBegins: 0.015, connectionLost: 0.02, neverAnswers: 0.004, late: 0.2, openFails: 0.1 });
export const noFaults = Object.freeze({ abort: 0, fullBegins: 0, connectionLost: 0, neverAnswers: 0, late: 0, openFails: 0 });

export class Disk {
  constructor(random) {
    this.random = random;
    this.factory = new IDBFactory();
    this.full = false;
    this.faults = noFaults;
    this.kept = new Map(); // localStorage
    this.happened = {};
  }

  happens(name) {
    if (this.random() >= this.faults[name]) return false;
    this.happened[name] = (this.happened[name] ?? 0) + 1;
    return true;
  }
}

// The disk as one process sees it, until its end.
export class Life {
  constructor(disk) {
    this.disk = disk;
    this.ended = false;
    this.connections = new Set();
    this.transactions = new Set();
    this.indexedDB = { open: (name, version) => this.#open(name, version) };
  }

  #open(name, version) {
    const { disk } = this;
    if (this.ended) throw new DOMException('the process has ended', 'InvalidStateError');
    if (disk.happens('openFails')) {
      const request = { result: undefined, error: null, readyState: 'pending' };
      if (disk.random() < 0.7) {
        setTimeout(() => {
          request.error = new DOMException('Internal error opening backing store', 'UnknownError');
          if (!this.ended) request.onerror?.({ target: request });
        }, 2);
      } // else it is never answered
      return request;
    }
    const request = disk.factory.open(name, version);
    // Before the page's own handler: what it gets is a connection with faults.
    request.addEventListener('upgradeneeded', () => this.connections.add(request.result));
    request.addEventListener('success', () => this.#take(request.result));
    return request;
  }

  #take(connection) {
    this.connections.add(connection);
    connection.transaction = (stores, mode, options) => {
      if (this.ended) throw new DOMException('the process has ended', 'InvalidStateError');
      const transaction = IDBDatabase.prototype.transaction.call(connection, stores, mode, options);
      this.transactions.add(transaction);
      const gone = () => this.transactions.delete(transaction);
      transaction.addEventListener('complete', gone);
      transaction.addEventListener('abort', gone);
      if (mode === 'readwrite') this.#plan(connection, transaction);
      return transaction;
    };
  }

  // What is to happen to a writing transaction, and at which of its requests (or at its commit).
  #plan(connection, transaction) {
    const { disk } = this;
    if (!disk.full && disk.happens('fullBegins')) {
      disk.full = true;
      setTimeout(() => { disk.full = false; }, 20 + disk.random() * 150);
    }
    const never = disk.happens('neverAnswers');
    const lateMs = disk.happens('late') ? disk.random() * 12 : 0;
    let fault = null;
    if (disk.full) fault = () => transaction._abort('QuotaExceededError');
    else if (disk.happens('abort')) fault = () => transaction._abort(disk.random() < 0.5 ? 'UnknownError' : 'AbortError');
    else if (disk.happens('connectionLost')) fault = () => this.#loseConnection(connection, transaction);
    let left = disk.random() < 0.5 ? Infinity : Math.floor(disk.random() * 6); // requests until the fault; else the commit
    let waited = false;
    transaction._start = () => {
      if (!waited && (never || lateMs > 0)) {
        waited = true;
        transaction._started = true; // the others wait behind it
        if (!never) setTimeout(() => transaction._start(), lateMs);
        return;
      }
      const working = transaction._requests.some(({ request }) => request.readyState !== 'done');
      if (fault && transaction._state !== 'finished' && (!working || left <= 0)) {
        const strike = fault;
        fault = null;
        strike();
        return;
      }
      left -= 1;
      IDBTransaction.prototype._start.call(transaction);
    };
  }

  #loseConnection(connection, transaction) {
    const working = transaction._requests.some(({ request }) => request.readyState !== 'done');
    if (!working && this.disk.random() < 0.5) {
      // It has landed, and only the answer is lost.
      transaction.error = new DOMException('Connection to Indexed Database server lost', 'UnknownError');
      transaction._markFinished();
      transaction.dispatchEvent(new IDBVersionChangeEvent('abort')); // any event of theirs would do
    } else {
      transaction._abort('UnknownError');
    }
    connection.close();
    setTimeout(() => { if (!this.ended) connection.onclose?.({ target: connection }); });
  }

  // The process dies: what was on its way lands or does not, nothing new begins. Resolves when the disk is quiet.
  async end() {
    this.ended = true;
    for (const transaction of [...this.transactions])
      if (transaction._state !== 'finished' && this.disk.random() < 0.5) transaction._abort('AbortError');
    const end = performance.now() + 300;
    while (this.transactions.size > 0 && performance.now() < end) await new Promise((resolve) => { setImmediate(resolve); });
    for (const transaction of [...this.transactions]) if (transaction._state !== 'finished') transaction._abort('AbortError');
    for (const connection of this.connections) connection.close();
    await new Promise((resolve) => { setImmediate(resolve); });
  }
}
