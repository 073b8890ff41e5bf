// 1000 small commits through the page store beside the same in memory and beside raw IndexedDB puts of the same bytes and
// durability, each a transaction of its own.
import { figure, median, medianRatio, rounded } from '../figure.mjs';
import { callIn, expectSaved, inFreshPage, openNewStore } from './pages.mjs';

const commits = 1000;
const database = 'bench-commits';

export async function commitFigures({ launch, origin, rounds }) {
  const browser = await launch();
  const results = await inFreshPage(browser, origin, async (page) => {
    await openNewStore(page, database);
    const all = [];
    for (let at = 0; at < rounds; at += 1) {
      const one = {};
      for (const work of ['emptyTable', 'eachAwaited', 'allTogether', 'untilReturned']) one[work] = await callIn(page, 'commits', work, commits);
      all.push(one);
    }
    return all;
  });
  await expectSaved(browser, origin, database, 'SELECT count(*) FROM t1', commits * 3);
  await browser.close();

  const tell = (name, measured, bound, against, mine, theirs, more) => figure({
    name, value: medianRatio(results, mine, theirs), unit: 'ratio', against, bound, measured, commits,
    ms: rounded(median(results.map(mine))), against_ms: rounded(median(results.map(theirs))), ...more, rounds,
  });
  const rawPuts = ['raw IndexedDB puts of the same bytes and durability', (one) => one.eachAwaited.raw];
  tell('commits_returned', 'until the statement returns', 1.6, 'the same in memory', (one) => one.untilReturned.ours, (one) => one.untilReturned.inMemory);
  tell('commits_awaited', 'each awaited until saved', 1.5, rawPuts[0], (one) => one.eachAwaited.ours, rawPuts[1],
    { bytes_per_commit: rounded(median(results.map((one) => one.eachAwaited.bytesPerCommit))) });
  tell('commits_together', 'without waiting, until all are saved', 0.3, rawPuts[0], (one) => one.allTogether, rawPuts[1]);
}
