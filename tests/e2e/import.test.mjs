// Foreign files in Chromium: the three real ones arrive whole, an import is undone or cancelled, bad files are refused.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { addLead, card, chooseFile, column, dataFile, download, openApp, openBrowser, startSite } from './app.mjs';

let site, browser, page;
before(async () => { site = await startSite(); });
after(() => site.close());
beforeEach(async () => {
  browser = await openBrowser();
  page = await openApp(browser, site.url, 'settings/data');
});
afterEach(() => browser.close());

const finished = () => page.getByRole('dialog', { name: 'Import finished' });

async function propose(file) {
  await chooseFile(page, () => page.getByRole('button', { name: 'Import CSV' }).click(), file);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.waitFor();
  return dialog;
}

async function importFile(file) {
  const dialog = await propose(file);
  await dialog.getByRole('button', { name: /^Import \d+ rows?/ }).click();
  await finished().waitFor({ timeout: 60_000 });
}

const done = () => finished().getByRole('button', { name: 'Done' }).click();
const totals = async () => Number((await page.getByRole('link', { name: 'Leads' }).getAttribute('aria-description')).replace(/\D/g, ''));

async function searchFor(text) {
  await page.goto(`${site.url}#leads`);
  await page.getByRole('textbox', { name: 'Search' }).fill(text);
}

for (const name of ['bitrix24_leads_cp1251.csv', 'bitrix24_leads_utf8_bom.csv']) {
  test(`${name}: 300 of 300 rows arrive`, async () => {
    await importFile(dataFile(name));
    await finished().getByText(/300/).first().waitFor({ state: 'attached' });
    await done();
    assert.equal(await totals(), 300);
    await searchFor('Зимин');
    await page.getByRole('listitem', { name: /10800/ }).first().waitFor();
  });
}

test('contacts_en_500.csv: 500 of 500 rows arrive', async () => {
  await importFile(dataFile('contacts_en_500.csv'));
  await finished().getByText(/500/).first().waitFor({ state: 'attached' });
  await done();
  assert.equal(await totals(), 500);
  await searchFor('Kerluke');
  await page.getByRole('listitem', { name: /Kerluke/ }).first().waitFor();
});

test('an import is taken back by one Undo', async () => {
  await importFile(dataFile('contacts_en_500.csv'));
  await finished().getByRole('button', { name: 'Undo the import' }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('[role=link]')].some((one) => one.textContent === 'Leads' && one.getAttribute('aria-description') === '0'));
});

test('a cancelled import leaves nothing behind', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `Lead ${i},+7912${String(1_000_000 + i)},person${i}@example.com`);
  const file = path.join(os.tmpdir(), `leadkeep-many-${process.pid}.csv`);
  fs.writeFileSync(file, ['title,phone,email', ...rows].join('\n'));
  const dialog = await propose(file);
  await dialog.getByRole('button', { name: /^Import/ }).click();
  await page.getByRole('group', { name: 'Work in progress' }).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('group', { name: 'Work in progress' }).waitFor({ state: 'detached' });
  assert.equal(await totals(), 0);
  await page.goto(`${site.url}#leads`);
  assert.match(await column(page, 'Not processed').getAttribute('aria-label'), /, 0 leads/);
  fs.rmSync(file);
});

test('a file dropped on the window opens the import', async () => {
  const bytes = [...fs.readFileSync(dataFile('contacts_en_500.csv'))];
  await page.evaluate((data) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(data)], 'contacts.csv', { type: 'text/csv' }));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true, clientX: 300, clientY: 300 }));
  }, bytes);
  await page.getByRole('dialog', { name: 'Import' }).getByText(/500 rows/).first().waitFor({ state: 'attached' });
});

// --- the sync file

async function exportSync(from) {
  await from.goto(`${site.url}#settings/data`);
  return download(from, () => from.getByRole('button', { name: 'Export sync file' }).click());
}
async function bringIn(to, file) {
  await to.goto(`${site.url}#settings/data`);
  await chooseFile(to, () => to.getByRole('button', { name: 'Import JSON' }).click(), file.path);
  await to.getByRole('dialog', { name: 'Bring in the changes?' }).getByRole('button', { name: 'Bring in' }).click();
  await to.getByRole('dialog', { name: 'Bring in the changes?' }).waitFor({ state: 'detached' });
  await to.getByRole('button', { name: /Done|Close/ }).first().click();
}
const rowsOf = (file) => file.text.split('\n').filter((line) => line.startsWith('{"')).map((line) => line.replace(/,$/, '')).sort();

test('two profiles that exchange files both ways end equal', async () => {
  const otherBrowser = await openBrowser();
  try {
    const other = await openApp(otherBrowser, site.url);
    await page.goto(`${site.url}#leads`);
    await addLead(page, 'From the first');
    await addLead(other, 'From the second');
    await bringIn(other, await exportSync(page));
    await other.goto(`${site.url}#leads`);
    await card(other, 'From the first').waitFor();
    await bringIn(page, await exportSync(other));
    const [first, second] = [await exportSync(page), await exportSync(other)];
    assert.deepEqual(rowsOf(first), rowsOf(second));
    assert.ok(rowsOf(first).length > 4);
  } finally {
    await otherBrowser.close();
  }
});

test('a damaged sync file is refused with its line, and nothing changes', async () => {
  const file = path.join(os.tmpdir(), `leadkeep-bad-${process.pid}.json`);
  fs.writeFileSync(file, '{"format":"leadkeep-sync",\n"version":1,\n"rows":[\n{"t":"lead",');
  await chooseFile(page, () => page.getByRole('button', { name: 'Import JSON' }).click(), file);
  await page.getByText(/line \d/).first().waitFor({ state: 'attached' });
  assert.equal(await totals(), 0);
  fs.rmSync(file);
});
