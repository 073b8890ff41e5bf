// What was shown as saved stays: a killed browser, no network and no server, a browser that lacks a part.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { addLead, card, download, drawn, newProfile, openApp, openBrowser, saved, siteOfTests, startSite } from './app.mjs';

const site = siteOfTests();

async function kill(browser) {
  const session = await browser.browser()?.newBrowserCDPSession?.();
  const processes = session ? (await session.send('SystemInfo.getProcessInfo')).processInfo : [];
  const main = processes.find(({ type }) => type === 'browser');
  assert.ok(main, 'the browser tells its process');
  process.kill(main.id, 'SIGKILL');
  await browser.close().catch(() => {});
}

test('a browser killed during edits keeps everything that was shown as saved', async () => {
  const profile = newProfile();
  const known = [];
  for (let round = 0; round < 3; round++) {
    const browser = await openBrowser(profile);
    const page = await openApp(browser, site.url);
    for (const title of known) await card(page, title).waitFor();
    await addLead(page, `Saved ${round}`);
    await saved(page);
    known.push(`Saved ${round}`);
    // One more that may or may not be saved when the process dies.
    const field = page.getByRole('textbox', { name: 'Quick lead: title, phone or e-mail' });
    await field.fill(`Unknown ${round}`);
    await field.press('Enter');
    await kill(browser);
  }
});

test('what was being typed when the browser died is offered on the card', async () => {
  const profile = newProfile();
  const first = await openBrowser(profile);
  const page = await openApp(first, site.url);
  await addLead(page, 'Half typed');
  await page.keyboard.press('Escape');
  await card(page, 'Half typed').click();
  const field = page.getByRole('dialog', { name: 'Half typed' }).getByRole('textbox', { name: 'Comments' });
  await field.click();
  await field.fill('Wants oak, not');
  await drawn(page);
  await saved(page);
  await kill(first);
  const second = await openBrowser(profile);
  const again = await openApp(second, site.url);
  await card(again, 'Half typed').click();
  await again.getByText('Not saved: “Wants oak, not”').first().waitFor({ state: 'attached' });
  await again.getByRole('button', { name: 'Use it' }).click();
  await again.getByText('Not saved:').first().waitFor({ state: 'detached' });
  await saved(again);
  await again.reload();
  await again.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Wants oak, not'));
  await second.close();
});

test('after one visit everything works with the server stopped and the network off', async () => {
  const ownSite = await startSite();
  const browser = await openBrowser();
  const page = await openApp(browser, ownSite.url);
  await addLead(page, 'Before');
  await saved(page);
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  await ownSite.close();
  await browser.setOffline(true);
  await page.reload();
  await card(page, 'Before').waitFor();
  await addLead(page, 'Added offline');
  await saved(page);
  await page.reload();
  await card(page, 'Added offline').waitFor();
  await browser.close();
});

test('a second tab says so, shows the data, and can take over', async () => {
  const browser = await openBrowser();
  const first = await openApp(browser, site.url);
  await addLead(first, 'Seen by both');
  await saved(first);
  const second = await browser.newPage();
  await second.goto(site.url);
  await card(second, 'Seen by both').waitFor();
  await second.getByRole('button', { name: 'Work here' }).click();
  await second.getByRole('button', { name: 'Work here' }).waitFor({ state: 'detached' });
  await addLead(second, 'Written by the second');
  await saved(second);
  await first.bringToFront();
  await first.getByRole('button', { name: 'Work here' }).waitFor();
  await card(first, 'Written by the second').waitFor();
  await browser.close();
});

// Flips one bit in the middle of the longest record that the page store keeps.
const damage = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('leadkeep');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const transaction = opening.result.transaction('records', 'readwrite');
    const records = transaction.objectStore('records');
    let longest = null;
    records.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (cursor) {
        if (!longest || cursor.value.length > longest.value.length) longest = { key: cursor.key, value: cursor.value };
        return cursor.continue();
      }
      longest.value[longest.value.length >> 1] ^= 0x10;
      return records.put(longest.value, longest.key);
    };
    transaction.oncomplete = () => { opening.result.close(); resolve(); };
  };
}));

test('a damaged database is told in a sentence, kept as it is and offered as a file', async () => {
  const browser = await openBrowser();
  const page = await openApp(browser, site.url);
  await addLead(page, 'Before the damage');
  await saved(page);
  await page.goto(`${site.url}licenses.txt`); // nothing of the app runs while the record is damaged
  await damage(page);
  await page.goto(site.url);
  await page.getByRole('heading', { name: 'The saved data is damaged' }).waitFor();
  const file = await download(page, () => page.getByRole('button', { name: 'Save the damaged file' }).click());
  assert.match(file.name, /\.sqlite$/);
  assert.match(file.text, /^SQLite format 3/);
  await page.reload();
  await page.getByRole('heading', { name: 'The saved data is damaged' }).waitFor();
  await browser.close();
});

test('a full disk is told, what was typed stays, and is saved when there is room again', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const { origin } = new URL(site.url);
  const devtools = await browser.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await page.goto(site.url);
  await page.getByText(/storage is full: changes can't be saved/).first().waitFor({ state: 'attached' });
  const file = await download(page, () => page.getByRole('button', { name: 'Save a file' }).click());
  assert.match(file.text, /^SQLite format 3/);
  await page.getByRole('button', { name: 'Add to Not processed' }).click();
  const field = page.getByRole('textbox', { name: 'Quick lead: title, phone or e-mail' });
  await field.fill('Without room');
  await field.press('Enter');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await saved(page); // it tries again by itself; the button only does so sooner
  assert.equal(await field.inputValue(), 'Without room');
  await field.press('Enter');
  await card(page, 'Without room').waitFor();
  await saved(page);
  await page.reload();
  await card(page, 'Without room').waitFor();
  await browser.close();
});

test('a browser without WebGL2 gets a plain sentence', async () => {
  const browser = await openBrowser();
  await browser.addInitScript(() => { delete window.WebGL2RenderingContext; HTMLCanvasElement.prototype.getContext = () => null; });
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.getByText(/WebGL/).first().waitFor();
  await browser.close();
});

test('a browser without IndexedDB says that nothing is kept, and works on', async () => {
  const browser = await openBrowser();
  await browser.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('blocked by settings', 'SecurityError'); };
  });
  const page = await openApp(browser, site.url);
  await page.getByRole('button', { name: 'Save a file' }).waitFor();
  await browser.close();
});
