// A page restored from the browser's back-forward cache: it slept whole, with its memory, its lock and its connections,
// and must find out what it is still allowed and what it has missed.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openStore } from './page_host.mjs';
import { answers, mayWrite, options, role, roleOf, saved, sql, takeOver, testBrowser } from './test_browser.mjs';

const host = testBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });

async function openTab(context) {
  const tab = await host.tab(context);
  await tab.evaluate(() => {
    window.addEventListener('pageshow', ({ persisted }) => { globalThis.restored = persisted; });
  });
  return tab;
}

// The driver does not see the end of such a navigation, and what it asks meanwhile may get lost with the page that went.
async function goBack(tab) {
  tab.evaluate(() => window.history.back()).catch(() => {});
  for (;;) {
    const where = tab.evaluate(() => (document.readyState === 'complete' ? window.location.pathname : '')).catch(() => '');
    if (await Promise.race([where, new Promise((resolve) => { setTimeout(resolve, 500, ''); })]) === '/app') break;
  }
  // Not restored but loaded anew: as right as the other, and nothing is left to be wrong.
  const restored = await tab.evaluate(() => globalThis.restored === true);
  if (!restored) await openStore(tab);
  return restored;
}

test('a page that went and came back goes on writing when nobody else did', options, async (t) => {
  const context = await host.context(t);
  const tab = await openTab(context);
  await sql(tab, 'CREATE TABLE t(n); INSERT INTO t VALUES(1)');
  await host.elsewhere(tab);
  const restored = await goBack(tab);
  t.diagnostic(`restored from the cache: ${restored}`);
  assert.equal(await roleOf(tab), role.writer);
  await sql(tab, 'INSERT INTO t VALUES(2)');
  assert.equal(await saved(tab), true);
  assert.equal(await sql(tab, 'SELECT sum(n) FROM t'), '3');
});

test('a page that comes back after another one worked cannot write, and shows the new state', options, async (t) => {
  const context = await host.context(t);
  const first = await openTab(context);
  await sql(first, 'CREATE TABLE t(n); INSERT INTO t VALUES(1)');
  assert.equal(await saved(first), true); // what is not may stay behind with the page
  await host.elsewhere(first);
  const second = await openTab(context);
  if (await roleOf(second) !== role.writer) assert.equal(await takeOver(second), true);
  await sql(second, 'INSERT INTO t VALUES(2)');
  assert.equal(await saved(second), true);
  const restored = await goBack(first);
  t.diagnostic(`restored from the cache: ${restored}`);
  await answers(first, 'SELECT sum(n) FROM t', '3');
  assert.equal(await mayWrite(first), false);
  assert.match(await sql(first, 'INSERT INTO t VALUES(100)'), /^error/);
  await sql(second, 'INSERT INTO t VALUES(3)');
  assert.equal(await saved(second), true);
  await answers(first, 'SELECT sum(n) FROM t', '6');
});

test('a page that only followed shows what was written while it was away', options, async (t) => {
  const context = await host.context(t);
  const first = await openTab(context);
  const second = await openTab(context);
  await sql(first, 'CREATE TABLE t(n); INSERT INTO t VALUES(1)');
  await saved(first);
  await answers(second, 'SELECT sum(n) FROM t', '1');
  await host.elsewhere(second);
  await sql(first, 'INSERT INTO t VALUES(2)');
  await saved(first);
  t.diagnostic(`restored from the cache: ${await goBack(second)}`);
  await answers(second, 'SELECT sum(n) FROM t', '3');
  assert.equal(await roleOf(second), role.follower);
});
