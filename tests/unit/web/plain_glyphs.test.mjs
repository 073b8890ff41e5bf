// Characters without a canvas, over a font that knows a few: what it lacks is a box of about its width. Limits: how letters
// look is told by tests/e2e/falsified_canvas.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.LEADKEEP_PLAIN_GLYPHS = {};
const { PlainGlyphs } = await import('../../../web/plain_glyphs.js');

// Knows "a" and "é", each half its size wide: a block of one by two, or three by two, pixels that begins at the pen.
const widths = new Map([['a', 1], ['é', 3]]);
const memory = new WebAssembly.Memory({ initial: 1 });
new Uint8Array(memory.buffer, 64, 6).fill(255);
const program = {
  memory,
  plain_advance: (weight, codePoint, size) => (widths.has(String.fromCodePoint(codePoint)) ? size / 2 : -1),
  plain_draw: (weight, codePoint) => {
    new Int32Array(memory.buffer, 0, 5).set([0, 2, widths.get(String.fromCodePoint(codePoint)), 2, 64]);
    return 0;
  },
};
const glyphs = new PlainGlyphs(program);
const wish = { weight: 400, size: 10, shift: 0, rightToLeft: false };

// As rows of text, a character a pixel.
function drawn(text, more = {}) {
  const { width, height, rgba } = glyphs.draw({ ...wish, ...more }, text);
  return Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, column) => (rgba[(row * width + column) * 4 + 3] ? '#' : '.')).join(''));
}
const box = ['########', ...Array(5).fill('#......#'), '########'];

test('letters stand one after another', () => {
  assert.deepEqual(drawn('aé'), ['#....###', '#....###']);
  assert.equal(glyphs.widthOf(wish, 'aé'), 10);
});

test('from right to left the first word stands at the right, and a word that goes the other way is read as always', () => {
  const order = (text) => glyphs.layOut({ ...wish, rightToLeft: true }, text).map(({ character }) => character).join('');
  assert.equal(order('שלום'), 'םולש');
  assert.equal(order('שלום aé 12'), 'aé 12 םולש');
  assert.equal(order('aé'), 'aé');
});

test('a letter and its accent are the letter that the font has for both', () => {
  assert.deepEqual(drawn('e\u0301'), ['###', '###']);
});

test('a character that the font lacks is a box, and so is an emoji of several', () => {
  assert.deepEqual(drawn('屋'), box);
  assert.deepEqual(drawn('👩‍🚀'), box);
  assert.equal(glyphs.widthOf(wish, '屋屋'), 20);
  assert.equal(glyphs.widthOf(wish, 'سلام'), 24);
});

test('blanks and what has no width show nothing', () => {
  for (const text of ['\u3000', '\u200D', '\u0651']) assert.deepEqual(drawn(text), []);
  assert.equal(glyphs.widthOf(wish, '\u0651'), 0);
});

test('arrows are drawn though the font lacks them', () => {
  assert.equal(glyphs.widthOf(wish, '→'), 10);
  assert.ok(drawn('→')[6].includes('#######'));
});
