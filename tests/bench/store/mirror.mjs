// Beside wa-sqlite's IDBMirrorVFS: small commits, each awaited until saved, in turn with one of its own, and a commit of 1024
// dirty pages. Its statement returns when its transaction in IndexedDB has completed (contenders.js makes sure of that),
// ours when its pages are dirty: then we wait for Saved.
import { figure, median, medianRatio, rounded } from '../figure.mjs';
import { inFreshPage, openNewStore } from './pages.mjs';

const commits = 300; // a round
const pages = 1024;

// In the page, as the others below: globalThis.pair, whoever is measured first in an odd round.
async function prepare(count) {
  const { ours, idbMirror } = await import('/bench/store/contenders.js');
  globalThis.pair = { ours: ours(), mirror: await idbMirror() };
  for (const { run, saved } of Object.values(globalThis.pair)) {
    await run('CREATE TABLE t1(a INTEGER, b INTEGER, c VARCHAR(100))');
    // A row fills its page, so that a change of every row makes as many pages dirty.
    await run(`CREATE TABLE large(id INTEGER PRIMARY KEY, n INTEGER, filler BLOB);
      WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < ${count})
      INSERT INTO large SELECT x, 0, randomblob(4000) FROM i`);
    await saved();
  }
}

async function smallCommits([count, order]) {
  const insert = 'INSERT INTO t1(a, b, c) VALUES(12345, 67890, \'twelve thousand three hundred forty-five\')';
  const took = { ours: 0, mirror: 0 };
  for (let i = 0; i < count; i += 1) {
    for (const name of order) {
      const { run, saved } = globalThis.pair[name];
      const start = performance.now();
      await run(insert);
      await saved();
      took[name] += performance.now() - start;
    }
  }
  return took;
}

async function largeCommit([, order]) {
  const took = {};
  for (const name of order) {
    const { run, saved } = globalThis.pair[name];
    await run('BEGIN; UPDATE large SET n = n + 1');
    const start = performance.now();
    await run('COMMIT');
    await saved();
    took[name] = performance.now() - start;
  }
  return took;
}

export async function mirrorFigures({ launch, origin, rounds }) {
  const browser = await launch();
  const results = await inFreshPage(browser, origin, async (page) => {
    await openNewStore(page, 'bench-mirror');
    await page.evaluate(`(${prepare})(${pages})`);
    const all = { small: [], large: [] };
    const measure = async (kind, work, at) => {
      const order = at % 2 === 0 ? ['ours', 'mirror'] : ['mirror', 'ours'];
      all[kind].push(await page.evaluate(`(${work})(${JSON.stringify([commits, order])})`));
    };
    for (let at = 0; at < rounds; at += 1) await measure('small', smallCommits, at);
    for (let at = 0; at < rounds * 2; at += 1) await measure('large', largeCommit, at);
    return all;
  });
  await browser.close();

  const tell = (name, measured, bound, taken, more) => figure({
    name, value: medianRatio(taken, (one) => one.ours, (one) => one.mirror), unit: 'ratio', against: 'IDBMirrorVFS, awaited likewise', bound,
    measured, ms: rounded(median(taken.map((one) => one.ours))), against_ms: rounded(median(taken.map((one) => one.mirror))),
    ...more, rounds: taken.length,
  });
  tell('mirror_commits', 'small commits, each awaited until saved', 0.2, results.small, { commits });
  tell('mirror_large', 'a commit of dirty pages until saved', 0.25, results.large, { pages });
}
