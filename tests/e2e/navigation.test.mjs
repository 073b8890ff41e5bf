// Addresses of pages and cards in Chromium: opened straight, gone back and forward through, kept over a reload, and kind
// where they lead to nothing.
import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, test } from 'node:test';

import { addLead, boardShown, card, openApp, openBrowser, saved, siteOfTests } from './app.mjs';

const site = siteOfTests();
let browser, page;
beforeEach(async () => {
  browser = await openBrowser();
  page = await openApp(browser, site.url, 'leads');
  for (const title of ['Garden path', 'Roof repair']) await addLead(page, title);
  await page.keyboard.press('Escape');
});
afterEach(() => browser.close());

const panel = (title) => page.getByRole('dialog', { name: title });
const noPanel = () => page.getByRole('dialog').waitFor({ state: 'detached' });
const heading = (name) => page.getByRole('heading', { name, level: 1 }).waitFor();
const address = () => page.evaluate(() => location.hash);

async function open(title) {
  await card(page, title).click();
  await panel(title).waitFor();
}

test('the address of a card opens it over its board, and it stays over a reload', async () => {
  await open('Roof repair');
  const where = await address();
  assert.match(where, /^#lead\/[0-9a-f-]{36}$/);
  await saved(page);
  await page.goto('about:blank');
  await page.goto(site.url + where);
  await panel('Roof repair').waitFor();
  await page.reload();
  await panel('Roof repair').waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await noPanel();
  await card(page, 'Garden path').waitFor();
  assert.equal(await address(), '#leads');
});

test('Back closes the card, then goes to the page before; Forward comes to the card again', async () => {
  await page.getByRole('link', { name: 'Deals' }).click();
  await heading('Deals');
  await page.getByRole('link', { name: 'Leads' }).click();
  await open('Roof repair');
  await page.goBack();
  await noPanel();
  await heading('Leads');
  await page.goBack();
  await heading('Deals');
  await page.goForward();
  await heading('Leads');
  await page.goForward();
  await panel('Roof repair').waitFor();
});

test('from card to card is one step: Back goes to the board, not through all of them', async () => {
  await open('Roof repair');
  await page.getByRole('button', { name: 'Next card' }).click();
  await panel('Garden path').waitFor();
  await page.getByRole('button', { name: 'Previous card' }).click();
  await panel('Roof repair').waitFor();
  await page.goBack();
  await noPanel();
  assert.equal(await address(), '#leads');
  await page.goForward();
  await panel('Roof repair').waitFor();
});

test('a page of the settings stays over a reload', async () => {
  await page.goto(`${site.url}#settings/storage`);
  await page.getByRole('tab', { name: 'Storage', selected: true }).waitFor();
  await page.reload();
  await boardShown(page);
  await page.getByRole('tab', { name: 'Storage', selected: true }).waitFor();
});

test('an address of a card that never was says so, with the way to the board', async () => {
  await page.goto(`${site.url}#lead/01a20515-14be-786a-8eec-50e2d3a5250b`);
  await page.getByRole('heading', { name: "This card isn't here" }).waitFor();
  await page.getByRole('button', { name: 'Back to the board' }).click();
  await noPanel();
  await card(page, 'Roof repair').waitFor();
});

test('an address of a card in the trash shows the card, says where it is, and gives it back', async () => {
  await open('Roof repair');
  const where = await address();
  await panel('Roof repair').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /trash/i }).click();
  await card(page, 'Roof repair').waitFor({ state: 'detached' });
  await saved(page);
  await page.goto('about:blank');
  await page.goto(site.url + where);
  await panel('Roof repair').getByText('This card is in the trash.').waitFor();
  await panel('Roof repair').getByRole('button', { name: 'Restore' }).click();
  await panel('Roof repair').getByText('This card is in the trash.').waitFor({ state: 'detached' });
  await page.goto(`${site.url}#leads`);
  await card(page, 'Roof repair').waitFor();
});

test('the title of the window says where one is', async () => {
  const titled = (title) => page.waitForFunction((wanted) => document.title === wanted, title);
  await titled('Leads — Leadkeep');
  await page.getByRole('link', { name: 'Contacts' }).click();
  await titled('Contacts — Leadkeep');
  await page.getByRole('link', { name: 'Leads' }).click();
  await open('Roof repair');
  await titled('Roof repair — Leadkeep');
});

test('an address that names nothing comes to the board', async () => {
  for (const nothing of ['nowhere', 'lead/17', '%zz']) {
    await page.goto(`${site.url}#${nothing}`);
    await page.reload();
    await card(page, 'Roof repair').waitFor();
  }
});
