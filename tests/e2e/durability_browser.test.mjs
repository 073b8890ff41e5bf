// When the browser misbehaves: what a person sees of it in the built app, that nothing shown as saved is lost by it, and
// that the work goes on when it has passed. The faults are provoked in a real Chromium (browser.mjs).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';

import { addLead, boardShown, card, newProfile, openApp, openBrowser, saved, siteOfTests } from './app.mjs';
import { bystander, deleteStored, freeze, holdOpening, holdTransactions, limitRoom } from './browser.mjs';

const site = siteOfTests();

const told = (page, words) => page.getByText(words).first().waitFor({ state: 'attached' });
const gone = (page, words) => page.getByText(words).first().waitFor({ state: 'detached' });
const workHere = (page) => page.getByRole('button', { name: 'Work here' });

async function appWith(title, profile) {
  const browser = await openBrowser(profile);
  const page = await openApp(browser, site.url);
  await addLead(page, title);
  await saved(page);
  return { browser, page };
}

test('a browser that does not answer is told within seconds, what is typed meanwhile stays, and is saved when it answers', async () => {
  const { browser, page } = await appWith('Before the silence');
  const other = await bystander(browser, site);
  const answerAgain = await holdTransactions(other);
  await page.bringToFront();
  await addLead(page, 'Into the silence');
  await told(page, /the browser has not answered for some seconds/);
  await page.getByRole('button', { name: 'Save a file' }).waitFor({ state: 'attached' });
  await addLead(page, 'Typed meanwhile');
  await answerAgain();
  await gone(page, /the browser has not answered for some seconds/);
  await saved(page);
  await page.reload();
  for (const title of ['Before the silence', 'Into the silence', 'Typed meanwhile']) await card(page, title).waitFor();
  await browser.close();
});

test('saved data that does not come is told within seconds on the empty page, and then the board shows', async () => {
  const { browser, page } = await appWith('Waited for');
  await page.goto(`${site.url}licenses.txt`);
  const other = await bystander(browser, site);
  const answerAgain = await holdTransactions(other);
  await page.goto(site.url);
  await page.getByRole('status').filter({ hasText: /has not handed over the saved data yet/ }).waitFor();
  await answerAgain();
  await boardShown(page);
  await card(page, 'Waited for').waitFor();
  await page.getByText(/has not handed over the saved data yet/).waitFor({ state: 'hidden' });
  await browser.close();
});

test('an opening that never comes is told; the data deleted behind it is told as lost, not shown as an empty board', async () => {
  const { browser, page } = await appWith('Deleted elsewhere');
  await page.goto(`${site.url}licenses.txt`);
  const other = await bystander(browser, site);
  const letGo = await holdOpening(other);
  await page.goto(site.url);
  await page.getByRole('status').filter({ hasText: /has not handed over the saved data yet/ }).waitFor();
  await letGo();
  await page.getByRole('heading', { name: /data is gone|lost/i }).waitFor();
  assert.equal(await page.getByRole('navigation').count(), 0);
  await browser.close();
});

test('the database deleted from another page does not disturb the work: everything is saved anew', async () => {
  const { browser, page } = await appWith('Written twice');
  const other = await bystander(browser, site);
  await other.evaluate(() => new Promise((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase('leadkeep');
    deletion.onsuccess = resolve; // the app's connection has let go at versionchange
    deletion.onblocked = () => reject(new Error('blocked'));
  }));
  await page.bringToFront();
  await addLead(page, 'After the deletion');
  await saved(page);
  await page.reload();
  for (const title of ['Written twice', 'After the deletion']) await card(page, title).waitFor();
  await browser.close();
});

test('a connection that the browser closes by force is opened again, and the work goes on', async () => {
  const { browser, page } = await appWith('Before the force');
  await deleteStored(page, site);
  await addLead(page, 'After the force');
  await saved(page);
  await page.reload();
  for (const title of ['Before the force', 'After the force']) await card(page, title).waitFor();
  await browser.close();
});

test('a disk that fills up is told, the data opens from it all the same, and saving goes on when there is room', async () => {
  const { browser, page } = await appWith('There before');
  await limitRoom(page, site, 1);
  const field = page.getByRole('textbox', { name: 'Quick lead: title, phone or e-mail' });
  const full = page.getByText(/storage is full: changes can't be saved/).first();
  // Chromium reckons for up to half a minute with the room that it has counted before. Few, so that all stay in sight.
  let typed = 0;
  for (let isTold = false; !isTold && typed < 7;) {
    typed += 1;
    await field.fill(`Typed ${typed}`);
    await field.press('Enter');
    isTold = await full.waitFor({ state: 'attached', timeout: 9000 }).then(() => true, () => false);
  }
  await full.waitFor({ state: 'attached' });
  await limitRoom(page, site, null);
  await full.waitFor({ state: 'detached' });
  await saved(page);
  await page.reload();
  for (const title of ['There before', `Typed ${typed}`]) await card(page, title).waitFor();
  await browser.close();
});

test('a browser set to keep nothing for the page says so, and lets one work and save a file', async () => {
  const profile = newProfile();
  fs.mkdirSync(path.join(profile, 'Default'), { recursive: true });
  const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
  fs.writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(blocked));
  const browser = await openBrowser(profile);
  const page = await openApp(browser, site.url);
  await told(page, /does not let this page keep data/);
  await page.getByRole('button', { name: 'Save a file' }).waitFor({ state: 'attached' });
  await addLead(page, 'Only in memory');
  await browser.close();
});

test('a tab frozen while another one worked says that it cannot write, and shows the new state', async () => {
  const { browser, page: first } = await appWith('By the first');
  const wake = await freeze(first);
  const second = await browser.newPage();
  await second.goto(site.url);
  await workHere(second).click();
  await workHere(second).waitFor({ state: 'detached' });
  await addLead(second, 'By the second');
  await saved(second);
  await wake();
  await first.bringToFront();
  await workHere(first).waitFor();
  await card(first, 'By the second').waitFor();
  await browser.close();
});

test('reloading the tab one works in leaves the right to work there, and closing it passes the right on', async () => {
  const { browser, page: first } = await appWith('Kept at work');
  const second = await browser.newPage();
  await second.goto(site.url);
  await workHere(second).waitFor();
  await first.bringToFront();
  await first.reload();
  await card(first, 'Kept at work').waitFor();
  await addLead(first, 'After the reload');
  await saved(first);
  await card(second, 'After the reload').waitFor();
  await workHere(second).waitFor();
  await first.close();
  await workHere(second).waitFor({ state: 'detached' });
  await addLead(second, 'By the one that is left');
  await saved(second);
  await browser.close();
});

test('a page come back to by the back button is the one that was left, and goes on saving', async () => {
  const browser = await openBrowser(newProfile(), { ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  const page = await openApp(browser, site.url);
  await addLead(page, 'Before leaving');
  await saved(page);
  await page.goto(`${site.url}licenses.txt`);
  page.evaluate(() => window.history.back()).catch(() => {}); // its end is not seen by the driver when nothing is loaded
  await card(page, 'Before leaving').waitFor();
  await addLead(page, 'After coming back');
  await saved(page);
  await page.reload();
  await card(page, 'After coming back').waitFor();
  await browser.close();
});
