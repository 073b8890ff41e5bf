// Two people with a browser each who never meet but by file: everything at first, then only changes; and a value that both
// changed, which one of them settles.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, test } from 'node:test';

import { addLead, card, chooseFile, closeBrowsers, download, drawn, newProfile, openApp, openBrowser, saved, siteOfTests, top } from './app.mjs';

const site = siteOfTests();
afterEach(closeBrowsers);

const pictures = path.join(top, 'build/screenshots');

async function person(name) {
  const browser = await openBrowser(newProfile());
  const page = await openApp(browser, site.url, 'leads');
  await addLead(page, `Lead of ${name}`);
  await page.keyboard.press('Escape');
  return page;
}

const go = async (page, route) => {
  await page.evaluate((to) => { location.hash = to; }, route);
  await drawn(page);
};

// The file that a button of Settings, Devices saves.
async function fileOf(page, button) {
  await go(page, 'settings/devices');
  return (await download(page, () => page.getByRole('button', { name: button }).first().click())).path;
}

async function bringIn(page, file) {
  await go(page, 'settings/devices');
  await chooseFile(page, () => page.getByRole('button', { name: 'Bring in a file' }).click(), file);
  await page.getByRole('dialog', { name: 'Bring in the changes?' }).getByRole('button', { name: 'Bring in' }).click();
  const done = page.getByRole('dialog', { name: 'The changes are here' });
  await done.waitFor();
  return done;
}

const close = (dialog) => dialog.getByRole('button', { name: 'Done' }).click();

async function setAmount(page, title, amount) {
  await go(page, 'leads');
  await card(page, title).click();
  const panel = page.getByRole('dialog', { name: title });
  await panel.getByRole('textbox', { name: 'Amount' }).fill(amount);
  await panel.getByRole('textbox', { name: 'Amount' }).press('Enter');
  await panel.getByRole('button', { name: 'Close' }).first().click();
  await panel.waitFor({ state: 'detached' });
  await saved(page);
}

const rowsIn = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).rows;

test('two browsers exchange files: all first, then changes; a conflict is settled, and both end equal', async () => {
  const anna = await person('Anna'), boris = await person('Boris');
  await close(await bringIn(boris, await fileOf(anna, 'Save everything')));
  await close(await bringIn(anna, await fileOf(boris, 'Save everything')));
  await go(anna, 'leads');
  assert.equal(await card(anna, 'Lead of Boris').count(), 1);

  await setAmount(boris, 'Lead of Anna', '700');
  await setAmount(anna, 'Lead of Anna', '500'); // the later one
  const merged = await bringIn(anna, await fileOf(boris, 'Save changes'));
  await merged.getByRole('button', { name: 'Look at the conflicts' }).click();
  const conflict = anna.getByRole('listitem', { name: 'Lead of Anna, Amount' });
  await conflict.waitFor();
  await drawn(anna);
  fs.mkdirSync(pictures, { recursive: true });
  await anna.screenshot({ path: path.join(pictures, 'settings-a-conflict-en-1440.png') });
  await conflict.getByRole('button', { name: 'Take the other' }).click();
  await anna.getByRole('heading', { name: 'No conflicts' }).waitFor();
  await saved(anna);

  await go(anna, 'settings/devices');
  await anna.getByRole('listitem', { name: 'Colleague' }).waitFor();
  await anna.screenshot({ path: path.join(pictures, 'settings-a-device-en-1440.png') });
  const changes = await fileOf(anna, 'Save changes');
  await close(await bringIn(boris, changes));
  await go(boris, 'leads');
  await boris.getByRole('list', { name: /^Not processed, 2 leads, .*700/ }).waitFor();

  await saved(boris);
  const all = [rowsIn(await fileOf(anna, 'Save everything')), rowsIn(await fileOf(boris, 'Save everything'))];
  assert.ok(rowsIn(changes).length < all[0].length / 2, 'the changes are as long as everything');
  assert.deepEqual(all[0], all[1]);
});
