// Starts the built site and a Chromium on it, and says what a person does there in words: everything is found by role
// and name in the page's accessibility tree. Limits: `dist/` must be built; one server per test file.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { serve } from '../../tools/site/server.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const top = path.resolve(here, '../..');
export const dataFile = (name) => path.join(top, 'tests/unit/data', name);

const chromiumOptions = {
  executablePath: process.env.LEADKEEP_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync'],
};

export const startSite = () => serve({ root: path.join(top, 'dist'), port: 0, base: '/' });

// Ends what hangs; a machine that is starved has the time it needs.
const PATIENCE_MS = 60_000;

const openBrowsers = new Set();

export const newProfile = () => fs.mkdtempSync(path.join(os.tmpdir(), 'leadkeep-profile-'));

// A browser with a profile of its own that can be closed and opened again. `options` are Playwright's.
export async function openBrowser(profile = newProfile(), options = {}) {
  const context = await chromium.launchPersistentContext(profile, {
    ...chromiumOptions, viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'Europe/Moscow', acceptDownloads: true,
    reducedMotion: 'reduce', ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  openBrowsers.add(context);
  context.once('close', () => openBrowsers.delete(context));
  return context;
}

// After a file's tests: a browser that a failed one has left open would keep the process from ending.
export const closeBrowsers = () => Promise.all([...openBrowsers].map((context) => context.close().catch(() => {})));

// The site of a file's tests, served while they run; afterwards no browser is left open.
export function siteOfTests() {
  const site = {};
  before(async () => Object.assign(site, await startSite()));
  after(async () => {
    await closeBrowsers();
    await site.close();
  });
  return site;
}

// The board stands there, and what was done is saved.
export async function openApp(context, url, route = '') {
  const page = context.pages().find((one) => one.url() === 'about:blank') ?? await context.newPage();
  await page.goto(url + (route && `#${route}`));
  await boardShown(page);
  return page;
}

// Drawn, and past the screens that stand where the app cannot start.
export const boardShown = (page) => page.getByRole('navigation').waitFor({ state: 'attached' });
// Seen on the screen while a dialog, or a phone's card, hides it from assistive tools.
export const saved = (page) => page.getByRole('status', { includeHidden: true }).filter({ hasText: /^(Saved|Сохранено)/ }).waitFor({ state: 'attached' });
// What was typed or pressed has reached the program.
export const drawn = (page) => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
export const card = (page, title) => page.getByRole('listitem', { name: title });
export const column = (page, name) => page.getByRole('list', { name: new RegExp(`^${name},`) });

export async function addLead(page, title, columnName = 'Not processed') {
  const field = page.getByRole('textbox', { name: 'Quick lead: title, phone or e-mail' });
  if (!await field.count()) await page.getByRole('button', { name: `Add to ${columnName}` }).click();
  await field.fill(title);
  await field.press('Enter');
  await card(page, title).waitFor();
}

// Where a card is, by the name of its column.
export async function columnOf(page, title) {
  const list = page.getByRole('list').filter({ has: card(page, title) });
  return (await list.getAttribute('aria-label')).replace(/, \d.*$/, '');
}

export async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), path: await file.path(), text: fs.readFileSync(await file.path(), 'utf8') };
}

export async function chooseFile(page, act, file) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
  await chooser.setFiles(file);
}

// Presses Tab until what is so named has the keyboard, each time waiting for the page to say where it is now.
export async function tabTo(page, name) {
  const focused = () => page.evaluate(() => {
    const id = document.querySelector('[role=application]').getAttribute('aria-activedescendant');
    return { id, name: id && document.getElementById(id)?.getAttribute('aria-label') };
  });
  const seen = [];
  for (let before = await focused(); before.name !== name; before = await focused()) {
    if (seen.length > 80) throw new Error(`Tab does not reach ${name}; it went through: ${seen.join(', ')}`);
    seen.push(before.name);
    await page.keyboard.press('Tab');
    await page.waitForFunction((id) => document.querySelector('[role=application]').getAttribute('aria-activedescendant') !== id, before.id);
  }
}
