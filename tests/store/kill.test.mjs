// "Saved" outlives the browser: Chromium killed with SIGKILL at random moments of a writing load, again and again.
// LEADKEEP_KILLS says how often (30), LEADKEEP_SEED which load; a thousand take about half an hour.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { killAgainAndAgain } from './kills.mjs';
import { openStore, startServer } from './page_host.mjs';
import { skip } from './test_browser.mjs';

const kills = Number(process.env.LEADKEEP_KILLS ?? 30);
const seed = Number(process.env.LEADKEEP_SEED ?? Date.now() % 1_000_000);

export const pageStore = {
  load: '/tests/store/chain_load.mjs',
  open: async (page) => (await openStore(page, 'killed')).fault,
};

test('a browser killed at any moment keeps every change shown as saved, and no half of any other',
  { skip, timeout: 60_000 + kills * 6000 }, async (t) => {
    const server = await startServer();
    t.after(() => server.close());
    const total = { kills: 0, steps: 0, deleted: 0 };
    for (let profile = 0; total.kills < kills; profile += 1) {
      const left = kills - total.kills;
      const result = await killAgainAndAgain({ origin: server.origin, contender: pageStore, kills: left, seed: seed + profile });
      assert.deepEqual(result.faults, [], `seed ${seed + profile}`);
      total.kills += result.kills;
      total.steps += result.steps;
      if (result.deleted === null) continue;
      total.deleted += 1;
      assert.equal(result.deleted, 'data gone', 'what the browser has deleted is told as lost, not shown as a first run');
    }
    t.diagnostic(`seed ${seed}: ${total.kills} kills, ${total.steps} steps, ${total.deleted} times the browser deleted its own database`);
    assert.ok(total.steps > kills, 'the load makes progress');
  });
