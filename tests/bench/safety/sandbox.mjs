// One process of a browser, played in Node: scripts bundled anew, with globals of their own that stop working when the
// process ends. Limits: timers run faster than the clock by `haste`, so that patience of seconds costs milliseconds.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import esbuild from 'esbuild';

import { IDBKeyRange, Life } from './disk.mjs';
import { Locks, SilentChannel } from './locks.mjs';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const haste = 25;

// Bundles `source` (an ES module's text) so that it can be run once for each process; what it exports is the result.
export async function bundle(source) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: source, resolveDir: path.join(top, 'tests/bench/safety') },
    bundle: true, write: false, format: 'iife', globalName: 'exported', logLevel: 'error',
  });
  return outputFiles[0].text;
}

export class Sandbox {
  constructor(disk) {
    this.disk = disk;
    this.life = new Life(disk);
    this.locks = new Locks();
    this.timers = new Set();
  }

  get ended() { return this.life.ended; }

  #later(call, ms) {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (!this.ended) call();
    }, (ms ?? 0) / haste);
    this.timers.add(timer);
    return timer;
  }

  #again(call, ms) {
    const timer = setInterval(() => { if (!this.ended) call(); }, ms / haste);
    this.timers.add(timer);
    return timer;
  }

  #messageChannel() {
    const port1 = { onmessage: null };
    const port2 = { postMessage: (data) => setImmediate(() => { if (!this.ended) port1.onmessage?.({ data }); }) };
    return { port1, port2 };
  }

  #storage() {
    const { kept } = this.disk;
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => { if (!this.ended) kept.set(key, value); },
    };
  }

  run(script) {
    const sandbox = this;
    const own = {
      indexedDB: this.life.indexedDB,
      IDBKeyRange,
      navigator: { locks: this.locks },
      BroadcastChannel: SilentChannel,
      document: { addEventListener() {}, removeEventListener() {}, visibilityState: 'visible', cookie: '' },
      window: { addEventListener() {} },
      localStorage: this.#storage(),
      MessageChannel: function MessageChannel() { return sandbox.#messageChannel(); },
      setTimeout: (call, ms, ...rest) => this.#later(() => call(...rest), ms),
      setInterval: (call, ms) => this.#again(call, ms),
      console: { ...console, error() {}, warn() {}, assert() {} }, // of faults there are many
      clearTimeout: (timer) => clearTimeout(timer),
      clearInterval: (timer) => clearInterval(timer),
    };
    // eslint-disable-next-line no-new-func
    return new Function('globalThis', ...Object.keys(own), `${script}; return exported;`)(own, ...Object.values(own));
  }

  async end() {
    await this.life.end();
    for (const timer of this.timers) clearTimeout(timer);
  }
}
