// Several cards at once, and fingers on a phone, in Chromium: what only a real browser's pointer events can show.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { addLead, card, column, drawn, newProfile, openApp, openBrowser, siteOfTests } from './app.mjs';

const site = siteOfTests();
let browser;
afterEach(() => browser.close());

const desktop = async () => openApp(browser = await openBrowser(), site.url);
const phone = async () => openApp(browser = await openBrowser(newProfile(), {
  viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2,
}), site.url);

async function addThree(page) {
  for (const title of ['Third', 'Second', 'First']) await addLead(page, title);
  await page.keyboard.press('Escape');
}
const selected = (page, count) => page.getByRole('toolbar', { name: `${count} selected` });
const center = async (locator) => {
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 6, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
}

test('a rectangle chooses cards, they are dragged together, and one Undo brings them back', async () => {
  const page = await desktop();
  await addThree(page);
  const last = await card(page, 'Third').boundingBox();
  const second = await center(card(page, 'Second'));
  await drag(page, { x: last.x + 20, y: last.y + last.height + 90 }, second);
  await page.mouse.up();
  await selected(page, 2).waitFor();
  assert.match(await card(page, 'Second').getAttribute('aria-description'), /^Selected/);
  const to = await column(page, 'In progress').boundingBox();
  await drag(page, await center(card(page, 'Third')), { x: to.x + 120, y: to.y + 60 });
  await page.mouse.up();
  await column(page, 'In progress').getByRole('listitem', { name: 'Third' }).waitFor();
  const titles = await column(page, 'In progress').getByRole('listitem').evaluateAll((cards) => cards.map((one) => one.getAttribute('aria-label')));
  assert.deepEqual(titles, ['Second', 'Third']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await column(page, 'Not processed').getByRole('listitem', { name: 'Third' }).waitFor();
  assert.match(await column(page, 'Not processed').getAttribute('aria-label'), /3 leads/);
});

test('Ctrl and a press choose, the bar moves all, Escape lets go', async () => {
  const page = await desktop();
  await addThree(page);
  for (const title of ['First', 'Third']) {
    const at = await center(card(page, title));
    await page.keyboard.down('Control');
    await page.mouse.click(at.x, at.y);
    await page.keyboard.up('Control');
  }
  await selected(page, 2).waitFor();
  await page.getByRole('button', { name: 'Move to…' }).click();
  await page.getByRole('menuitem', { name: 'Processed', exact: true }).click();
  await column(page, 'Processed').getByRole('listitem', { name: 'Third' }).waitFor();
  await page.keyboard.press('Escape');
  await selected(page, 2).waitFor({ state: 'detached' });
});

test('a right press in the middle of a drag puts the card back, and so does a window that loses the keyboard', async () => {
  const page = await desktop();
  await addThree(page);
  const to = await center(column(page, 'Processed'));
  await drag(page, await center(card(page, 'Second')), to);
  await page.mouse.down({ button: 'right' });
  await page.mouse.up({ button: 'right' });
  await page.mouse.up();
  await drawn(page);
  await drag(page, await center(card(page, 'Second')), to);
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await page.mouse.up();
  await drawn(page);
  assert.match(await column(page, 'Not processed').getAttribute('aria-label'), /3 leads/);
  // And a drag goes on as ever.
  await drag(page, await center(card(page, 'Second')), to);
  await page.mouse.up();
  await column(page, 'Processed').getByRole('listitem', { name: 'Second' }).waitFor();
});

// One finger's way, as the browser itself makes pointer events of it.
async function finger(page) {
  const client = await page.context().newCDPSession(page);
  const send = (type, touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: (at) => send('touchStart', [at]),
    move: (at) => send('touchMove', [at]),
    two: (a, b) => send('touchStart', [a, b]),
    up: () => send('touchEnd', []),
    async swipe(from, to) {
      await send('touchStart', [from]);
      for (let i = 1; i <= 6; ++i) await send('touchMove', [{ x: from.x + (to.x - from.x) * i / 6, y: from.y + (to.y - from.y) * i / 6 }]);
      await send('touchEnd', []);
    },
  };
}
const shownTab = (page, name) => page.getByRole('toolbar', { name: 'Stages' }).getByRole('button', { name, pressed: true });

test('on a phone a swipe goes to the next column and its tab is marked', async () => {
  const page = await phone();
  const touch = await finger(page);
  await shownTab(page, 'Not processed').waitFor();
  await touch.swipe({ x: 370, y: 760 }, { x: 40, y: 768 });
  await shownTab(page, 'In progress').waitFor();
  await page.waitForFunction(() => Math.abs(document.querySelector('[role=list][aria-label^="In progress,"]').getBoundingClientRect().x - 16) < 2);
  await touch.swipe({ x: 30, y: 760 }, { x: 360, y: 752 });
  await shownTab(page, 'Not processed').waitFor();
});

test('on a phone a card that is held is chosen, a tap then chooses another, and a second finger disturbs nothing', async () => {
  const page = await phone();
  await addThree(page);
  const touch = await finger(page);
  const first = await center(card(page, 'First')), second = await center(card(page, 'Second'));
  await touch.down(first);
  // Held until the card is in the air: its place then is drawn over the others.
  await page.waitForFunction(() => new Promise((resolve) => { setTimeout(() => resolve(true), 700); }));
  await touch.two(first, { x: 200, y: 700 });
  await touch.up();
  await selected(page, 1).waitFor();
  await page.touchscreen.tap(second.x, second.y);
  await selected(page, 2).waitFor();
  await page.getByRole('button', { name: 'Clear the selection' }).click();
  await selected(page, 2).waitFor({ state: 'detached' });
});
