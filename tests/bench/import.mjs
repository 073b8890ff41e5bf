#!/usr/bin/env node
// tests/bench/import.mjs [--rows N] [--rounds N]: a CSV file into the app (from the click on Import until the page says
// "Import finished") and into our native core, each against `sqlite3 .import` of the same file into one table of a database on
// disk, in turns; and, in imports of their own, how long the page's main thread was held at a time. The native core needs
// the target bench_import of the preset `native`; without it that figure is left out.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { newProfile, openApp, openBrowser, top } from '../e2e/app.mjs';
import { figure, median, medianRatio, option, quantile, rounded } from './figure.mjs';
import { writePeople } from './people.mjs';
import { finishedDialog, openSite, proposeImport, removeProfile } from './site.mjs';
import { mainThread } from './trace.mjs';

const rows = option('rows', 10_000);
const rounds = option('rounds', 5);
const tracedImports = 2;
const frame_ms = 16.7;
const nativeCore = path.join(top, 'build/native/tests/bench/bench_import');

const site = await openSite();
const file = writePeople(path.join(site.folder, 'leads.csv'), rows);

function sqliteImport() {
  const database = path.join(site.folder, 'theirs.db');
  const times = [];
  for (let at = 0; at < 3; at += 1) {
    fs.rmSync(database, { force: true });
    const start = performance.now();
    execFileSync('sqlite3', [database, '.mode csv', `.import ${file} leads`]);
    times.push(performance.now() - start);
  }
  return median(times);
}

const nativeImport = () => Number(execFileSync(nativeCore, [file], { encoding: 'utf8' }));

// In the page: how long after the click it says that the import is finished, and how long until all is saved.
function watchImport() {
  return new Promise((resolve) => {
    let start = 0;
    let finished = 0;
    const isSaved = () => [...document.querySelectorAll('[role=status]')].some(({ textContent }) => textContent.startsWith('Saved'));
    document.addEventListener('pointerup', () => { start = performance.now(); }, { capture: true, once: true });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[role=dialog][aria-label="Import finished"]')) return;
      finished ||= performance.now();
      if (!isSaved()) return;
      observer.disconnect();
      resolve({ ms: finished - start, savedMs: performance.now() - start });
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

// The page is at settings/data.
async function importIn(page) {
  const button = await proposeImport(page, file);
  const watched = page.evaluate(watchImport);
  await button.click();
  const times = await watched;
  await finishedDialog(page).getByText(`${rows.toLocaleString('en-US')} added`).first().waitFor({ state: 'attached' });
  return times;
}

async function inFreshApp(work) {
  const profile = newProfile();
  const browser = await openBrowser(profile);
  try {
    return await work(await openApp(browser, site.url, 'settings/data'));
  } finally {
    await browser.close();
    removeProfile(profile);
  }
}

const importAndSave = () => inFreshApp(importIn);

const tasksOfImport = () => inFreshApp(async (page) => {
  const { tasks } = await mainThread(page, () => importIn(page));
  return tasks.filter(({ ms }) => ms >= 1); // the test driver's own and the empty ones say nothing
});

const results = [];
for (let at = 0; at < rounds; at += 1) {
  results.push({
    sqlite: sqliteImport(), native: fs.existsSync(nativeCore) ? nativeImport() : null, browser: await importAndSave(),
  });
}
const tasks = [];
for (let at = 0; at < tracedImports; at += 1) tasks.push(...await tasksOfImport());
await site.close();

const against = '`sqlite3 .import` of the same file';
const ofAll = (pick) => rounded(median(results.map(pick)));
const sqlite = ({ sqlite: ms }) => ms;
figure({
  name: 'import', value: medianRatio(results, (one) => one.browser.ms, sqlite), unit: 'ratio', against, bound: 16, rows,
  ms: ofAll((one) => one.browser.ms), saved_ms: ofAll((one) => one.browser.savedMs), against_ms: ofAll(sqlite), rounds,
});
if (results[0].native !== null) {
  figure({
    name: 'import_native', value: medianRatio(results, (one) => one.native, sqlite), unit: 'ratio', against, bound: 8, rows,
    ms: ofAll((one) => one.native), against_ms: ofAll(sqlite), rounds,
  });
}
const held = (share, of = 'ms') => rounded(quantile(tasks.map((one) => one[of]), share));
figure({
  name: 'import_slice', value: held(1, 'cpuMs'), unit: 'ms', against: 'a frame at 60 Hz', bound: frame_ms, rows,
  median_cpu_ms: held(0.5, 'cpuMs'), p95_cpu_ms: held(0.95, 'cpuMs'), median_ms: held(0.5), p95_ms: held(0.95), max_ms: held(1),
  whole_cpu_ms: rounded(tasks.reduce((sum, one) => sum + one.cpuMs, 0) / tracedImports), // of one import
  tasks: tasks.length, longer_than_a_frame: tasks.filter(({ cpuMs }) => cpuMs > frame_ms).length, rounds: tracedImports,
});
