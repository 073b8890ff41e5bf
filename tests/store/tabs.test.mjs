// Three tabs of one browser on one database: who may write, who sees what, and that nothing shown as saved is lost when
// they take over from each other, sleep, or are reloaded.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { randomFrom } from './kills.mjs';
import { openStore } from './page_host.mjs';
import { answers, mayWrite, options, role, roleOf, saved, sql, takeOver, testBrowser, until } from './test_browser.mjs';

const turns = 36;
const seed = Number(process.env.LEADKEEP_SEED ?? Date.now() % 1_000_000);

const host = testBrowser();

async function tabs(t, count) {
  const context = await host.context(t);
  const opened = [];
  for (let at = 0; at < count; at += 1) opened.push(await host.tab(context));
  return opened;
}

// The first one has written a row, 1, before the second is opened.
async function twoTabs(t) {
  const context = await host.context(t);
  const first = await host.tab(context);
  await sql(first, 'CREATE TABLE t(n); INSERT INTO t VALUES(1)');
  await saved(first);
  return [first, await host.tab(context)];
}

// Frozen as the browser does it with tabs that are out of sight for long; resolves to what wakes it.
async function freeze(tab) {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  return async () => {
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await session.detach();
  };
}

// In a page: adds to the counter, one transaction each, and keeps what was shown as saved in globalThis.shownAsSaved.
function startWork([name, count]) {
  const { store } = globalThis;
  globalThis.shownAsSaved ??= [];
  const waiting = [];
  store.onChange = ({ durable, status }) => {
    while (waiting.length > 0 && waiting[0].seq <= durable) globalThis.shownAsSaved.push(waiting.shift().key);
    if (status === 3) waiting.length = 0; // never shown as saved, and never will be
  };
  globalThis.ordinal ??= 0;
  return (async () => {
    for (let at = 0; at < count; at += 1) {
      const key = `${name}-${globalThis.ordinal += 1}`;
      const total = Number(store.sql('SELECT total FROM counter'));
      const answer = store.sql(`BEGIN IMMEDIATE; UPDATE counter SET total = ${total} + 1; INSERT INTO work VALUES('${key}', ${total} + 1); COMMIT`);
      if (answer.startsWith('error')) return;
      waiting.push({ key, seq: store.state().committed });
      await new Promise((resolve) => { setTimeout(resolve); });
    }
  })();
}

test('a second tab shows the data, cannot write, and sees what the first one saves', options, async (t) => {
  const [first, second] = await twoTabs(t);
  assert.equal(await roleOf(second), role.follower);
  assert.equal(await sql(second, 'SELECT count(*) FROM t'), '1');
  assert.equal(await mayWrite(second), false);
  assert.match(await sql(second, 'INSERT INTO t VALUES(2)'), /^error/);
  const heard = answers(second, 'SELECT count(*) FROM t', '3');
  await sql(first, 'INSERT INTO t VALUES(2)');
  await sql(first, 'INSERT INTO t VALUES(3)');
  await heard;
  assert.equal(await sql(second, 'SELECT sum(n) FROM t'), '6');
});

test('the second tab takes over with everything, and the first one can no longer write', options, async (t) => {
  const [first, second] = await twoTabs(t);
  await sql(first, 'INSERT INTO t VALUES(5)'); // not awaited: taking over waits for it
  assert.equal(await takeOver(second), true);
  assert.equal(await sql(second, 'SELECT sum(n) FROM t'), '6');
  assert.equal(await roleOf(first), role.lost);
  assert.equal(await mayWrite(first), false);
  assert.match(await sql(first, 'INSERT INTO t VALUES(9)'), /^error/);
  const heard = answers(first, 'SELECT sum(n) FROM t', '13');
  await sql(second, 'INSERT INTO t VALUES(7)');
  await heard;
  assert.equal(await takeOver(first), true);
  await sql(first, 'INSERT INTO t VALUES(100)');
  assert.equal(await saved(first), true);
  assert.equal(await sql(first, 'PRAGMA integrity_check'), 'ok');
});

test('when the writing tab is closed, the other one may write', options, async (t) => {
  const [first, second] = await twoTabs(t);
  const promoted = until(second, 'store.mayWrite()');
  await first.close();
  await promoted;
  await sql(second, 'INSERT INTO t VALUES(2)');
  assert.equal(await saved(second), true);
});

test('a tab that slept through the take-over cannot write', options, async (t) => {
  const [first, second] = await twoTabs(t);
  // Halted in the debugger it neither hears the request nor that its lock is taken.
  const session = await first.context().newCDPSession(first);
  await session.send('Debugger.enable');
  await session.send('Debugger.pause');
  const stuck = first.evaluate(() => 0).catch(() => {});
  assert.equal(await takeOver(second), true);
  await sql(second, 'INSERT INTO t VALUES(2)');
  assert.equal(await saved(second), true);
  await session.send('Debugger.disable');
  await stuck;
  await until(first, '!store.mayWrite()');
  assert.equal(await sql(second, 'SELECT sum(n) FROM t'), '3');
});

