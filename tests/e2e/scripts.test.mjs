// Titles in many scripts: what the board shows is what the browser itself draws of the same text with the same fonts.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { addLead, card, drawn, openApp, openBrowser, siteOfTests } from './app.mjs';

const titles = {
  Latin: 'Roof repair in Leeds', Cyrillic: 'Ремонт крыши', Kazakh: 'Қаңтар ұстасы', Greek: 'Επισκευή στέγης', Georgian: 'სახურავის შეკეთება',
  'composed accents': 'Zo\u0308e и\u0306 cafe\u0301', Arabic: 'إصلاح السقف في المنزل', Hebrew: 'תיקון גג בבית', 'mixed directions': 'Иван שלום 123 да',
};
const emoji = '👨‍👩‍👧 🇷🇺 👍🏽';

const site = siteOfTests();
let page;
before(async () => {
  // High enough for all: a column only holds the cards that are seen.
  page = await openApp(await openBrowser(undefined, { viewport: { width: 1000, height: 1300 } }), site.url);
  for (const title of [...Object.values(titles), emoji]) await addLead(page, title);
  await page.keyboard.press('Escape');
});

// The line of a card that holds its title, as a picture.
async function pictureOfTitle(title) {
  const shown = card(page, title);
  await shown.scrollIntoViewIfNeeded();
  await drawn(page);
  const box = await shown.boundingBox();
  const clip = { x: box.x + 6, y: box.y + 6, width: box.width - 12, height: 30 };
  return (await page.screenshot({ clip })).toString('base64');
}

// In the page: how alike the picture's ink is to the same text drawn there, at the best of some neighbouring places.
async function likeness({ picture, text, direction }) {
  const pixels = (width, height, paint) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    paint(context);
    return context.getImageData(0, 0, width, height).data;
  };
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(picture), (c) => c.charCodeAt(0))]));
  const { width, height } = bitmap;
  const shown = pixels(width, height, (context) => context.drawImage(bitmap, 0, 0));
  const inkOf = (rgba) => Float64Array.from({ length: width * height }, (_, i) => 255 - (rgba[i * 4] + rgba[i * 4 + 1] + rgba[i * 4 + 2]) / 3);
  const correlation = (a, b) => {
    let ab = 0, aa = 0, bb = 0;
    for (let i = 0; i < a.length; i++) ab += a[i] * b[i], aa += a[i] * a[i], bb += b[i] * b[i];
    return ab / Math.sqrt(aa * bb || 1);
  };
  const app = inkOf(shown);
  let best = 0;
  for (let x = 4; x <= 8; x += 0.5)
    for (let y = 10; y <= 24; y++) {
      const own = pixels(width, height, (context) => {
        context.fillStyle = '#fff';
        context.fillRect(0, 0, width, height);
        context.fillStyle = '#111827';
        context.font = '600 13px Inter, system-ui, sans-serif';
        context.direction = direction;
        context.textAlign = 'left';
        context.fillText(text, x, y);
      });
      best = Math.max(best, correlation(app, inkOf(own)));
    }
  return best;
}

for (const [script, text] of Object.entries(titles))
  test(`a title is drawn as the browser draws it: ${script}`, async () => {
    const picture = await pictureOfTitle(text);
    const direction = /^[\u0590-\u08FF]/.test(text) ? 'rtl' : 'ltr';
    const found = await page.evaluate(likeness, { picture, text, direction });
    assert.ok(found >= 0.9, `likeness ${found.toFixed(3)}`);
  });

test('emoji sequences are shown whole and in colour', async () => {
  const picture = await pictureOfTitle(emoji);
  const groups = await page.evaluate(async (png) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))]));
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    // Columns with ink, side by side, are one picture; is any pixel of it far from grey?
    const found = [];
    let inInk = false;
    for (let x = 0; x < bitmap.width; x++) {
      let ink = false, color = false;
      for (let y = 0; y < bitmap.height; y++) {
        const [r, g, b] = data.subarray((y * bitmap.width + x) * 4);
        ink ||= Math.min(r, g, b) < 215;
        color ||= Math.max(r, g, b) - Math.min(r, g, b) > 60;
      }
      if (ink && !inInk) found.push(false);
      if (ink && color) found[found.length - 1] = true;
      inInk = ink;
    }
    return found;
  }, picture);
  // Noto's families are grey silhouettes: whole is all that is asked of the first.
  assert.equal(groups.length, 3);
  assert.deepEqual(groups.slice(1), [true, true]);
});
