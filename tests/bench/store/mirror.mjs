// Beside wa-sqlite's IDBMirrorVFS: small commits, each awaited until saved, in turn with one of its own, and a commit of 1024
// dirty pages. Its statement returns when its transaction in IndexedDB has completed (page/contenders.js makes sure of that),
// ours when its pages are dirty: then we wait for Saved.
import { figure, median, medianRatio, rounded } from '../figure.mjs';
import { callIn, expectSaved, inFreshPage, openNewStore } from './pages.mjs';

const commits = 300; // a round
const pages = 1024;
const database = 'bench-mirror';
const rawBytes = 8400; // what a small commit of ours puts

export async function mirrorFigures({ launch, origin, rounds }) {
  const browser = await launch();
  const results = await inFreshPage(browser, origin, async (page) => {
    await openNewStore(page, database);
    await callIn(page, 'mirror', 'prepare', pages);
    const all = { small: [], large: [] };
    for (let at = 0; at < rounds; at += 1) {
      all.small.push(await callIn(page, 'mirror', 'smallCommits', { count: commits, reversed: at % 2 === 1, rawBytes }));
    }
    for (let at = 0; at < rounds * 2; at += 1) all.large.push(await callIn(page, 'mirror', 'largeCommit', { reversed: at % 2 === 1 }));
    return all;
  });
  await expectSaved(browser, origin, database, 'SELECT count(*) FROM t1', commits * rounds);
  await expectSaved(browser, origin, database, 'SELECT min(n) FROM large', rounds * 2);
  await browser.close();

  const ofAll = (taken, name) => rounded(median(taken.map((one) => one[name])));
  const tell = (name, measured, bound, taken, more) => figure({
    name, value: medianRatio(taken, (one) => one.ours, (one) => one.mirror), unit: 'ratio', against: 'IDBMirrorVFS, awaited likewise', bound,
    measured, ms: ofAll(taken, 'ours'), against_ms: ofAll(taken, 'mirror'), ...more, rounds: taken.length,
  });
  tell('mirror_commits', 'small commits, each awaited until saved', 0.2, results.small, {
    commits, against_asyncify_ms: ofAll(results.small, 'mirrorAsyncify'), raw_puts_ms: ofAll(results.small, 'raw'),
  });
  tell('mirror_large', 'a commit of dirty pages until saved', 0.25, results.large, { pages });
}
