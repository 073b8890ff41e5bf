// wa-sqlite's 16-part benchmark: each part in turn with every contender, so that they meet the same minutes of the machine.
// Bounded is the time until the statements return; how long until each part is saved is told. Limits: the slow rivals run in
// fewer rounds; all run on the page's main thread.
import { figure, median, medianRatio, rounded } from '../figure.mjs';
import { callIn, inFreshPage, openNewStore } from './pages.mjs';

const sum = (values) => values.reduce((total, value) => total + value, 0);
// Each is told beside our engine in memory; the slow ones run in fewer rounds.
const contenders = [
  { name: 'ours', rounds: Infinity, bound: 1.15 },
  { name: 'oursInMemory', rounds: Infinity },
  { name: 'officialInMemory', rounds: 3 },
  { name: 'idbMirror', rounds: 2 },
  { name: 'idbBatchAtomic', rounds: 1 },
];
const called = {
  ours: 'the page store', oursInMemory: 'our engine in memory', officialInMemory: 'sqlite-wasm in memory',
  idbMirror: 'wa-sqlite IDBMirrorVFS', idbBatchAtomic: 'wa-sqlite IDBBatchAtomicVFS',
};

export async function partFigures({ launch, origin, rounds }) {
  const browser = await launch();
  const results = await inFreshPage(browser, origin, async (page) => {
    await openNewStore(page, 'bench-parts');
    const all = [];
    for (let at = 0; at < rounds; at += 1) {
      const names = contenders.filter((one) => at < one.rounds).map(({ name }) => name);
      if (at % 2 === 1) names.reverse();
      all.push(await callIn(page, 'parts', 'runParts', names));
    }
    return all;
  });
  await browser.close();

  for (const { name, bound } of contenders) tell(name, results.filter((one) => one[name]), bound);
}

function tell(name, results, bound = null) {
  const total = (of, until) => (one) => sum(one[of][until]);
  const against = total('oursInMemory', 'returned');
  const ofAll = (pick) => rounded(median(results.map(pick)));
  figure({
    name: `parts_${name}`, value: medianRatio(results, total(name, 'returned'), against), unit: 'ratio', against: called.oursInMemory, bound,
    measured: `the 16 parts with ${called[name]}`, ms: ofAll(total(name, 'returned')), against_ms: ofAll(against),
    saved: rounded(medianRatio(results, total(name, 'saved'), against)), saved_ms: ofAll(total(name, 'saved')),
    parts_ms: Array.from({ length: 16 }, (_, part) => ofAll((one) => one[name].returned[part])), rounds: results.length,
  });
}
