// Browsers that falsify what a page reads from a canvas, in Chromium with a falsified getImageData: words and icons look as
// in an honest browser. Limits: what an engine falsifies by itself is tried in Firefox (engines/).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { addLead, boardShown, card, closeBrowsers, drawn, openBrowser, saved, siteOfTests } from './app.mjs';
import { assertLooksLike, openInkReader } from './ink.mjs';

const TITLE = 'Roof repair, крыша дачи';
const places = {
  'the heading': (page) => page.getByRole('heading', { name: 'Leads' }),
  'a card': (page) => card(page, TITLE),
  'a page of the menu': (page) => page.getByRole('navigation').getByRole('link', { name: 'Contacts' }),
};

const site = siteOfTests();

// In the page, before its scripts.
function falsify(kind) {
  const changes = {
    noise: (bytes) => { for (let i = 0; i < bytes.length; i += 1) if (i % 12 < 4) bytes[i] ^= (i * 37) & 0x3f; },
    white: (bytes) => bytes.fill(255),
    'last bits': (bytes) => { for (let i = 0; i < bytes.length; i += 97) bytes[i] ^= 1; },
  };
  const read = CanvasRenderingContext2D.prototype.getImageData;
  CanvasRenderingContext2D.prototype.getImageData = function getImageData(...given) {
    const picture = read.apply(this, given);
    changes[kind](picture.data);
    return picture;
  };
}

// The board with one lead, and which of the files that come later it has asked for.
async function openBoard(kind) {
  const browser = await openBrowser(undefined, { colorScheme: 'light' });
  const page = await browser.newPage();
  if (kind) await page.addInitScript(falsify, kind);
  const later = [];
  page.on('request', (request) => {
    const [, name, ending] = /\/later-(.*)-[0-9a-f]{10}(\.\w+)$/.exec(request.url()) ?? [];
    if (name) later.push(name + ending);
  });
  await page.goto(site.url);
  await boardShown(page);
  await addLead(page, TITLE);
  await page.keyboard.press('Escape');
  await saved(page);
  await page.mouse.move(700, 880);
  await drawn(page);
  return { page, later };
}

let inkOf;
async function inkOfPlaces(page) {
  const inks = {};
  for (const [place, locate] of Object.entries(places))
    inks[place] = await inkOf(await page.screenshot({ clip: await locate(page).boundingBox(), caret: 'hide' }));
  return inks;
}

let honest;
before(async () => {
  inkOf = await openInkReader(site);
  const { page, later } = await openBoard();
  honest = { later, inks: await inkOfPlaces(page) };
});
after(closeBrowsers);

for (const kind of ['noise', 'white'])
  test(`where the canvas gives back ${kind}, words and icons stand as in an honest browser`, async () => {
    const { page, later } = await openBoard(kind);
    assert.deepEqual(later.sort(), ['inter.ttc', 'plain_glyphs.js', 'plain_glyphs.wasm']);
    for (const [place, ink] of Object.entries(await inkOfPlaces(page))) assertLooksLike(place, ink, honest.inks[place]);
  });

test('an honest browser, and one that changes what nobody sees, draw with the canvas', async () => {
  assert.deepEqual(honest.later, []);
  assert.deepEqual((await openBoard('last bits')).later, []);
});
