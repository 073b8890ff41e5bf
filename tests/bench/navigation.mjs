#!/usr/bin/env node
// tests/bench/navigation.mjs [--rounds N]: from the start of a navigation until the board with its cards is painted, with 1000
// and 100 000 leads, ours (a database, closed before and opened again) against the board of DOM cards (dom_board/: no
// database, a JSON file from the same kind of server), by turns in one Chromium. Limits: as painted.mjs says.
import { openBrowser } from '../e2e/app.mjs';
import { openDomSite } from './dom_site.mjs';
import { figure, median, medianRatio, option, rounded } from './figure.mjs';
import { tellPaints } from './painted.mjs';
import { filledProfile, openSite, removeProfile } from './site.mjs';

const rounds = option('rounds', 3);
const visits = 4; // of each in one opened browser; the first finds it cold
const counts = [1000, 100_000];

// In the page, before its scripts: when the columns say `count` leads together and a card is there.
function watchBoard(count) {
  const leadsIn = (column) => Number(column.getAttribute('aria-label')?.match(/, ([\d\s,.]+) leads?/)?.[1].replace(/\D/g, '') ?? NaN);
  const stands = () => {
    const columns = [...document.querySelectorAll('[role=region][aria-label=Leads] [role=list]')];
    return columns.length >= 5 && columns.reduce((sum, column) => sum + leadsIn(column), 0) === count && columns[0].querySelector('[role=listitem]') !== null;
  };
  window.whenPainted(stands).then((ms) => { window.boardShownMs = ms; }); // counted from the navigation's start
}

async function visit(page, url) {
  await page.goto('about:blank');
  await page.goto(url);
  const shown = await page.waitForFunction(() => window.boardShownMs);
  return shown.jsonValue();
}

// Ratios of neighbours, so that a load on the machine meets both.
async function round({ profile, count, url, domUrl }) {
  const browser = await openBrowser(profile);
  await browser.addInitScript(tellPaints);
  await browser.addInitScript(watchBoard, count);
  const page = browser.pages()[0];
  const pairs = [];
  for (let at = 0; at < visits; at += 1) pairs.push({ ours: await visit(page, url), dom: await visit(page, domUrl) });
  await browser.close();
  return { cold: pairs[0], warm: pairs.slice(1) };
}

const site = await openSite();
const domSite = await openDomSite(counts);
const boards = [];
for (const count of counts) boards.push({ count, profile: await filledProfile(site, count), url: site.url, domUrl: domSite.addressOf(count) });
const results = [];
for (let at = 0; at < rounds; at += 1) {
  const one = {};
  for (const board of boards) one[board.count] = await round(board);
  results.push(one);
}
for (const { profile } of boards) removeProfile(profile);
await domSite.close();
await site.close();

const ours = (one) => one.ours;
const dom = (one) => one.dom;
for (const count of counts) {
  const warm = results.flatMap((one) => one[count].warm);
  const cold = results.map((one) => one[count].cold);
  figure({
    name: `navigation_${count}`, value: medianRatio(warm, ours, dom), unit: 'ratio', against: 'a virtualised DOM board without a database', bound: 1.5,
    leads: count, ms: rounded(median(warm.map(ours))), against_ms: rounded(median(warm.map(dom))), cold_ms: rounded(median(cold.map(ours))),
    against_cold_ms: rounded(median(cold.map(dom))), rounds,
  });
}
