// Filters and the board as a list in Chromium: what a person narrows, sorts and resizes, and what of it stays after a reload.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { addLead, boardShown, card, closeBrowsers, drawn, openApp, openBrowser, saved, siteOfTests } from './app.mjs';

const site = siteOfTests();
afterEach(closeBrowsers);

const rows = (page) => page.getByRole('table').getByRole('row').evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')).filter(Boolean));

async function threeLeads() {
  const page = await openApp(await openBrowser(), site.url);
  for (const title of ['Canteen', 'Barn', 'Attic']) await addLead(page, title);
  await page.keyboard.press('Escape');
  return page;
}

test('a source is ticked in the menu that stays open, the board shows its cards, and × shows all again', async () => {
  const page = await threeLeads();
  await card(page, 'Barn').click();
  const panel = page.getByRole('complementary', { name: 'Barn' }).or(page.getByRole('dialog', { name: 'Barn' }));
  await panel.getByRole('combobox', { name: 'Source' }).click();
  await page.getByRole('option', { name: 'Website' }).click();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Source', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Website' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Website', checked: true }).waitFor();
  await page.keyboard.press('Escape');
  await card(page, 'Attic').waitFor({ state: 'detached' });
  await card(page, 'Barn').waitFor();
  const chip = await page.getByRole('button', { name: 'Website', exact: true }).boundingBox();
  await page.mouse.click(chip.x + chip.width - 14, chip.y + chip.height / 2);
  await card(page, 'Attic').waitFor();
});

test('the list is sorted by its heads and walked by keys; look and widths stay after a reload', async () => {
  const page = await threeLeads();
  await page.getByRole('radio', { name: 'List' }).click();
  assert.deepEqual(await rows(page), ['Attic', 'Barn', 'Canteen']);
  const head = page.getByRole('columnheader', { name: 'Lead' });
  await head.click();
  await head.click();
  await drawn(page);
  assert.deepEqual(await rows(page), ['Canteen', 'Barn', 'Attic']);

  const edge = page.getByRole('separator', { name: 'Width of “Stage”' });
  const { x, y, width, height } = await edge.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 60, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await drawn(page);
  const wide = (await edge.boundingBox()).x;
  assert.ok(Math.abs(wide - x - 60) <= 2, `moved by ${wide - x}`);

  await page.getByRole('row', { name: 'Canteen' }).click();
  await page.getByRole('heading', { name: 'Canteen' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Canteen' }).waitFor({ state: 'detached' });
  await saved(page);
  await page.reload();
  await boardShown(page);
  await page.getByRole('radio', { name: 'List', checked: true }).waitFor();
  await drawn(page);
  assert.ok(Math.abs((await edge.boundingBox()).x - wide) <= 2);
});
