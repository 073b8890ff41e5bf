// navigator.locks and BroadcastChannel for one process after another in Node, as the Web Locks standard says.
// Limits: what the two stores of the comparison use of it: modes, ifAvailable, steal, signal, query.
export class Locks {
  constructor() {
    this.held = []; // { name, mode, end }
    this.queue = []; // { name, mode, grant }
  }

  #free({ name, mode }) {
    return !this.held.some((one) => one.name === name && (mode === 'exclusive' || one.mode === 'exclusive'));
  }

  #next() {
    for (const one of [...this.queue]) {
      const earlier = this.queue.slice(0, this.queue.indexOf(one)).some(({ name }) => name === one.name);
      if (earlier || !this.#free(one)) continue;
      this.queue.splice(this.queue.indexOf(one), 1);
      one.grant();
    }
  }

  request(name, ...rest) {
    const use = rest.at(-1);
    const { mode = 'exclusive', ifAvailable = false, steal = false, signal } = rest.length > 1 ? rest[0] : {};
    return new Promise((resolve, reject) => {
      const grant = () => {
        const lock = { name, mode, clientId: 'this process' };
        this.held.push(lock);
        lock.end = () => {
          if (!this.held.includes(lock)) return;
          this.held.splice(this.held.indexOf(lock), 1);
          setImmediate(() => this.#next());
        };
        lock.lose = () => {
          lock.end();
          reject(new DOMException('stolen', 'AbortError'));
        };
        setImmediate(async () => {
          try {
            resolve(await use(lock));
          } catch (error) {
            reject(error);
          } finally {
            lock.end();
          }
        });
      };
      if (steal) for (const lock of this.held.filter((one) => one.name === name)) lock.lose();
      const waits = this.queue.some((one) => one.name === name);
      if (this.#free({ name, mode }) && !waits) {
        grant();
      } else if (ifAvailable) {
        setImmediate(async () => { try { resolve(await use(null)); } catch (error) { reject(error); } });
      } else {
        const entry = { name, mode, grant };
        this.queue.push(entry);
        signal?.addEventListener('abort', () => {
          if (!this.queue.includes(entry)) return;
          this.queue.splice(this.queue.indexOf(entry), 1);
          reject(new DOMException('aborted', 'AbortError'));
        });
      }
    });
  }

  async query() {
    return { held: this.held.map(({ name, mode, clientId }) => ({ name, mode, clientId })), pending: [] };
  }
}

// Nobody else is there to hear.
export class SilentChannel extends EventTarget {
  postMessage() {}

  close() {}
}
