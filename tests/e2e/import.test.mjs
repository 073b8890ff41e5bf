// Foreign files in Chromium: the three real ones arrive whole, an import is undone or cancelled, bad files are refused.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

import { addLead, card, chooseFile, column, dataFile, download, openApp, openBrowser, siteOfTests } from './app.mjs';
import { readTable } from './table.mjs';

const site = siteOfTests();
let browser, page;
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

const exportLeads = () => download(page, async () => {
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await page.getByRole('menuitem', { name: 'Leads' }).click();
});

async function searchFor(text) {
  await page.goto(`${site.url}#leads`);
  await page.getByRole('textbox', { name: 'Search' }).fill(text);
}

const stages = {
  'Не обработан': 'Not processed', 'В работе': 'In progress', 'Обработан': 'Processed', 'Качественный лид': 'Quality lead',
  'Некачественный лид': 'Junk lead',
};
// 10.06.2026 09:48:00 in the browser's zone, Europe/Moscow.
const moment = (text) => {
  const [, day, month, year, time] = text.match(/^(\d\d)\.(\d\d)\.(\d{4}) (.*)$/);
  return Date.parse(`${year}-${month}-${day}T${time}+03:00`);
};
const phonesIn = (row) => Object.entries(row).filter(([name]) => /телефон$|phone/i.test(name)).map(([, value]) => value).filter(Boolean).sort();
const compare = (found, expected) => {
  const byName = (a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  assert.deepEqual(found.sort(byName), expected.sort(byName));
};

for (const name of ['bitrix24_leads_cp1251.csv', 'bitrix24_leads_utf8_bom.csv']) {
  test(`${name}: 300 of 300 rows arrive with stages, phones, dates, managers and comments`, async () => {
    await importFile(dataFile(name));
    await finished().getByText(/300/).first().waitFor({ state: 'attached' });
    await done();
    assert.equal(await totals(), 300);
    const source = new TextDecoder(name.includes('cp1251') ? 'windows-1251' : 'utf-8').decode(fs.readFileSync(dataFile(name)));
    compare(
      readTable((await exportLeads()).text).map((row) => ({
        number: row['Number elsewhere'], stage: row.Stage, phones: phonesIn(row), created: Date.parse(row.Created), manager: row.Manager,
        comments: row.Comments })),
      readTable(source, ';').map((row) => ({
        number: row.ID, stage: stages[row['Статус']], phones: phonesIn(row), created: moment(row['Дата создания']), manager: row['Ответственный'],
        comments: row['Комментарий'] })));
    await searchFor('Зимин');
    await page.getByRole('listitem', { name: /10800/ }).first().waitFor();
  });
}

test('contacts_en_500.csv: 500 of 500 rows arrive', async () => {
  await importFile(dataFile('contacts_en_500.csv'));
  await finished().getByText(/500/).first().waitFor({ state: 'attached' });
  await done();
  assert.equal(await totals(), 500);
  compare(
    readTable((await exportLeads()).text).map((row) => ({ first: row['First name'], last: row['Last name'], phones: phonesIn(row) })),
    readTable(fs.readFileSync(dataFile('contacts_en_500.csv'), 'utf8')).map((row) => ({ first: row.first_name, last: row.last_name, phones: phonesIn(row) })));
  await searchFor('Kerluke');
  await page.getByRole('listitem', { name: /Kerluke/ }).first().waitFor();
});

test('a table whose quotation mark is never closed is refused with its line, and nothing changes', async () => {
  const file = path.join(os.tmpdir(), `leadkeep-bad-${process.pid}.csv`);
  fs.writeFileSync(file, 'name,phone\nfine,1\n"never closed,2\nmore,3\n');
  await chooseFile(page, () => page.getByRole('button', { name: 'Import CSV' }).click(), file);
  await page.getByText(/line 3.*quotation mark/).first().waitFor({ state: 'attached' });
  assert.equal(await totals(), 0);
  fs.rmSync(file);
});

test('rows whose phone or e-mail is known are skipped when so chosen, each with its line and reason in a file', async () => {
  const file = path.join(os.tmpdir(), `leadkeep-known-${process.pid}.csv`);
  fs.writeFileSync(file, 'title,phone,email\nFirst,+7 900 000-12-34,\nAgain,8 (900) 000 12 34,\nOther,,other@example.com\n');
  const dialog = await propose(file);
  await dialog.getByRole('combobox', { name: 'Same phone or e-mail' }).click();
  await page.getByRole('option', { name: 'Skip the known' }).click();
  await dialog.getByRole('button', { name: /^Import 3 rows/ }).click();
  await finished().waitFor();
  const skipped = await download(page, () => finished().getByRole('button', { name: 'Save the skipped rows' }).click());
  const rows = readTable(skipped.text);
  assert.equal(rows.length, 1);
  assert.match(JSON.stringify(rows[0]), /Again/);
  assert.match(JSON.stringify(rows[0]), /"3"/);
  await done();
  assert.equal(await totals(), 2);
  fs.rmSync(file);
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
