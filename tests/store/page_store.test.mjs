// The page store in Chromium, without the application: what a person notices of it in one tab, after reloads and losses.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openStore } from './page_host.mjs';
import { beginning, mayWrite, options, role, saved, sql, status, testBrowser } from './test_browser.mjs';

const host = testBrowser();
const freshPage = async (t) => host.page(await host.context(t));

test('what was shown as saved is there after a reload', options, async (t) => {
  const page = await freshPage(t);
  assert.equal((await openStore(page)).beginning, beginning.firstRun);
  await sql(page, 'CREATE TABLE t(n); INSERT INTO t VALUES(7)');
  assert.equal(await saved(page), true);
  assert.equal((await page.evaluate(() => globalThis.store.state())).status, status.saved);
  await page.reload();
  const opened = await openStore(page);
  assert.deepEqual([opened.fault, opened.beginning, opened.role], [null, beginning.existing, role.writer]);
  assert.equal(await sql(page, 'SELECT n FROM t'), '7');
  assert.equal(await sql(page, 'PRAGMA integrity_check'), 'ok');
});

test('a change made just before the page is left is there after it', options, async (t) => {
  const page = await freshPage(t);
  await openStore(page);
  await sql(page, 'CREATE TABLE t(n)');
  await saved(page);
  await sql(page, 'INSERT INTO t VALUES(8)'); // and nobody waits for Saved
  await page.reload();
  await openStore(page);
  assert.equal(await sql(page, 'SELECT n FROM t'), '8');
});

test('data that the browser has lost is told from a first run', options, async (t) => {
  const page = await freshPage(t);
  await openStore(page);
  await sql(page, 'CREATE TABLE t(n)');
  await saved(page);
  await host.elsewhere(page);
  await page.evaluate(() => new Promise((resolve) => { indexedDB.deleteDatabase('leadkeep-test').onsuccess = resolve; }));
  const opened = await openStore(page);
  assert.equal(opened.beginning, beginning.dataGone);
  assert.equal(await mayWrite(page), false);
  await page.evaluate(() => globalThis.store.startAfresh());
  await sql(page, 'CREATE TABLE t(n)');
  assert.equal(await saved(page), true);
});

test('a damaged record is refused with a sentence, and nothing is overwritten', options, async (t) => {
  const page = await freshPage(t);
  await openStore(page);
  await sql(page, 'CREATE TABLE t(n)');
  await saved(page);
  await host.elsewhere(page);
  const everything = () => page.evaluate(() => new Promise((resolve) => {
    indexedDB.open('leadkeep-test').onsuccess = ({ target }) => {
      const records = target.result.transaction('records').objectStore('records');
      records.getAll().onsuccess = ({ target: all }) => { target.result.close(); resolve(all.result.map((value) => [...value].join())); };
    };
  }));
  await page.evaluate(() => new Promise((resolve) => {
    indexedDB.open('leadkeep-test').onsuccess = ({ target }) => {
      const transaction = target.result.transaction('records', 'readwrite');
      const records = transaction.objectStore('records');
      records.getAllKeys().onsuccess = ({ target: { result: keys } }) => {
        const key = keys.find((one) => one.startsWith('log/'));
        records.get(key).onsuccess = ({ target: { result: value } }) => { value[1000] ^= 1; records.put(value, key); };
      };
      transaction.oncomplete = () => { target.result.close(); resolve(); };
    };
  }));
  const before = await everything();
  assert.match((await openStore(page)).fault, /damaged/);
  await host.elsewhere(page);
  assert.deepEqual(await everything(), before);
});
