#!/usr/bin/env node
// tests/bench/at_rest.mjs [--seconds N]: how many frames are drawn while nobody touches the board, on which cards say how long
// their calls are overdue. What the last deed has started (a toast, a save) is waited for.
import { card, openApp, openBrowser, newProfile, saved } from '../e2e/app.mjs';
import { figure, option } from './figure.mjs';
import { openSite, removeProfile } from './site.mjs';

const seconds = option('seconds', 60);
const overdueCards = 3;

const pause = (page, ms) => page.evaluate((wait) => new Promise((resolve) => { setTimeout(resolve, wait); }), ms);
const frames = (page) => page.evaluate(() => window.leadkeepDebug.frames);

async function planOverdueCall(page, title) {
  await page.getByRole('button', { name: 'Add to Not processed' }).click();
  const field = page.getByRole('textbox', { name: 'Quick lead: title, phone or e-mail' });
  await field.fill(`${title}, ${title.replace(" ", ".")}@example.com`);
  await field.press('Enter');
  await field.press('Escape');
  await card(page, title).click();
  const panel = page.getByRole('dialog', { name: title });
  await panel.getByRole('tab', { name: 'Call' }).click();
  await panel.getByRole('textbox', { name: 'Subject' }).fill('Ask');
  const when = panel.getByRole('combobox', { name: 'When' }).or(panel.getByRole('textbox', { name: 'When' }));
  await when.fill('yesterday 10:00');
  await when.press('Enter');
  await panel.getByRole('button', { name: 'Plan' }).click();
  await panel.getByRole('list', { name: 'Planned' }).waitFor({ state: 'attached' });
  await panel.getByRole('button', { name: 'Close' }).first().click();
  await panel.waitFor({ state: 'detached' });
}

const site = await openSite();
const profile = newProfile();
const browser = await openBrowser(profile);
const page = await openApp(browser, site.url);
for (let at = 1; at <= overdueCards; at += 1) {
  await planOverdueCall(page, `Overdue ${at}`);
}
await saved(page);
const overdue = await page.getByRole('listitem').filter({ hasText: /overdue/ }).count(); // the pills themselves
if (overdue !== overdueCards) throw new Error(`${overdue} cards of ${overdueCards} are overdue`);
// Longer than a toast stays.
for (let before = -1, now = 0; before !== now; before = now, now = await frames(page)) await pause(page, 12_000);
const before = await frames(page);
await pause(page, seconds * 1000);
const drawn = (await frames(page)) - before;
await browser.close();
removeProfile(profile);
await site.close();
figure({ name: 'at_rest', value: drawn, unit: 'frames', bound: 0, seconds, overdue_cards: overdue });
