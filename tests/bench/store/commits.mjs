// 1000 small commits through the page store beside the same in memory and beside raw IndexedDB puts of the same bytes and
// durability, each a transaction of its own.
import { figure, median, medianRatio, rounded } from '../figure.mjs';
import { callIn, expectSaved, inFreshPage, openNewStore } from './pages.mjs';

const commits = 1000;
const returnedOften = 5; // a round: it takes milliseconds only
const database = 'bench-commits';

export async function commitFigures({ launch, origin, rounds }) {
  const browser = await launch();
  const results = await inFreshPage(browser, origin, async (page) => {
    await openNewStore(page, database);
    const all = { slow: [], quick: [] };
    for (let at = 0; at < rounds; at += 1) {
      await callIn(page, 'commits', 'emptyTable');
      const one = {};
      for (const work of ['eachAwaited', 'allTogether']) one[work] = await callIn(page, 'commits', work, commits);
      all.slow.push(one);
      for (let again = 0; again < returnedOften; again += 1) all.quick.push(await callIn(page, 'commits', 'untilReturned', commits));
    }
    return all;
  });
  await expectSaved(browser, origin, database, 'SELECT count(*) FROM t1', commits * (2 + returnedOften));
  await browser.close();

  const tell = (name, measured, bound, against, taken, mine, theirs, more) => figure({
    name, value: medianRatio(taken, mine, theirs), unit: 'ratio', against, bound, measured, commits,
    ms: rounded(median(taken.map(mine))), against_ms: rounded(median(taken.map(theirs))), ...more, rounds: taken.length,
  });
  const rawPuts = 'raw IndexedDB puts of the same bytes and durability';
  const { slow, quick } = results;
  const raw = (one) => one.eachAwaited.raw;
  tell('commits_returned', 'until the statement returns', 1.6, 'the same in memory', quick, (one) => one.ours, (one) => one.inMemory);
  tell('commits_awaited', 'each awaited until saved', 1.5, rawPuts, slow, (one) => one.eachAwaited.ours, raw,
    { bytes_per_commit: rounded(median(slow.map((one) => one.eachAwaited.bytesPerCommit))) });
  tell('commits_together', 'without waiting, until all are saved', 0.3, rawPuts, slow, (one) => one.allTogether, raw);
}
