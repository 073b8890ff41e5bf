// A browser with the page store in its tabs, as the tests in this folder speak to it. Every wait here ends by what the store
// says; PATIENCE_MS only ends what hangs, and leaves a starved machine its time.
import fs from 'node:fs';
import { after, before } from 'node:test';

import { builtModule, launch, openStore, startServer } from './page_host.mjs';

export const status = { saved: 0, saving: 1, failing: 2, readOnly: 3, memoryOnly: 4 };
export const beginning = { firstRun: 0, existing: 1, dataGone: 2 };
export const role = { writer: 0, follower: 1, lost: 2 };

const PATIENCE_MS = 120_000;
export const skip = fs.existsSync(builtModule) ? false : 'the target bench_commits is not built';
export const options = { skip, timeout: 3 * PATIENCE_MS };

// One browser for the tests of a file. context(t): a profile of its own, closed with the test; page(context): a page of the
// host without the store; tab(context): one with the store opened.
export function testBrowser(launchOptions = {}) {
  const host = {};
  before(async () => {
    if (skip) return;
    host.server = await startServer();
    host.browser = await launch(launchOptions);
  });
  after(async () => {
    await host.browser?.close();
    host.server?.close();
  });
  host.context = async (t) => {
    const context = await host.browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
    t.after(() => context.close());
    return context;
  };
  host.page = async (context) => {
    const page = await context.newPage();
    await page.goto(`${host.server.origin}/app`);
    return page;
  };
  host.tab = async (context) => {
    const page = await host.page(context);
    await openStore(page);
    return page;
  };
  host.elsewhere = (page) => page.goto(`${host.server.origin}/elsewhere`);
  return host;
}

export const sql = (tab, command) => tab.evaluate((text) => globalThis.store.sql(text), command);
export const saved = (tab) => tab.evaluate(() => globalThis.store.whenSaved());
export const takeOver = (tab) => tab.evaluate(() => globalThis.store.takeOver());
export const roleOf = (tab) => tab.evaluate(() => globalThis.store.role);
export const mayWrite = (tab) => tab.evaluate(() => globalThis.store.mayWrite());

// Resolves when `source`, an expression in the page about `store`, is true; rejects with the tab's state if it never is.
export const until = (tab, source) => tab.evaluate(([expression, patience]) => {
  const { store } = globalThis;
  const condition = new Function('store', `return ${expression}`); // eslint-disable-line no-new-func
  const state = () => JSON.stringify([store.role, store.contentChanges, store.state()]).slice(0, 200);
  return Promise.race([
    store.when(() => condition(store)),
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`${expression.slice(0, 120)} stays untrue: ${state()}`)), patience);
    }),
  ]);
}, [source, PATIENCE_MS]);

export const answers = (tab, command, wanted) => until(tab, `store.sql(${JSON.stringify(command)}) === ${JSON.stringify(wanted)}`);
