// Typing in the built app with Chromium: input methods, undo within a field, the clipboard, what phones are told of a field,
// the order of a form, what is wrong with it, and that a field lies exactly over its drawing.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { addLead, card, drawn, openApp, openBrowser, saved, siteOfTests } from './app.mjs';

const site = siteOfTests();
let browser, page, input;
before(async () => {
  browser = await openBrowser(undefined, { permissions: ['clipboard-read', 'clipboard-write'] });
  page = await openApp(browser, site.url);
  input = await browser.newCDPSession(page);
});

// A lead of its own for each test, with its card open.
async function openFresh(title) {
  await page.goto(`${site.url}#leads`);
  await addLead(page, title);
  await page.keyboard.press('Escape');
  await card(page, title).click();
  const panel = page.getByRole('dialog', { name: title });
  await panel.waitFor();
  return panel;
}

const field = (panel, name) => panel.getByRole('textbox', { name, exact: true });
const compose = (text) => input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (text) => input.send('Input.insertText', { text });
// As Chromium sends it while an input method has the key.
const keyOfMethod = (key) => input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: key });
const timeline = (panel) => panel.getByRole('list', { name: 'Timeline' }).getByRole('listitem').evaluateAll((items) => items.map((one) => one.getAttribute('aria-label')));

test('Japanese, Chinese, Korean and a dead key: nothing is stored before the word is whole', async () => {
  const panel = await openFresh('Compositions');
  const name = field(panel, 'First name');
  await name.focus();
  const before = await timeline(panel);
  for (const [steps, word] of [[['k', 'か', 'かn', '漢'], '漢字'], [['n', 'ni', 'ni h', 'ni hao'], '你好'], [['ㅎ', '하', '한'], '한'], [['´'], 'é']]) {
    for (const step of steps) await compose(step);
    await drawn(page);
    assert.deepEqual(await timeline(panel), before);
    await commit(word);
  }
  assert.equal(await name.inputValue(), '漢字你好한é');
  await name.press('Enter');
  await panel.getByRole('listitem', { name: /漢字你好한é/ }).waitFor({ state: 'attached' });
  assert.equal((await timeline(panel)).length, before.length + 1, 'one change for the whole name');
});

test('Enter that ends a composition does not end the field, Escape within one does not drop the draft', async () => {
  const panel = await openFresh('Keys of the input method');
  const name = field(panel, 'Last name');
  await name.focus();
  await page.keyboard.type('Mr ');
  await compose('にほん');
  await keyOfMethod('Enter');
  await commit('日本');
  await drawn(page);
  assert.equal(await name.inputValue(), 'Mr 日本');
  assert.ok(await name.evaluate((one) => one === document.activeElement), 'the field still has the keyboard');
  await compose('ご');
  await keyOfMethod('Escape');
  await compose('');
  await drawn(page);
  assert.equal(await name.inputValue(), 'Mr 日本');
  assert.ok(await name.evaluate((one) => one === document.activeElement), 'the field still has the keyboard');
  await page.keyboard.press('Escape');
  await drawn(page);
  assert.equal(await name.inputValue(), '');
});

test('Ctrl+Z and Ctrl+Shift+Z within a field are of its text, not of what was done before', async () => {
  const panel = await openFresh('Undo within');
  await field(panel, 'First name').fill('Vera');
  await field(panel, 'First name').press('Enter');
  const last = field(panel, 'Last name');
  await last.focus();
  await page.keyboard.insertText('Pavlova');
  await page.keyboard.press('Control+z');
  assert.equal(await last.inputValue(), '');
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await last.inputValue(), 'Pavlova');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z'); // nothing is left to take back in the field
  await drawn(page);
  assert.equal(await field(panel, 'First name').inputValue(), 'Vera');
});

test('what is pasted is plain text; line breaks become spaces in a field of one line', async () => {
  const panel = await openFresh('Pasted');
  await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({
    'text/html': new Blob(['<b>Bold</b><br><i>second</i>'], { type: 'text/html' }),
    'text/plain': new Blob(['Bold\nsecond'], { type: 'text/plain' }),
  })]));
  await field(panel, 'First name').focus();
  await page.keyboard.press('Control+v');
  assert.equal(await field(panel, 'First name').inputValue(), 'Bold second');
  await page.keyboard.press('Enter');
  await field(panel, 'Comments').focus();
  await page.keyboard.press('Control+v');
  assert.equal(await field(panel, 'Comments').inputValue(), 'Bold\nsecond');
  await page.keyboard.press('Tab');
  await saved(page);
});

