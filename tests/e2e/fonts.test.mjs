// What a first visit loads in Chromium, and the letters that come only when a text has them.
import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, test } from 'node:test';

import { BUDGET_BYTES, firstLoad } from '../../tools/site/size_budget.mjs';
import { addLead, boardShown, card, closeBrowsers, drawn, openBrowser, saved, siteOfTests, top } from './app.mjs';

const site = siteOfTests();
afterEach(closeBrowsers);

const newPage = async (options) => {
  const browser = await openBrowser(undefined, options);
  return browser.newPage();
};

for (const [language, locale] of [['an English', 'en-US'], ['a Russian', 'ru-RU']]) {
  test(`${language} device loads nothing before the board that the budget does not count`, async () => {
    const page = await newPage({ locale });
    const asked = new Set();
    page.on('request', (request) => {
      if (request.url().startsWith(site.url)) asked.add(request.url().slice(site.url.length) || 'index.html');
    });
    await page.goto(site.url);
    await boardShown(page);
    const counted = firstLoad(path.join(top, 'dist'));
    assert.ok(asked.size >= 6, `only ${[...asked]}`);
    assert.deepEqual([...asked].filter((file) => !counted.files.includes(file)), []);
    assert.ok(counted.bytes <= BUDGET_BYTES, `${counted.bytes} bytes`);
  });
}

test('a name with letters of another language is drawn with its font as soon as that has come', async () => {
  const page = await newPage();
  let send;
  const held = new Promise((resolve) => { send = resolve; });
  await page.route(/later-inter-latin-ext/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(site.url);
  await boardShown(page);
  const asked = page.waitForRequest(/later-inter-latin-ext/);
  await addLead(page, 'Dvořák');
  await asked;
  await saved(page);
  await drawn(page);
  // Not Playwright's own picture: that waits for the very font.
  const client = await page.context().newCDPSession(page);
  const picture = async () => (await client.send('Page.captureScreenshot', { clip: { ...await card(page, 'Dvořák').boundingBox(), scale: 1 } })).data;
  const without = await picture();
  send();
  await page.waitForFunction(() => [...document.fonts].every((font) => font.status !== 'loading'));
  for (let frames = 0; await picture() === without; frames++) {
    assert.ok(frames < 100, 'the card still has the letters of another font');
    await drawn(page);
  }
});
