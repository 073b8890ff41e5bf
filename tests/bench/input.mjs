#!/usr/bin/env node
// tests/bench/input.mjs [--rounds N]: from an input event to the end of the frame that shows what came of it, on boards of
// 10 000 and 100 000 leads: a letter in the board's search, in the palette, a press on a card, an arrow key. Counted is the
// main thread's processor time of all tasks from the event's to the frame's; not that of waiting for the display's beat.
import { column, openApp, openBrowser, saved } from '../e2e/app.mjs';
import { figure, median, option, rounded } from './figure.mjs';
import { filledProfile, openSite, removeProfile } from './site.mjs';
import { mainThreadIn } from './trace.mjs';

const rounds = option('rounds', 5);
const frame_ms = 16;
const counts = [10_000, 100_000];

// What is there before a letter, and the letter. Each narrows what is found.
const searches = {
  letter: ['l', 'u'], name: ['leah bo', 'e'], company: ['company 99', '6'], phone: ['+1 (200) 200-00', '1'], phone_plain: ['120020000', '1'],
  email: ['leah.boehm1', '1'],
};

// In the page: marks the next event of `type`, and the end of the frame after which `shown` is other than before.
function watchInput({ type, shown }) {
  const look = () => {
    const columns = [...document.querySelectorAll('[role=region][aria-label=Leads] [role=list]')].map((one) => one.getAttribute('aria-label'));
    const options = [...document.querySelectorAll('[role=option]')].map((one) => one.id + one.textContent);
    const looks = {
      columns: () => columns.join(), options: () => options.join(), panel: () => String(document.querySelectorAll('[role=dialog]').length),
      active: () => document.querySelector('[role=application]').getAttribute('aria-activedescendant'),
    };
    return looks[shown]();
  };
  const before = look();
  window.inputShown = new Promise((resolve) => {
    window.addEventListener(type, () => performance.mark('input'), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (performance.getEntriesByName('input').length === 0 || look() === before) return;
      performance.mark('shown');
      performance.clearMarks();
      observer.disconnect();
      resolve();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

const rested = (page) => page.evaluate(async () => {
  const pause = () => new Promise((resolve) => { setTimeout(resolve, 100); });
  for (let before = -1; before !== window.leadkeepDebug.frames; await pause()) before = window.leadkeepDebug.frames;
});

// The main thread's ms of one input. What it is shown by must be at rest before.
async function timed(page, watched, act) {
  await rested(page);
  return mainThreadIn(page, [['input', 'shown']], async () => {
    await page.evaluate(watchInput, watched);
    await act();
    await page.evaluate(() => window.inputShown);
  });
}

async function typed(page, field, shown, [before, letter]) {
  await field.fill(before);
  return timed(page, { type: 'input', shown }, () => page.keyboard.type(letter));
}

async function search(page) {
  const field = page.getByRole('textbox', { name: 'Search' });
  const times = {};
  for (const [name, texts] of Object.entries(searches)) times[name] = await typed(page, field, 'columns', texts);
  await field.fill('');
  return times;
}

async function palette(page) {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog', { name: 'Find or do' }).getByRole('textbox', { name: 'Find or do' });
  await field.waitFor();
  const times = {};
  for (const [name, texts] of Object.entries(searches)) times[name] = await typed(page, field, 'options', texts);
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  return times;
}

async function cardPress(page) {
  const { x, y, width, height } = await column(page, 'In progress').getByRole('listitem').first().boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  const ms = await timed(page, { type: 'pointerup', shown: 'panel' }, () => page.mouse.click(x + width / 2, y + height / 2));
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Close' }).first().click();
  await panel.waitFor({ state: 'detached' });
  return { card: ms };
}

const arrow = async (page) => ({ arrow: await timed(page, { type: 'keydown', shown: 'active' }, () => page.keyboard.press('ArrowDown')) });

const site = await openSite();
for (const count of counts) {
  const profile = await filledProfile(site, count);
  const browser = await openBrowser(profile);
  const page = await openApp(browser, site.url);
  await saved(page);
  await rested(page);
  const kinds = { search, palette, press: cardPress, key: arrow };
  const results = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let at = 0; at < rounds; at += 1) for (const [kind, measure] of Object.entries(kinds)) results[kind].push(await measure(page));
  await browser.close();
  removeProfile(profile);
  for (const [kind, times] of Object.entries(results)) {
    const medians = Object.keys(times[0]).map((name) => [name, rounded(median(times.map((one) => one[name])))]);
    // The worst of its kinds.
    figure({
      name: `input_${kind}_${count}`, value: Math.max(...medians.map(([, ms]) => ms)), unit: 'ms', bound: frame_ms, leads: count,
      first_ms: rounded(Object.values(times[0])[0]), ...Object.fromEntries(medians.map(([name, ms]) => [`${name}_ms`, ms])), rounds,
    });
  }
}
await site.close();
