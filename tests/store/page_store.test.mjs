// The page store in Chromium, without the application: what a person notices of it after reloads, kills and with two tabs.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { builtModule, launch, launchProfile, openStore, startServer } from './page_host.mjs';

const skip = fs.existsSync(builtModule) ? false : 'the target bench_commits is not built';
const options = { skip, timeout: 60_000 };
const status = { saved: 0, saving: 1, failing: 2, readOnly: 3, memoryOnly: 4 };
const beginning = { firstRun: 0, existing: 1, dataGone: 2 };
const role = { writer: 0, follower: 1, lost: 2 };

let server;
let browser;
before(async () => {
  if (skip) return;
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function pageIn(context) {
  const page = await context.newPage();
  await page.goto(server.origin);
  return page;
}

// A browser profile of its own, closed with the test.
async function freshContext(t) {
  const context = await browser.newContext();
  t.after(() => context.close());
  return context;
}

const freshPage = async (t) => pageIn(await freshContext(t));

const sql = (page, command) => page.evaluate((text) => globalThis.store.sql(text), command);
const saved = (page) => page.evaluate(() => globalThis.store.whenSaved());

async function twoTabs(t) {
  const context = await freshContext(t);
  const first = await pageIn(context);
  await openStore(first);
  await sql(first, 'CREATE TABLE t(n); INSERT INTO t VALUES(1)');
  await saved(first);
  const second = await pageIn(context);
  return { context, first, second, opened: await openStore(second) };
}

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

test('a second tab shows the data, cannot write, and sees what the first one saves', options, async (t) => {
  const { first, second, opened } = await twoTabs(t);
  assert.equal(opened.role, role.follower);
  assert.equal(await sql(second, 'SELECT count(*) FROM t'), '1');
  assert.equal(await second.evaluate(() => globalThis.store.mayWrite()), false);
  assert.match(await sql(second, 'INSERT INTO t VALUES(2)'), /^error/);
  const heard = second.evaluate(() => globalThis.store.when(() => globalThis.store.sql('SELECT count(*) FROM t') === '3'));
  await sql(first, 'INSERT INTO t VALUES(2)');
  await sql(first, 'INSERT INTO t VALUES(3)');
  await heard;
  assert.equal(await sql(second, 'SELECT sum(n) FROM t'), '6');
});

test('the second tab takes over with everything, and the first one can no longer write', options, async (t) => {
  const { first, second } = await twoTabs(t);
  await sql(first, 'INSERT INTO t VALUES(5)'); // not awaited: taking over waits for it
  assert.equal(await second.evaluate(() => globalThis.store.takeOver()), true);
  assert.equal(await sql(second, 'SELECT sum(n) FROM t'), '6');
  assert.equal(await first.evaluate(() => globalThis.store.role), role.lost);
  assert.equal(await first.evaluate(() => globalThis.store.mayWrite()), false);
  assert.match(await sql(first, 'INSERT INTO t VALUES(9)'), /^error/);
  const heard = first.evaluate(() => globalThis.store.when(() => globalThis.store.sql('SELECT sum(n) FROM t') === '13'));
  await sql(second, 'INSERT INTO t VALUES(7)');
  await heard;
  assert.equal(await first.evaluate(() => globalThis.store.takeOver()), true);
  await sql(first, 'INSERT INTO t VALUES(100)');
  assert.equal(await saved(first), true);
  assert.equal(await sql(first, 'PRAGMA integrity_check'), 'ok');
});

test('when the writing tab is closed, the other one may write', options, async (t) => {
  const { first, second } = await twoTabs(t);
  const promoted = second.evaluate(() => globalThis.store.when(() => globalThis.store.mayWrite()));
  await first.close();
  await promoted;
  await sql(second, 'INSERT INTO t VALUES(2)');
  assert.equal(await saved(second), true);
});

test('a tab that slept through the take-over cannot write', options, async (t) => {
  const { context, first, second } = await twoTabs(t);
  // Halted in the debugger it neither hears the request nor that its lock is taken.
  const session = await context.newCDPSession(first);
  await session.send('Debugger.enable');
  await session.send('Debugger.pause');
  const stuck = first.evaluate(() => 0).catch(() => {});
  assert.equal(await second.evaluate(() => globalThis.store.takeOver()), true);
  await sql(second, 'INSERT INTO t VALUES(2)');
  assert.equal(await saved(second), true);
  await session.send('Debugger.disable');
  await stuck;
  await first.evaluate(() => globalThis.store.when(() => !globalThis.store.mayWrite()));
  assert.equal(await sql(second, 'SELECT sum(n) FROM t'), '3');
});

test('data that the browser has lost is told from a first run', options, async (t) => {
  const page = await freshPage(t);
  await openStore(page);
  await sql(page, 'CREATE TABLE t(n)');
  await saved(page);
  await page.goto(`${server.origin}/elsewhere`);
  await page.evaluate(() => new Promise((resolve) => { indexedDB.deleteDatabase('leadkeep-test').onsuccess = resolve; }));
  const opened = await openStore(page);
  assert.equal(opened.beginning, beginning.dataGone);
  assert.equal(await page.evaluate(() => globalThis.store.mayWrite()), false);
  await page.evaluate(() => globalThis.store.startAfresh());
  await sql(page, 'CREATE TABLE t(n)');
  assert.equal(await saved(page), true);
});

test('a damaged record is refused with a sentence, and nothing is overwritten', options, async (t) => {
  const page = await freshPage(t);
  await openStore(page);
  await sql(page, 'CREATE TABLE t(n)');
  await saved(page);
  await page.goto(`${server.origin}/elsewhere`);
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
  await page.goto(`${server.origin}/elsewhere`);
  assert.deepEqual(await everything(), before);
});

test('a killed browser keeps all that it has shown as saved, and no half of anything', options, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'page-store-'));
  let atLeast = 0;
  try {
    for (let round = 0; round < 4; round += 1) {
      const context = await launchProfile(folder);
      const page = await pageIn(context);
      const opened = await openStore(page);
      assert.equal(opened.fault, null);
      if (round === 0) await sql(page, 'CREATE TABLE t(n INTEGER PRIMARY KEY, body)');
      const count = Number(await sql(page, 'SELECT count(*) FROM t'));
      assert.ok(count >= atLeast, `${count} rows after a kill, ${atLeast} were saved`);
      assert.equal(await sql(page, 'SELECT count(*) FROM t WHERE n > (SELECT count(*) FROM t)'), '0'); // no hole
      assert.equal(await sql(page, 'PRAGMA integrity_check'), 'ok');
      const session = await context.browser().newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      atLeast = await page.evaluate(async (wanted) => {
        const { store } = globalThis;
        const before = store.state().durable;
        const rows = Number(store.sql('SELECT count(*) FROM t'));
        const first = store.state().committed;
        for (let i = 0; i < 2000 && store.state().durable - before < wanted; i += 1) {
          store.sql('INSERT INTO t(body) VALUES(randomblob(500))');
          await new Promise((resolve) => { setTimeout(resolve); });
        }
        return rows + Math.max(0, store.state().durable - first);
      }, 40 + round * 25);
      const main = processInfo.find(({ type }) => type === 'browser');
      process.kill(main.id, 'SIGKILL');
      await context.close().catch(() => {});
    }
    assert.ok(atLeast > 0);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
