// Pictures of characters from the browser's own fonts: many are drawn on one 2D canvas and read back at once.
// A cluster or a word is one string, which the browser shapes and puts in order. Where the canvas cannot be believed,
// plain_glyphs.js draws instead. Limits: a picture is at most 1024 pixels wide.
import { canBeBelieved } from './canvas_truth.js';
import { wantFonts } from './fonts.js';
import { isBlank, isEmoji } from './glyph_kinds.js';
import { allocate, heap, readUtf8 } from './memory.js';

const sheetWidth = 1024;
const sheetHeight = 1024;
const widest = 1024;
const emojiFonts = '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"';
const families = `Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif, ${emojiFonts}`;
const emojiFamilies = `${emojiFonts}, ${families}`;
const iconStroke = 1.8;
const icons = new Map();

let pen = null;
let plain = null;

function sheet() {
  if (pen) return pen;
  const canvas = document.createElement('canvas');
  canvas.width = sheetWidth;
  canvas.height = sheetHeight;
  pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.textBaseline = 'alphabetic';
  pen.lineCap = pen.lineJoin = 'round';
  return pen;
}

export function defineIcon(codePoint, paths, length) {
  icons.set(codePoint, readUtf8(paths, length).split('|'));
}

// From now on, before anything was drawn, pictures come from a PlainGlyphs of plain_glyphs.js.
export function drawWithoutCanvas(plainGlyphs) {
  plain = plainGlyphs;
}

const isIcon = (wish) => !wish.text && icons.has(wish.codePoint);
const textOf = (wish) => wish.text || String.fromCodePoint(wish.codePoint);

function usePen(wish) {
  const context = sheet();
  context.font = `${wish.weight} ${wish.size}px ${wish.text && isEmoji(wish.text) ? emojiFamilies : families}`;
  context.direction = wish.rightToLeft ? 'rtl' : 'ltr';
  context.textAlign = 'left';
  return context;
}

// Where the picture lies around the pen, with a pixel to spare for smoothing.
function measure(wish) {
  if (isIcon(wish)) {
    const size = Math.round(wish.size);
    return { advance: size, left: -1, right: size + 1, up: size + 1, down: 1 };
  }
  const text = textOf(wish);
  const m = usePen(wish).measureText(text);
  if (isBlank(text)) return { advance: m.width, left: 0, right: 0, up: 0, down: 0 };
  const left = Math.floor(wish.shift - m.actualBoundingBoxLeft) - 1;
  return {
    advance: m.width,
    left,
    right: Math.min(left + widest, Math.ceil(wish.shift + m.actualBoundingBoxRight) + 1),
    up: Math.ceil(m.actualBoundingBoxAscent) + 1,
    down: Math.ceil(m.actualBoundingBoxDescent) + 1,
  };
}

function drawOne(wish, box, x, y) {
  const context = sheet();
  context.save();
  context.beginPath();
  context.rect(x, y, box.right - box.left, box.up + box.down);
  context.clip();
  // Black, so that a picture with any colour of its own shows by it.
  context.fillStyle = context.strokeStyle = '#000';
  if (isIcon(wish)) {
    const size = Math.round(wish.size);
    context.translate(x - box.left, y + box.up - size);
    context.scale(size / 24, size / 24);
    context.lineWidth = iconStroke;
    for (const data of icons.get(wish.codePoint)) context.stroke(new Path2D(data));
  } else {
    usePen(wish).fillText(textOf(wish), x - box.left + wish.shift, y + box.up);
  }
  context.restore();
}

// Cuts a cell out of the sheet; grey coverage becomes white with alpha, colours stay.
function cut(pixels, cell) {
  const { x, y, width, height } = cell;
  const out = new Uint8Array(width * height * 4);
  let colored = false;
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * sheetWidth + x) * 4;
    out.set(pixels.subarray(from, from + width * 4), row * width * 4);
  }
  for (let i = 0; i < out.length && !colored; i += 4) colored = out[i + 3] > 16 && (out[i] > 24 || out[i + 1] > 24 || out[i + 2] > 24);
  if (!colored) for (let i = 0; i < out.length; i += 4) out[i] = out[i + 1] = out[i + 2] = 255;
  cell.colored = colored;
  cell.rgba = out;
}

