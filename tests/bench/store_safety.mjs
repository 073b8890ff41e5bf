#!/usr/bin/env node
// tests/bench/store_safety.mjs [--seeds N] [--kills N] [--first N]: what of the reported as saved survives, for our page
// store and for IDBMirrorVFS of wa-sqlite: under a faulty stand-in for IndexedDB in Node (seeds), and in a Chromium killed
// with SIGKILL while it writes (kills). The same load, the same check, the same faults. One JSON line a row.
// Needs the target bench_commits. The exit status is 1 if our store lost anything.
import process from 'node:process';

import { option } from './figure.mjs';
import { killAgainAndAgain } from '../store/kills.mjs';
import { openStore, startServer } from '../store/page_host.mjs';
import { mirror, pageStore } from './safety/contenders.mjs';
import { story } from './safety/lives.mjs';

const seeds = option('seeds', 200);
const first = option('first', 1);
const kills = option('kills', 60);

const sum = (rows, key) => rows.reduce((total, row) => total + row[key], 0);

async function simulate(contender, afterError) {
  const rows = [];
  for (let seed = first; seed < first + seeds; seed += 1) rows.push(await story(contender, seed, afterError));
  const faults = {};
  for (const row of rows) for (const [name, count] of Object.entries(row.faults)) faults[name] = (faults[name] ?? 0) + count;
  const wrong = rows.filter(({ fault }) => fault);
  console.log(JSON.stringify({
    name: 'simulated_faults', contender: contender.name, after_error: afterError, seeds,
    lost_saved_changes: sum(rows, 'lost'), torn_states: sum(rows, 'torn'), failed_to_open: sum(rows, 'failed_to_open'),
    steps: sum(rows, 'steps'), faults, examples: wrong.slice(0, 3).map(({ seed, fault }) => `seed ${seed}, ${fault.slice(0, 200)}`),
  }));
  return wrong.length;
}

// What a process that has ended still tried; in a browser nobody would hear of it either.
process.on('unhandledRejection', () => {});
process.on('uncaughtException', (error) => { if (!(error instanceof DOMException)) throw error; });

const inPage = {
  leadkeep: { load: '/tests/store/chain_load.mjs', open: async (page) => (await openStore(page, 'killed')).fault },
  'wa-sqlite IDBMirrorVFS': {
    load: '/tests/bench/safety/mirror_page.js',
    open: (page) => page.evaluate(async () => {
      try {
        await (await import('/tests/bench/safety/mirror_page.js')).open();
        return null;
      } catch (error) {
        return String(error);
      }
    }),
  },
};

// A profile in which something went wrong is left, and the rest of the kills goes on in a new one.
async function killBrowsers(name) {
  const server = await startServer();
  const total = { kills: 0, steps: 0, lost: 0, torn: 0, failed_to_open: 0 };
  let deleted = 0;
  const faults = [];
  for (let profile = first; total.kills < kills; profile += 1) {
    const result = await killAgainAndAgain({ origin: server.origin, contender: inPage[name], kills: kills - total.kills, seed: profile });
    for (const key of Object.keys(total)) total[key] += result[key];
    faults.push(...result.faults);
    if (result.deleted !== null) deleted += 1;
    if (result.kills === 0) break;
  }
  server.close();
  console.log(JSON.stringify({
    name: 'browser_kills', contender: name, kills: total.kills, lost_saved_changes: total.lost, torn_states: total.torn,
    failed_to_open: total.failed_to_open, deleted_by_browser: deleted, steps: total.steps, examples: faults.slice(0, 3),
  }));
  return total.lost + total.torn + total.failed_to_open;
}

let ourFaults = 0;
if (seeds > 0) {
  const ours = await pageStore();
  const theirs = await mirror('full');
  for (const afterError of ['goes on', 'reloads']) {
    ourFaults += await simulate(ours, afterError);
    await simulate(theirs, afterError);
  }
  await simulate(await mirror('normal'), 'goes on');
}
if (kills > 0) {
  ourFaults += await killBrowsers('leadkeep');
  await killBrowsers('wa-sqlite IDBMirrorVFS');
}
process.exit(ourFaults > 0 ? 1 : 0);
