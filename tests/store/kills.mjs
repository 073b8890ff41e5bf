// A browser killed again and again while a page of it writes: one profile, started anew after each kill and looked at.
// Limits: SIGKILL of the browser's main process, where Chromium's IndexedDB lives; not a power cut.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { launchProfile } from './page_host.mjs';

// A small generator, so that a run can be told by its seed; the browser's own timing is not repeatable.
export function randomFrom(seed) {
  let state = seed % 2147483647 || 1;
  return () => {
    state = state * 48271 % 2147483647;
    return state / 2147483647;
  };
}

// Its other processes outlive the main one by a moment; a new browser on the same profile must not meet them.
async function untilGone(id) {
  const end = Date.now() + 5000;
  while (Date.now() < end) {
    try {
      process.kill(id, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}

async function startBrowser(folder, origin) {
  const context = await launchProfile(folder);
  const session = await context.browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  const page = context.pages()[0] ?? await context.newPage();
  await page.goto(origin);
  return {
    page,
    session: await context.newCDPSession(page),
    async kill() {
      try {
        process.kill(main.id, 'SIGKILL');
      } catch { /* it was killed before */ }
      await context.close().catch(() => {});
      await Promise.all(processInfo.map(({ id }) => untilGone(id)));
    },
  };
}

// What the page tells leaves the browser at once, so that it outlives the kill.
async function listen(session, receive) {
  await session.send('Runtime.enable');
  session.on('Runtime.bindingCalled', ({ name, payload }) => { if (name === 'tellOutside') receive(payload); });
  await session.send('Runtime.addBinding', { name: 'tellOutside' });
}

// Chromium, started while processes of the killed one were still ending, has been seen to begin with an empty database in
// place of its own, whatever a page kept in it. Its log says so.
function deletedByBrowser(folder) {
  const databases = path.join(folder, 'Default/IndexedDB');
  const logs = fs.existsSync(databases) ? fs.readdirSync(databases).map((name) => path.join(databases, name, 'LOG')) : [];
  return logs.some((log) => fs.existsSync(log) && fs.readFileSync(log, 'utf8').includes('since it was missing'));
}

const openAndExamine = async (page, contender, seed) => {
  const fault = await contender.open(page);
  if (fault) return { failedToOpen: fault };
  return page.evaluate(async ([module, number]) => (await import(module)).found(number), [contender.load, seed]);
};

// contender: { open(page) → null or a fault, load: the address of a module with found(seed) and write(seed, from, told) }.
// Resolves to what went wrong: { kills, steps, lost, torn, failed_to_open, faults }. Ends early when something did, and when
// the browser itself has deleted its database: then `deleted` says what the page was told, "data gone" if it knows it.
export async function killAgainAndAgain({ origin, contender, kills, seed, longestMs = 1100 }) {
  const random = randomFrom(seed);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'killed-profile-'));
  const result = { kills: 0, steps: 0, lost: 0, torn: 0, failed_to_open: 0, deleted: null, faults: [] };
  let saved = 0;
  const refused = [];
  const receive = (text) => {
    const [word, ...rest] = text.split(' ');
    if (word === 'saved') saved = Math.max(saved, Number(rest[0]));
    else refused.push(rest.join(' '));
  };
  let browser = null;
  try {
    for (let round = 0; round <= kills; round += 1) {
      browser = await startBrowser(folder, origin);
      const last = round === kills;
      // Now and then the end comes while the database is being opened.
      if (!last && random() < 0.12) {
        contender.open(browser.page).catch(() => {});
        await new Promise((resolve) => { setTimeout(resolve, random() * 150); });
        await browser.kill();
        result.kills += 1;
        continue;
      }
      const state = await openAndExamine(browser.page, contender, seed);
      if (!state.failedToOpen && state.reached === 0 && saved > 0 && deletedByBrowser(folder)) {
        result.deleted = state.beginning ?? 'nothing';
        break;
      }
      const wrong = judge(state, saved, result);
      if (wrong) result.faults.push(`after ${result.kills} kills: ${wrong}`);
      if (last || wrong) {
        await browser.kill();
        if (wrong) break; // what follows would only be its consequence
        continue;
      }
      saved = Math.max(saved, state.reached);
      result.steps = state.reached;
      await listen(browser.session, receive);
      const stopped = browser.page.evaluate(async ([module, number, from]) => {
        await (await import(module)).write(number, from, globalThis.tellOutside);
      }, [contender.load, seed, state.reached + 1]).catch(() => {});
      await new Promise((resolve) => { setTimeout(resolve, 10 + random() * random() * longestMs); });
      await browser.kill();
      await stopped;
      result.kills += 1;
    }
  } finally {
    await browser?.kill();
    try {
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch { /* a browser that failed to start may still be at it; what is told matters more */ }
  }
  for (const text of refused) result.faults.push(`refused: ${text}`);
  return result;
}

function judge(state, saved, result) {
  if (state.failedToOpen) {
    result.failed_to_open += 1;
    return state.failedToOpen;
  }
  if (state.fault) {
    result.torn += 1;
    return state.fault;
  }
  if (state.reached < saved) {
    result.lost += 1;
    return `step ${saved} was shown as saved, there are ${state.reached}`;
  }
  return null;
}