test('three tabs that work in turn lose nothing that was shown as saved, and show the same at the end', options, async (t) => {
  const all = await tabs(t, 3);
  const random = randomFrom(seed);
  const awake = new Map(); // tab → what wakes it
  await sql(all[0], 'CREATE TABLE counter(total); INSERT INTO counter VALUES(0); CREATE TABLE work(key PRIMARY KEY, total UNIQUE)');
  await saved(all[0]);
  let writer = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    // Left while it is at work, asleep or having finished, as chance has it.
    const mood = random();
    const work = all[writer].evaluate(startWork, ['abc'[writer], 1 + Math.floor(random() * 20)]).catch(() => {});
    if (mood < 0.4) await work;
    if (mood < 0.2) {
      // A browser freezes no tab that is in the midst of a transaction: the others would wait for it.
      await saved(all[writer]);
      awake.set(writer, await freeze(all[writer]));
    }
    writer = (writer + 1 + Math.floor(random() * 2)) % 3;
    if (awake.has(writer)) {
      await awake.get(writer)();
      awake.delete(writer);
      await until(all[writer], 'store.role === 2'); // it says so by itself
    }
    assert.equal(await takeOver(all[writer]), true, `seed ${seed}, turn ${turn}`);
    assert.equal(await roleOf(all[writer]), role.writer);
  }
  for (const wake of awake.values()) await wake();
  await all[writer].evaluate(startWork, ['abc'[writer], 1]);
  await saved(all[writer]);
  const everything = "SELECT group_concat(key || '=' || total) FROM (SELECT * FROM work ORDER BY key)";
  const state = await sql(all[writer], everything);
  for (const tab of all) await answers(tab, everything, state);
  const kept = new Map(state.split(',').map((entry) => entry.split('=')));
  assert.equal(await sql(all[writer], 'SELECT total FROM counter'), String(kept.size), 'every addition counts once');
  for (const tab of all) {
    const shown = await tab.evaluate(() => globalThis.shownAsSaved ?? []);
    for (const key of shown) assert.ok(kept.has(key), `seed ${seed}: ${key} was shown as saved and is gone`);
  }
  assert.ok(kept.size > turns);
  assert.equal(await sql(all[writer], 'PRAGMA integrity_check'), 'ok');
});

test('a tab that slept while another one worked cannot write when it wakes, says so and shows the new state', options, async (t) => {
  const [first, second] = await tabs(t, 2);
  await sql(first, 'CREATE TABLE t(n); INSERT INTO t VALUES(1)');
  await saved(first);
  const wake = await freeze(first);
  assert.equal(await takeOver(second), true);
  await sql(second, 'INSERT INTO t VALUES(2)');
  await saved(second);
  await wake();
  await until(first, 'store.role === 2');
  assert.match(await sql(first, 'INSERT INTO t VALUES(100)'), /^error/);
  assert.equal(await mayWrite(first), false);
  await answers(first, 'SELECT sum(n) FROM t', '3');
});

test('a tab that only followed and slept shows the newest state when it wakes', options, async (t) => {
  const [first, second] = await tabs(t, 2);
  await sql(first, 'CREATE TABLE t(n); INSERT INTO t VALUES(1)');
  await saved(first);
  await answers(second, 'SELECT sum(n) FROM t', '1');
  const wake = await freeze(second);
  await sql(first, 'INSERT INTO t VALUES(2)');
  await saved(first);
  await wake();
  await answers(second, 'SELECT sum(n) FROM t', '3');
  assert.equal(await roleOf(second), role.follower);
});

test('reloading the tab one works in does not give the right to write to one that waits', options, async (t) => {
  const [first, second, third] = await tabs(t, 3);
  await sql(first, 'CREATE TABLE t(n)');
  await saved(first);
  for (let time = 1; time <= 3; time += 1) {
    await first.reload();
    await openStore(first);
    assert.equal(await roleOf(first), role.writer, `after reload ${time}`);
    await sql(first, `INSERT INTO t VALUES(${time})`);
    assert.equal(await saved(first), true);
  }
  for (const waiting of [second, third]) {
    await answers(waiting, 'SELECT count(*) FROM t', '3');
    assert.equal(await mayWrite(waiting), false);
  }
  await first.close();
  await Promise.race([second, third].map((waiting) => until(waiting, 'store.mayWrite()')));
});

test('a tab whose reload takes long gets its right back, unless it was used meanwhile', options, async (t) => {
  const [first, second] = await twoTabs(t);
  await first.reload();
  await until(second, 'store.mayWrite()');
  await openStore(first);
  assert.equal(await roleOf(first), role.writer);
  assert.equal(await mayWrite(second), false);
  await sql(first, 'INSERT INTO t VALUES(2)');
  assert.equal(await saved(first), true);
  await answers(second, 'SELECT sum(n) FROM t', '3');

  await first.reload();
  await until(second, 'store.mayWrite()');
  await sql(second, 'INSERT INTO t VALUES(4)');
  assert.equal(await saved(second), true);
  await openStore(first);
  assert.equal(await mayWrite(first), false);
  await sql(second, 'INSERT INTO t VALUES(8)');
  assert.equal(await saved(second), true);
  await answers(first, 'SELECT sum(n) FROM t', '15');
});

test('a tab opened right after the writing one was closed may write', options, async (t) => {
  const [first, second] = await tabs(t, 2);
  await sql(first, 'CREATE TABLE t(n)');
  await saved(first);
  await first.close();
  const third = await host.tab(second.context());
  assert.equal(await roleOf(third), role.writer);
  await sql(third, 'INSERT INTO t VALUES(1)');
  assert.equal(await saved(third), true);
  await answers(second, 'SELECT count(*) FROM t', '1');
});