test('a phone is told what keyboard each field wants', async () => {
  const panel = await openFresh('Keyboards');
  const manner = (name) => field(panel, name).evaluate((one) => ({ keyboard: one.inputMode, enter: one.enterKeyHint, capitals: one.autocapitalize,
                                                                   spelling: one.spellcheck, fill: one.autocomplete }));
  const plain = { enter: 'done', capitals: 'none', spelling: false, fill: 'off' };
  assert.deepEqual(await manner('Amount'), { keyboard: 'decimal', ...plain });
  assert.deepEqual(await manner('First name'), { keyboard: 'text', enter: 'done', capitals: 'sentences', spelling: true, fill: 'off' });
  assert.deepEqual(await manner('Comments'), { keyboard: 'text', enter: 'enter', capitals: 'sentences', spelling: true, fill: 'off' });
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'New lead' }).first().click();
  const form = page.getByRole('dialog', { name: 'New lead' });
  const keyboardOf = (name) => form.getByRole('textbox', { name, exact: true }).evaluate((one) => one.inputMode);
  assert.equal(await keyboardOf('Phone'), 'tel');
  assert.equal(await keyboardOf('E-mail'), 'email');
  assert.equal(await page.getByRole('textbox', { name: 'Search', includeHidden: true }).evaluate((one) => `${one.inputMode} ${one.enterKeyHint}`), 'search search');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
});

test('Tab goes through a form as it is read, Shift+Tab back', async () => {
  await page.goto(`${site.url}#leads`);
  await page.getByRole('button', { name: 'New lead' }).first().click();
  const form = page.getByRole('dialog', { name: 'New lead' });
  await form.waitFor();
  const held = () => page.evaluate(() => {
    const active = document.activeElement;
    const element = active.id === 'mirror' ? document.getElementById(active.getAttribute('aria-activedescendant')) : active;
    const { x, y, height } = element?.getBoundingClientRect() ?? {};
    return { id: element?.id, name: element?.getAttribute('aria-label') ?? element?.textContent, x, middle: y + height / 2 };
  });
  const step = async (key) => {
    const { id } = await held();
    await page.keyboard.press(key);
    for (let tries = 0; tries < 100; tries++) {
      const next = await held();
      if (next.id && next.id !== id) return next;
    }
    throw new Error(`${key} leads nowhere from ${id}`);
  };
  assert.equal((await held()).name, 'Title');
  const places = [await held()];
  while (places.at(-1).name !== 'Comments' && places.length < 40) places.push(await step('Tab'));
  assert.ok(places.length >= 10, `${places.length} places`);
  const out = places.slice(1).filter((one, i) => {
    const former = places[i];
    const sameLine = Math.abs(one.middle - former.middle) < 8;
    return sameLine ? one.x <= former.x : one.middle < former.middle;
  });
  assert.deepEqual(out, [], 'each lies right of the former or below it');
  const back = [places.at(-1)];
  while (back.at(-1).name !== 'Title' && back.length < 40) back.push(await step('Shift+Tab'));
  assert.deepEqual(back.map(({ name }) => name).reverse(), places.map(({ name }) => name));
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
});

test('what can not be taken is said at the field and by it, and is not lost', async () => {
  const panel = await openFresh('Wrong amount');
  const amount = field(panel, 'Amount');
  await amount.fill('a lot');
  await amount.press('Tab');
  await panel.locator('input[aria-label="Amount"][aria-invalid=true]').waitFor();
  const said = await amount.evaluate((one) => ({ described: document.getElementById(one.getAttribute('aria-describedby')).textContent,
                                                 error: one.getAttribute('aria-errormessage') === one.getAttribute('aria-describedby') }));
  assert.match(said.described, /\S+ \S+/);
  assert.ok(said.error);
  assert.equal(await amount.inputValue(), 'a lot');
  await amount.fill('1500');
  await amount.press('Enter');
  await panel.locator('input[aria-label="Amount"]:not([aria-invalid])').waitFor();
  assert.equal(await amount.getAttribute('aria-describedby'), null);
});

test('long texts and right-to-left ones are edited whole', async () => {
  const panel = await openFresh('Texts');
  const long = 'Очень длинное название '.repeat(6).trim();
  await field(panel, 'First name').fill(long);
  await field(panel, 'First name').press('Enter');
  const hebrew = 'שלום עולם 12';
  await field(panel, 'Last name').fill(hebrew);
  assert.equal(await field(panel, 'Last name').evaluate((one) => getComputedStyle(one).direction), 'rtl');
  await field(panel, 'Last name').press('Enter');
  await saved(page);
  await page.reload();
  await panel.waitFor();
  assert.equal(await field(panel, 'First name').inputValue(), long);
  assert.equal(await field(panel, 'Last name').inputValue(), hebrew);
});

test('a field lies over its drawing while the panel scrolls', async () => {
  const panel = await openFresh('Over the drawing');
  const name = field(panel, 'Comments');
  await name.focus();
  const at = await name.boundingBox();
  await page.mouse.move(at.x + 40, at.y - 120);
  const shown = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.equal(await shown(), 'Comments');
  await page.mouse.wheel(0, 40);
  await page.waitForFunction((y) => Math.abs(document.activeElement.getBoundingClientRect().y - y) > 8, at.y);
  assert.equal(await shown(), 'Comments');
});
