// What is drawn, in Chromium: in few draw calls, in the screen's own pixels, and again after the browser took the graphics
// away. Limits: how it looks is for eyes (screenshots.test.mjs).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, test } from 'node:test';

import { addLead, card, chooseFile, closeBrowsers, column, dataFile, drawn, openApp, openBrowser, saved, siteOfTests } from './app.mjs';
import { checkShapes, readShapes } from './engines/shapes.mjs';

const site = siteOfTests();
afterEach(closeBrowsers);

const opened = async (options, route) => openApp(await openBrowser(undefined, options), site.url, route);

async function importLeads(page) {
  await chooseFile(page, () => page.getByRole('button', { name: 'Import CSV' }).click(), dataFile('bitrix24_leads_utf8_bom.csv'));
  await page.getByRole('dialog', { name: 'Import' }).getByRole('button', { name: /^Import \d+ rows?/ }).click();
  await page.getByRole('dialog', { name: 'Import finished' }).getByRole('button', { name: 'Done' }).click();
  await page.evaluate(() => { location.hash = 'leads'; });
  await column(page, 'Not processed').waitFor({ state: 'attached' });
  await drawn(page);
}

// Once nothing moves any more: a scroll bar that fades, a note that goes.
async function stillPicture(page) {
  const picture = () => page.screenshot({ caret: 'hide' });
  let before = await picture();
  for (let turns = 0; turns < 100; turns += 1) {
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 150); }));
    const now = await picture();
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error('the picture never stands still');
}

// What takes the graphics context away and gives it back, as a driver that restarts does.
async function loseContext(page) {
  await page.evaluate(() => {
    const context = document.getElementById('canvas').getContext('webgl2');
    window.lost = context.getExtension('WEBGL_lose_context');
    window.lost.loseContext();
  });
  await page.waitForFunction(() => document.getElementById('canvas').getContext('webgl2').isContextLost());
}
async function giveBack(page) {
  await page.evaluate(() => window.lost.restoreContext());
  await page.waitForFunction(() => !document.getElementById('canvas').getContext('webgl2').isContextLost());
  await drawn(page);
}

test('a board of hundreds of cards is drawn in five calls and two for each column', async () => {
  const page = await opened({}, 'settings/data');
  await importLeads(page);
  const columns = await page.getByRole('region', { name: 'Leads' }).getByRole('list').count();
  const calls = await page.evaluate(() => window.leadkeepDebug.drawCalls());
  assert.ok(calls > 0 && calls <= 5 + 2 * columns, `${calls} draw calls for ${columns} columns`);
});

for (const deviceScaleFactor of [1, 1.25, 1.5, 2, 3])
  test(`at ${deviceScaleFactor} pixels a CSS pixel the picture has the screen's own pixels`, async () => {
    const page = await opened({ deviceScaleFactor, viewport: { width: 1001, height: 703 } });
    const size = await page.evaluate(() => {
      const canvas = document.getElementById('canvas');
      return [canvas.width, canvas.height, Math.round(canvas.clientWidth * devicePixelRatio), Math.round(canvas.clientHeight * devicePixelRatio)];
    });
    assert.ok(Math.abs(size[0] - size[2]) <= 1 && Math.abs(size[1] - size[3]) <= 1, size.join());
  });

test('corners, shadows, rings and letters are drawn as the shaders say', async () => {
  const page = await opened({ colorScheme: 'light' });
  await addLead(page, 'Fence');
  await page.keyboard.press('Escape');
  checkShapes(await page.evaluate(readShapes));
});

test('graphics that are taken away come back as they were, with what is being typed', async () => {
  const page = await opened();
  await addLead(page, 'Roof repair');
  await page.keyboard.press('Escape');
  await card(page, 'Roof repair').click();
  const panel = page.getByRole('dialog', { name: 'Roof repair' });
  await panel.getByRole('textbox', { name: 'First name' }).click();
  await page.keyboard.type('Ivan');
  await saved(page);
  const before = await stillPicture(page);
  await loseContext(page);
  await giveBack(page);
  assert.equal(await panel.getByRole('textbox', { name: 'First name' }).inputValue(), 'Ivan');
  assert.ok(before.equals(await stillPicture(page)), 'the picture is another one');
  await page.keyboard.type(' Petrov');
  await page.keyboard.press('Enter');
  await saved(page);
  assert.equal(await panel.getByRole('textbox', { name: 'First name' }).inputValue(), 'Ivan Petrov');
});

test('a card in the air survives that the graphics are taken away', async () => {
  const page = await opened();
  await addLead(page, 'Roof repair');
  await page.keyboard.press('Escape');
  const from = await card(page, 'Roof repair').boundingBox();
  const to = await column(page, 'Processed').boundingBox();
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 100, to.y + 30, { steps: 8 });
  await loseContext(page);
  await giveBack(page);
  await page.mouse.up();
  await column(page, 'Processed').getByRole('listitem', { name: 'Roof repair' }).waitFor();
});

test('a title that looks like HTML is text in the page\'s tree', async () => {
  const page = await opened();
  const title = '<img src=x onerror="window.broken=1"><b>bold</b>';
  await addLead(page, title);
  await saved(page);
  assert.equal(await card(page, title).getAttribute('aria-label'), title);
  assert.equal(await page.evaluate(() => window.broken ?? document.querySelectorAll('[role=application] img, [role=application] b').length), 0);
});

test('of ten thousand cards the page\'s tree holds those near the view, and says which they are', async () => {
  const page = await opened({}, 'settings/data');
  const count = 10_000;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leadkeep-many-'));
  const file = path.join(folder, 'many.csv');
  fs.writeFileSync(file, 'Title,Phone\n' + Array.from({ length: count }, (_, i) => `Lead ${i},+7900${String(1_000_000 + i)}`).join('\n') + '\n');
  await chooseFile(page, () => page.getByRole('button', { name: 'Import CSV' }).click(), file);
  await page.getByRole('dialog', { name: 'Import' }).getByRole('button', { name: /^Import/ }).click();
  await page.getByRole('dialog', { name: 'Import finished' }).getByRole('button', { name: 'Done' }).click();
  fs.rmSync(folder, { recursive: true });
  await page.evaluate(() => { location.hash = 'leads'; });
  const cards = column(page, 'Not processed').getByRole('listitem');
  await cards.first().waitFor();
  const held = async () => {
    const places = await cards.evaluateAll((nodes) => nodes.map((node) => [Number(node.getAttribute('aria-posinset')), Number(node.getAttribute('aria-setsize'))]));
    assert.ok(places.length >= 5 && places.length < 40, `${places.length} cards in the tree`);
    assert.ok(places.every(([at, of], i) => of === count && at === places[0][0] + i), places.join(' '));
    return places[0][0];
  };
  assert.equal(await held(), 1);
  const box = await cards.nth(1).boundingBox();
  await page.mouse.move(box.x + 40, box.y + 20);
  await page.mouse.wheel(0, 20_000);
  await page.waitForFunction(() => Number(document.querySelector('[role=listitem][aria-posinset]')?.getAttribute('aria-posinset')) > 100);
  await drawn(page);
  assert.ok(await held() > 100);
});
