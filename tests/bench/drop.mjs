#!/usr/bin/env node
// tests/bench/drop.mjs [--rounds N]: from the release of a dragged card until it is painted in the other column, with 1000 and
// 100 000 leads, ours (a transaction of the database is part of it) against the board of DOM cards (dom_board/: two arrays),
// by turns in one Chromium. Compared is the processor time of the main thread's tasks that do it, to the end of the frame: by
// the clock, which is told, the drag's frames before it are waited for, and here a GPU's stand-in in software draws them.
import { openApp, openBrowser } from '../e2e/app.mjs';
import { openDomSite } from './dom_site.mjs';
import { figure, median, medianRatio, option, quantile, rounded } from './figure.mjs';
import { tellPaints } from './painted.mjs';
import { filledProfile, openSite, removeProfile } from './site.mjs';
import { mainThreadIn } from './trace.mjs';

const rounds = option('rounds', 12); // drops of each
const counts = [1000, 100_000];
const [from, to] = ['In progress', 'Processed'];

const list = (page, stage) => page.getByRole('list', { name: new RegExp(`^${stage},`) });
const firstCard = (page, stage) => list(page, stage).getByRole('listitem').first().boundingBox();

// In the page: resolves to the ms from the release until the column has one card more.
function watchDrop(stage) {
  const countOf = () => Number(document.querySelector(`[role=list][aria-label^="${stage},"]`).getAttribute('aria-label').match(/, ([\d,]+) lead/)[1].replace(/\D/g, ''));
  const wanted = countOf() + 1;
  window.dropMs = new Promise((resolve) => {
    window.addEventListener('pointerup', () => {
      const start = performance.now();
      performance.mark('release');
      window.whenPainted(() => countOf() === wanted).then((end) => resolve(end - start));
    }, { capture: true, once: true });
  });
}

async function drop(page) {
  const card = await firstCard(page, from);
  const target = await firstCard(page, to);
  await page.evaluate(watchDrop, to);
  await page.mouse.move(card.x + 40, card.y + 20);
  await page.mouse.down();
  await page.mouse.move(card.x + 80, card.y + 40, { steps: 4 });
  await page.mouse.move(target.x + 60, target.y + 30, { steps: 6 });
  let ms = 0;
  const cpuMs = await mainThreadIn(page, [['release', 'changed'], ['frame', 'frame']], async () => {
    await page.mouse.up();
    ms = await page.evaluate(() => window.dropMs);
  });
  return { ms, cpuMs };
}

const told = (prefix, drops) => ({
  [`${prefix}cpu_ms`]: rounded(median(drops.map(({ cpuMs }) => cpuMs))), [`${prefix}p95_cpu_ms`]: rounded(quantile(drops.map(({ cpuMs }) => cpuMs), 0.95)),
  [`${prefix}ms`]: rounded(median(drops.map(({ ms }) => ms))),
});

const site = await openSite();
const domSite = await openDomSite(counts);
for (const count of counts) {
  const profile = await filledProfile(site, count);
  const browser = await openBrowser(profile);
  await browser.addInitScript(tellPaints);
  const page = await openApp(browser, site.url);
  const domPage = await openApp(browser, domSite.addressOf(count));
  const pairs = [];
  for (let at = 0; at < rounds; at += 1) {
    await page.bringToFront();
    const ours = await drop(page);
    await domPage.bringToFront();
    pairs.push({ ours, dom: await drop(domPage) });
  }
  await browser.close();
  removeProfile(profile);
  const warm = pairs.slice(1); // the first draws things for the first time
  figure({
    name: `drop_${count}`, value: medianRatio(warm, (one) => one.ours.cpuMs, (one) => one.dom.cpuMs), unit: 'ratio',
    against: 'a virtualised DOM board without a database', bound: 1.5, leads: count, ...told('', warm.map((one) => one.ours)),
    ...told('against_', warm.map((one) => one.dom)), first_cpu_ms: rounded(pairs[0].ours.cpuMs), rounds,
  });
}
await domSite.close();
await site.close();
