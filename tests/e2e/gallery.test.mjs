// The gallery of widgets in Chromium: drawn whole in both languages, themes and widths, the pictures kept for looking at in
// build/screenshots/. What is seen is held to what is said: every control has ink in its place, none lies over another.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, before, test } from 'node:test';

import { closeBrowsers, drawn, openBrowser, siteOfTests, top } from './app.mjs';

const folder = path.join(top, 'build/screenshots');
const highest = 8000; // what a drawing surface may have

const site = siteOfTests();
before(() => fs.mkdirSync(folder, { recursive: true }));
afterEach(closeBrowsers);

const titles = { en: 'Gallery', ru: 'Галерея' };

// The gallery in a window as high as all of it.
async function openGallery(language, scheme, width) {
  const browser = await openBrowser(undefined, {
    viewport: { width, height: 900 }, locale: language === 'ru' ? 'ru-RU' : 'en-US', colorScheme: scheme,
  });
  const page = await browser.newPage();
  await page.goto(`${site.url}#gallery`);
  await page.getByRole('heading', { name: titles[language], exact: true }).waitFor({ state: 'attached' });
  await drawn(page);
  const height = await page.evaluate(() => Math.max(...[...document.querySelectorAll('#mirror [role=none]')].map((room) => room.offsetHeight)));
  assert.ok(height > 1500 && height < highest, `the gallery is ${height} px high`);
  await page.setViewportSize({ width, height: Math.ceil(height) + 60 });
  await page.mouse.move(width / 2, 2);
  await drawn(page);
  return { browser, page };
}

// Controls and parts with their places, as assistive tools are told.
const places = (page) => page.evaluate(() => {
  const roles = ['button', 'combobox', 'checkbox', 'switch', 'radio', 'tab', 'textbox', 'img', 'progressbar'];
  const name = (element) => element.getAttribute('aria-label') ?? element.textContent;
  const all = [...document.querySelectorAll('#mirror [id^=n]')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const role = element.getAttribute('role') ?? (/^(INPUT|TEXTAREA)$/.test(element.tagName) ? 'textbox' : 'none');
    return { role, name: name(element), level: element.getAttribute('aria-level'), x, y, width, height };
  });
  return { controls: all.filter(({ role }) => roles.includes(role)), headings: all.filter(({ role, level }) => role === 'heading' && level === '2') };
});

// How much is drawn in each place: the pixels that differ from the commonest colour there; and what touches the right edge.
async function measure(browser, png, rects) {
  const page = await browser.newPage();
  const found = await page.evaluate(async ({ data, rects: wanted }) => {
    const picture = await createImageBitmap(await (await fetch(data)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(picture, 0, 0);
    const ink = wanted.map(({ x, y, width, height }) => {
      const pixels = new Uint32Array(context.getImageData(x, y, Math.max(1, width), Math.max(1, height)).data.buffer);
      const counts = new Map();
      for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
      return pixels.length - Math.max(...counts.values());
    });
    const edge = 6;
    const strip = new Uint32Array(context.getImageData(picture.width - edge, 0, edge, picture.height).data.buffer);
    let cut = 0;
    for (let at = 0; at < strip.length; at += edge) if (strip.subarray(at, at + edge).some((pixel) => pixel !== strip[at])) cut++;
    return { ink, cut };
  }, { data: `data:image/png;base64,${png.toString('base64')}`, rects });
  await page.close();
  return found;
}

const inside = (a, b) => a.x >= b.x - 1 && a.y >= b.y - 1 && a.x + a.width <= b.x + b.width + 1 && a.y + a.height <= b.y + b.height + 1;
const overlap = (a, b) => a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;
const told = ({ role, name, x, y, width, height }) => `${role} “${name}” at ${x},${y} ${width}×${height}`;

for (const language of ['en', 'ru']) for (const scheme of ['light', 'dark']) for (const width of [1440, 390]) {
  test(`the gallery is drawn whole: ${language}, ${scheme}, ${width} px wide`, async () => {
    const { browser, page } = await openGallery(language, scheme, width);
    const png = await page.screenshot({ path: path.join(folder, `gallery-${language}-${scheme}-${width}.png`) });
    const { controls, headings } = await places(page);
    assert.ok(controls.length > 50, `only ${controls.length} controls`);
    assert.ok(headings.length >= 10, `only ${headings.length} parts`);
    const { height } = page.viewportSize();
    const parts = headings.map((heading, i) => ({ ...heading, x: 0, y: heading.y + 30, width, height: (headings[i + 1]?.y ?? height - 40) - heading.y - 30 }));
    // An empty line among tags has nothing of its own: the box around it is drawn.
    const around = (one) => (one.role === 'textbox' ? { ...one, x: one.x - 8, y: one.y - 8, width: one.width + 16, height: one.height + 16 } : one);
    const { ink, cut } = await measure(browser, png, [...controls.map(around), ...parts]);
    controls.forEach((control, i) => assert.ok(ink[i] > 8, `nothing is drawn of ${told(control)}`));
    parts.forEach((part, i) => assert.ok(ink[controls.length + i] > 400, `the part “${part.name}” is blank`));
    assert.equal(cut, 0, 'something runs out of the window at the right');
    for (const [i, a] of controls.entries()) for (const b of controls.slice(i + 1)) {
      // A field's own button lies in the field, what cancels a work in its progress bar.
      const holds = ['textbox', 'progressbar'];
      const owned = (holds.includes(a.role) && inside(b, a)) || (holds.includes(b.role) && inside(a, b));
      assert.ok(owned || !overlap(a, b), `${told(a)} lies over ${told(b)}`);
    }
    await browser.close();
  });
}

test('the same gallery is drawn the same, to the pixel', async () => {
  const shots = [];
  for (let i = 0; i < 2; i++) {
    const { browser, page } = await openGallery('en', 'light', 1440);
    shots.push(await page.screenshot());
    await browser.close();
  }
  if (shots[0].equals(shots[1])) return;
  shots.forEach((shot, i) => fs.writeFileSync(path.join(folder, `gallery-differs-${i + 1}.png`), shot));
  assert.fail('two drawings of the same gallery differ: build/screenshots/gallery-differs-1.png and -2.png');
});