function readBack(cells, usedHeight) {
  if (!cells.length) return;
  const pixels = sheet().getImageData(0, 0, sheetWidth, Math.min(sheetHeight, usedHeight)).data;
  for (const cell of cells) cut(pixels, cell);
  sheet().clearRect(0, 0, sheetWidth, usedHeight);
}

function drawPlainly(wish) {
  if (!isIcon(wish)) return plain.draw(wish, textOf(wish));
  return plain.drawIcon(measure(wish), icons.get(wish.codePoint), Math.round(wish.size), iconStroke);
}

function drawAll(wishes) {
  const answers = [];
  let onSheet = [];
  let x = 0, y = 0, rowHeight = 0;
  for (const wish of wishes) {
    const box = measure(wish);
    const width = Math.max(0, box.right - box.left), height = Math.max(0, box.up + box.down);
    const cell = { box, width, height, x: 0, y: 0, colored: false, rgba: null };
    answers.push(cell);
    if (!width || !height || height > sheetHeight) {
      cell.width = cell.height = 0;
      continue;
    }
    if (x + width > sheetWidth) x = 0, y += rowHeight, rowHeight = 0;
    if (y + height > sheetHeight) {
      readBack(onSheet, y + rowHeight);
      onSheet = [];
      x = 0, y = 0, rowHeight = 0;
    }
    cell.x = x, cell.y = y;
    drawOne(wish, box, x, y);
    onSheet.push(cell);
    x += width;
    rowHeight = Math.max(rowHeight, height);
  }
  readBack(onSheet, y + rowHeight);
  return answers;
}

// The form of wishes and answer is written down in src/platform/web/glyphs.cpp.
function readWishes(pointer, count, texts) {
  const flat = new Float32Array(heap().buffer, pointer, count * 6).slice();
  let at = texts;
  return Array.from({ length: count }, (_, i) => {
    const [codePoint, weight, size, shift, bytes, rightToLeft] = flat.subarray(i * 6, i * 6 + 6);
    const text = bytes ? readUtf8(at, bytes) : '';
    at += bytes;
    return { codePoint, weight, size, shift, text, rightToLeft: rightToLeft === 1 };
  });
}

const textsOf = (wishes) => wishes.map((wish) => (isIcon(wish) ? '' : textOf(wish))).join('');

function widthOf(wish) {
  if (isIcon(wish)) return Math.round(wish.size);
  return plain ? plain.widthOf(wish, textOf(wish)) : usePen(wish).measureText(textOf(wish)).width;
}

export function measureAll(pointer, count, texts, widths) {
  const wishes = readWishes(pointer, count, texts);
  wantFonts(textsOf(wishes));
  const answers = wishes.map(widthOf);
  new Float32Array(heap().buffer, widths, count).set(answers);
}

export function draw(pointer, count, texts) {
  const wishes = readWishes(pointer, count, texts);
  wantFonts(textsOf(wishes));
  const answers = plain ? wishes.map(drawPlainly) : drawAll(wishes);
  const headBytes = count * 8 * 4;
  const total = answers.reduce((sum, cell) => sum + (cell.rgba?.length ?? 0), headBytes);
  const answer = allocate(total);
  const head = new Float32Array(heap().buffer, answer, count * 8);
  let at = answer + headBytes;
  answers.forEach(({ box, width, height, colored, rgba }, i) => {
    head.set([box.advance, box.left, box.up, width, height, colored ? 1 : 0, 0, 0], i * 8);
    if (!rgba) return;
    heap().set(rgba, at);
    at += rgba.length;
  });
  return answer;
}

export const areTrue = () => canBeBelieved(sheet());
