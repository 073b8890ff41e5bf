// In a page that holds globalThis.store (page_host.mjs): writes the steps of chain.mjs without end, in bursts of all kinds,
// and tells each one that is saved. Limits: stops at the first refusal, which it tells.
import { beginning, examine, step, tidying } from './chain.mjs';

const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

// The state, and every snapshot of it can be read whole.
export async function found(seed) {
  const { store } = globalThis;
  const state = await examine(seed, store.sql);
  const { broken } = await store.readSnapshots();
  const beginning = ['first run', 'existing', 'data gone'][store.opened.beginning];
  return { ...state, beginning, fault: state.fault ?? (broken > 0 ? `${broken} snapshots can't be read` : null) };
}

// told(text): "saved N" once step N is in the storage, "refused …" at the end. `random` returns numbers from 0 to 1.
export async function write(seed, from, told, random = Math.random) {
  const { store } = globalThis;
  const waiting = []; // { n, seq }: step n is saved with commit seq
  const tellSaved = ({ durable }) => {
    let newest = 0;
    while (waiting.length > 0 && waiting[0].seq <= durable) newest = waiting.shift().n;
    if (newest > 0) told(`saved ${newest}`);
  };
  store.onChange = tellSaved;
  const run = (sql) => {
    const answer = store.sql(sql);
    if (answer.startsWith('error')) throw new Error(answer);
  };
  try {
    run(beginning);
    for (let n = from; ; n += 1) {
      if (random() < 0.05) store.strict();
      if (random() < 0.03) store.takeSnapshot();
      run(step(seed, n));
      waiting.push({ n, seq: store.state().committed });
      const tidy = tidying(n);
      if (tidy) run(tidy);
      const chance = random();
      if (chance < 0.1) await store.whenSaved(); // strictly
      else if (chance < 0.7) await pause(0);
      else if (chance < 0.72) await pause(500); // long enough for the log to be folded
    }
  } catch (error) {
    told(`refused ${error.message}`);
  }
}
