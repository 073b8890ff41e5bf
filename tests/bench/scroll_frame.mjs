#!/usr/bin/env node
// tests/bench/scroll_frame.mjs [--rounds N]: processor time of the app's frame callback on the main thread while a column of
// the board is scrolled by the wheel, with 1000, 10 000 and 100 000 leads on the board, in turns. That is input, layout, the
// page's tree and the making of draw calls; what a GPU (here its stand-in in software, in another process) does with them is
// not in it.
import { column, openApp, openBrowser } from '../e2e/app.mjs';
import { figure, mean, median, medianRatio, option, quantile, rounded } from './figure.mjs';
import { filledProfile, openSite, removeProfile } from './site.mjs';
import { mainThread } from './trace.mjs';

const rounds = option('rounds', 3);
const wheels = 30;
const step_px = 250;
const stage = 'Not processed';
const counts = [1000, 10_000, 100_000];

const cards = (page) => column(page, stage).getByRole('listitem');
// Which card of the column is the first in the page's tree.
const firstCard = async (page) => Number(await cards(page).first().getAttribute('aria-posinset'));

async function open(site, count) {
  const profile = await filledProfile(site, count);
  const browser = await openBrowser(profile);
  const page = await openApp(browser, site.url);
  const { x, y, width, height } = await cards(page).nth(1).boundingBox(); // the column's own box is as high as all its cards
  await page.mouse.move(x + width / 2, y + height / 2);
  const close = async () => {
    await browser.close();
    removeProfile(profile);
  };
  return { page, count, close };
}

async function turnWheel(page) {
  for (let at = 0; at < wheels; at += 1) {
    const before = await page.evaluate(() => window.leadkeepDebug.frames);
    await page.mouse.wheel(0, step_px);
    await page.waitForFunction((frames) => window.leadkeepDebug.frames > frames, before);
  }
}

async function round({ page, count }) {
  const before = await firstCard(page);
  const { frames } = await mainThread(page, () => turnWheel(page));
  const after = await firstCard(page);
  if (!(after > before + 10)) throw new Error(`the column of ${count} did not scroll: from card ${before} to ${after}`);
  return frames.map(({ cpuMs }) => cpuMs);
}

const site = await openSite();
const boards = [];
for (const count of counts) boards.push(await open(site, count));
const results = [];
for (let at = 0; at < rounds; at += 1) {
  const one = {};
  for (const board of boards) one[board.count] = await round(board);
  results.push(one);
}
for (const board of boards) await board.close();
await site.close();

const all = (count) => results.flatMap((one) => one[count]);
const cost = (count) => ({
  leads: count, cpu_ms: rounded(mean(all(count))), median_cpu_ms: rounded(median(all(count))), p95_cpu_ms: rounded(quantile(all(count), 0.95)),
  frames: all(count).length, rounds,
});
const [few, ...more] = counts;
const most = counts[counts.length - 1];
figure({ name: `scroll_frame_${most}`, value: mean(all(most)), unit: 'ms', bound: 2, ...cost(most) });
for (const count of more) {
  figure({
    name: `scroll_frame_growth_${count}`, value: medianRatio(results, (one) => mean(one[count]), (one) => mean(one[few])), unit: 'ratio',
    against: `${few} leads`, bound: 1.2, ...cost(count), against_cpu_ms: rounded(mean(all(few))),
  });
}
