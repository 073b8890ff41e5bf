#!/usr/bin/env node
// tests/bench/mirror_drag.mjs [--rounds N]: what keeping the page's tree (the ARIA mirror) in step costs in each frame while a
// card is dragged over the columns of a board of 10 000 leads: comparing the tree with what the page has, and its elements.
// Limits: by the clock, which browsers round to 0.1 ms; the browser's own style and layout of the elements are not in it.
import { column, openApp, openBrowser } from '../e2e/app.mjs';
import { figure, mean, median, option, quantile, rounded } from './figure.mjs';
import { filledProfile, openSite, removeProfile } from './site.mjs';

const rounds = option('rounds', 3);
const steps = 15; // from column to column
const leads = 10_000;
const stages = ['In progress', 'Processed', 'Quality lead'];

// In the page: what each frame's mirror took, from now on.
function watchMirror() {
  window.mirrorMs = [];
  let seen = window.leadkeepDebug.frames;
  const look = () => {
    if (window.leadkeepDebug.frames !== seen) window.mirrorMs.push(window.leadkeepDebug.mirrorMs());
    seen = window.leadkeepDebug.frames;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

// Each step is drawn before the next.
async function moveTo(page, from, to) {
  for (let step = 1; step <= steps; step += 1) {
    const before = await page.evaluate(() => window.leadkeepDebug.frames);
    await page.mouse.move(from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps);
    await page.waitForFunction((frames) => window.leadkeepDebug.frames > frames, before);
  }
}

async function drag(page) {
  const cards = [];
  for (const stage of stages) cards.push(await column(page, stage).getByRole('listitem').first().boundingBox());
  const [start, ...over] = cards.map(({ x, y }) => ({ x: x + 40, y: y + 20 }));
  await page.evaluate(() => { window.mirrorMs = []; });
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  let at = start;
  for (const to of [...over.map(({ x, y }) => ({ x, y: y + 180 })), { x: start.x, y: start.y + 10 }]) {
    await moveTo(page, at, to);
    at = to;
  }
  const times = await page.evaluate(() => window.mirrorMs);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return times;
}

const site = await openSite();
const profile = await filledProfile(site, leads);
const browser = await openBrowser(profile);
const page = await openApp(browser, site.url);
await page.evaluate(watchMirror);
const times = [];
for (let at = 0; at < rounds; at += 1) times.push(...await drag(page));
await browser.close();
removeProfile(profile);
await site.close();
figure({
  name: 'mirror_drag', value: mean(times), unit: 'ms', bound: 1, leads, median_ms: rounded(median(times)), p95_ms: rounded(quantile(times, 0.95)),
  max_ms: rounded(Math.max(...times)), frames: times.length, rounds,
});
