#!/usr/bin/env node
// tests/bench/navigation.mjs [--rounds N]: from the start of a navigation to the end of the frame callback that drew the
// board, with no lead, 1000 and 10 000, in turns, each in a profile of its own that was closed and is opened again. The
// board stands when the page's tree has its columns and their counts. Not measured: how long the machine's GPU, or here
// its stand-in in software, takes to show the drawn frame.
import { boardShown, openBrowser } from '../e2e/app.mjs';
import { figure, median, medianRatio, option, rounded } from './figure.mjs';
import { filledProfile, openSite, removeProfile } from './site.mjs';

const rounds = option('rounds', 3);
const visits = 4; // of one opened browser; the first of them finds it cold
const counts = [0, 1000, 10_000];

// In the page, before its scripts: notes when the columns first say `count` leads together.
function watchBoard(count) {
  const leadsIn = (column) => Number(column.getAttribute('aria-label').match(/, ([\d\s,.]+) leads?/)?.[1].replace(/\D/g, '') ?? NaN);
  const look = () => {
    if (!document.querySelector('[role=navigation]')) return;
    const columns = [...document.querySelectorAll('[role=region][aria-label=Leads] [role=list]')];
    if (columns.length < 5 || columns.reduce((sum, column) => sum + leadsIn(column), 0) !== count) return;
    observer.disconnect();
    window.boardShownMs = performance.now(); // counted from the navigation's start
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}

async function visit(page, url) {
  await page.goto('about:blank');
  await page.goto(url);
  await boardShown(page);
  await page.waitForFunction(() => window.boardShownMs);
  return page.evaluate(() => window.boardShownMs);
}

async function round({ profile, count }, url) {
  const browser = await openBrowser(profile);
  await browser.addInitScript(watchBoard, count);
  const page = browser.pages()[0];
  const times = [];
  for (let at = 0; at < visits; at += 1) times.push(await visit(page, url));
  await browser.close();
  return { cold: times[0], warm: median(times.slice(1)) };
}

const site = await openSite();
const boards = [];
for (const count of counts) boards.push({ count, profile: await filledProfile(site, count) });
const results = [];
for (let at = 0; at < rounds; at += 1) {
  const one = {};
  for (const board of boards) one[board.count] = await round(board, site.url);
  results.push(one);
}
for (const { profile } of boards) removeProfile(profile);
await site.close();

for (const count of counts) {
  figure({
    name: `navigation_${count}`, value: median(results.map((one) => one[count].warm)), unit: 'ms', leads: count,
    cold_ms: rounded(median(results.map((one) => one[count].cold))),
    times_that_of_0: rounded(medianRatio(results, (one) => one[count].warm, (one) => one[0].warm)), rounds,
  });
}
