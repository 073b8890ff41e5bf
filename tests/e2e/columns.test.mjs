// Columns arranged by a person in Chromium: renamed, moved, collapsed, deleted with their cards, and still so after a reload.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { addLead, card, column, openApp, openBrowser, saved, siteOfTests } from './app.mjs';

const site = siteOfTests();
let page;
before(async () => { page = await openApp(await openBrowser(), site.url); });

const take = async (stage, item) => {
  await page.getByRole('button', { name: `Column menu: ${stage}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const columns = () => page.getByRole('list').evaluateAll((lists) => lists.map((one) => one.getAttribute('aria-label'))
  .filter((name) => /, \d+ lead/.test(name ?? '')).map((name) => name.split(',')[0]));

test('the board is arranged from the columns\' menus and stays so', async () => {
  await addLead(page, 'Roof repair');
  await page.keyboard.press('Escape');

  await take('In progress', 'Rename');
  await page.getByRole('textbox', { name: 'Stage name' }).fill('Calling');
  await page.keyboard.press('Enter');
  await column(page, 'Calling').waitFor();
  await take('Calling', 'Move left');
  await page.waitForFunction(() => document.querySelector('[role=list][aria-label^="Calling,"]')?.getBoundingClientRect().x
    < document.querySelector('[role=list][aria-label^="Not processed,"]')?.getBoundingClientRect().x);
  assert.deepEqual((await columns()).slice(0, 2), ['Calling', 'Not processed']);

  await take('Processed', 'Collapse');
  const strip = page.getByRole('button', { name: 'Open the column Processed, 0 leads' });
  assert.equal(await strip.getAttribute('aria-expanded'), 'false');

  await take('Not processed', 'Delete…');
  const question = page.getByRole('dialog', { name: 'Delete the stage “Not processed”?' });
  await question.getByRole('combobox', { name: 'Stage for the cards' }).click();
  await page.getByRole('option', { name: 'Calling' }).click();
  await question.getByRole('button', { name: 'Delete the stage' }).click();
  await column(page, 'Calling').getByRole('listitem', { name: 'Roof repair' }).waitFor();

  await saved(page);
  await page.reload();
  await card(page, 'Roof repair').waitFor();
  assert.deepEqual(await columns(), ['Calling', 'Processed', 'Quality lead', 'Junk lead']);
  await strip.click();
  await page.getByRole('button', { name: 'Column menu: Processed' }).waitFor();
});
