// How much ink a picture of the screen has in each of its rows and columns, so that two pictures of the same words can be
// told apart where their pixels may differ. Limits: a picture's first pixel is its ground.
import assert from 'node:assert/strict';

import { openBrowser } from './app.mjs';
import { bystander } from './browser.mjs';

// In a page of a browser that reads truly.
async function read(base64) {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height).data;
  const rows = new Array(image.height).fill(0), columns = new Array(image.width).fill(0);
  for (let i = 0; i < pixels.length; i += 4) {
    const ink = Math.abs(pixels[i + 1] - pixels[1]), at = i / 4;
    rows[Math.floor(at / image.width)] += ink;
    columns[at % image.width] += ink;
  }
  return { rows, columns };
}

// Resolves to a function from a PNG to { rows, columns }.
export async function openInkReader(site) {
  const page = await bystander(await openBrowser(), site);
  return (png) => page.evaluate(read, Buffer.from(png).toString('base64'));
}

const amount = (profile) => profile.reduce((all, value) => all + value, 0);
// As a share of what `b` has; infinite if the pictures are not of one size.
const difference = (a, b) => (a.length === b.length ? amount(a.map((value, i) => Math.abs(value - b[i]))) / amount(b) : Infinity);

// The same words and icons by two ways of drawing letters: one may move edges up or down to whole pixels, the other not.
export function assertLooksLike(name, ink, wanted) {
  const share = amount(ink.rows) / amount(wanted.rows);
  assert.ok(share > 0.9 && share < 1.1, `${name} has ${share.toFixed(2)} of the ink`);
  for (const [of, most] of [['rows', 0.3], ['columns', 0.15]]) {
    const differ = difference(ink[of], wanted[of]);
    assert.ok(differ < most, `the ${of} of ${name} differ by ${differ.toFixed(2)}`);
  }
}
