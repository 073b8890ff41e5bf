// Characters without a canvas, for browsers that falsify what is read from one: the letters of a font file, drawn by a
// small program of its own (src/platform/web/plain_glyphs). Loaded only there; LEADKEEP_PLAIN_GLYPHS is put in by
// tools/package: { wasm, fonts }, each address relative to this script. Limits: Inter's Latin and Cyrillic. Any other
// character is a box of about its width, a word of a joining script a row of them.
import { isBlank, isEmoji } from './glyph_kinds.js';
import { strokesOf } from './plain_strokes.js';

const files = LEADKEEP_PLAIN_GLYPHS;

// The program's own texts have arrows, which the font file lacks: strokes on the icons' grid.
const arrows = new Map([['←', ['M21 15H3', 'M9 9l-6 6 6 6']], ['→', ['M3 15h18', 'M15 9l6 6-6 6']]]);
const arrowPen = (weight) => weight / 200; // as thick as the letters beside it

// In a text from right to left each letter of such a script stands alone, what goes the other way stays together.
const leftwards = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const parts = new RegExp(`[^\\s${leftwards}](?:[^${leftwards}]*[^\\s${leftwards}])?|.`, 'gsu');
const inOrderOfSight = (text, rightToLeft) => [...(rightToLeft ? (text.match(parts) ?? []).reverse().join('') : text)];

const hasNoWidth = (text) => /^[\p{M}\p{Cf}]+$/u.test(text);
const isWide = (text) => isEmoji(text) || /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/u.test(text);

// Where a character is unknown; `left` and `right` are around the pen.
function emptyBox(x, advance, size) {
  const line = Math.max(1, Math.round(size / 16));
  const left = Math.round(x + size * 0.08), width = Math.max(3 * line, Math.round(advance - size * 0.16)), height = Math.round(size * 0.72);
  const coverage = new Uint8Array(width * height).fill(255);
  for (let row = line; row < height - line; row++) coverage.fill(0, row * width + line, (row + 1) * width - line);
  return { left, top: height, width, height, coverage };
}

// A cell as glyphs.js cuts it out of its canvas: white, with the coverage as alpha.
function cell(box, coverage) {
  const rgba = new Uint8Array(coverage.length * 4).fill(255);
  coverage.forEach((alpha, i) => { rgba[i * 4 + 3] = alpha; });
  return { box, width: box.right - box.left, height: box.up + box.down, colored: false, rgba };
}

// Pictures around one pen as one cell.
function joined(pictures, advance) {
  if (!pictures.length) return cell({ advance, left: 0, right: 0, up: 0, down: 0 }, []);
  const box = {
    advance,
    left: Math.min(...pictures.map(({ left }) => left)),
    right: Math.max(...pictures.map(({ left, width }) => left + width)),
    up: Math.max(...pictures.map(({ top }) => top)),
    down: Math.max(...pictures.map(({ top, height }) => height - top)),
  };
  const width = box.right - box.left;
  const coverage = new Uint8Array(width * (box.up + box.down));
  for (const picture of pictures) {
    for (let row = 0; row < picture.height; row++) {
      const to = (box.up - picture.top + row) * width + picture.left - box.left;
      for (let column = 0; column < picture.width; column++)
        coverage[to + column] = Math.max(coverage[to + column], picture.coverage[row * picture.width + column]);
    }
  }
  return cell(box, coverage);
}

// Over the exports of src/platform/web/plain_glyphs. A wish is { weight, size, shift, rightToLeft }, sizes in pixels.
export class PlainGlyphs {
  constructor(program) {
    this.program = program;
  }

  // [{ character, advance }], from left to right. An emoji is one, of however many code points.
  layOut(wish, text) {
    const characters = isEmoji(text) ? [text] : inOrderOfSight(text.normalize('NFC'), wish.rightToLeft);
    return characters.map((character) => ({ character, advance: this.advanceOf(wish, character) }));
  }

  advanceOf({ weight, size }, character) {
    if (arrows.has(character)) return size;
    const known = this.program.plain_advance(weight, character.codePointAt(0), size);
    if (known >= 0) return known;
    return hasNoWidth(character) ? 0 : size * (isWide(character) ? 1 : 0.6);
  }

  // What the font has of a character, or null.
  letter({ weight, size }, character, x) {
    const { program } = this, whole = Math.floor(x), codePoint = character.codePointAt(0);
    if (program.plain_advance(weight, codePoint, size) < 0) return null;
    const at = program.plain_draw(weight, codePoint, size, x - whole);
    const [left, top, width, height, pixels] = new Int32Array(program.memory.buffer, at, 5);
    return { left: whole + left, top, width, height, coverage: new Uint8Array(program.memory.buffer, pixels, width * height).slice() };
  }

  picture(wish, { character, advance }, x) {
    if (arrows.has(character)) {
      const size = Math.round(wish.size);
      const coverage = strokesOf(arrows.get(character), size, arrowPen(wish.weight));
      return { left: Math.round(x) - 1, top: size + 1, width: size + 2, height: size + 2, coverage };
    }
    return this.letter(wish, character, x) ?? (advance && !isBlank(character) ? emptyBox(x, advance, wish.size) : null);
  }

  // In pixels; kerning would never show, since letters are drawn alone.
  widthOf(wish, text) {
    return this.layOut(wish, text).reduce((sum, { advance }) => sum + advance, 0);
  }

  draw(wish, text) {
    let x = wish.shift;
    const pictures = [];
    for (const one of this.layOut(wish, text)) {
      const picture = this.picture(wish, one, x);
      if (picture?.width) pictures.push(picture);
      x += one.advance;
    }
    return joined(pictures, x - wish.shift);
  }

  // Of a box with a pixel to spare around `size` pixels; the pen's width is told on a grid of 24.
  drawIcon(box, paths, size, pen) {
    return cell(box, strokesOf(paths, size, pen));
  }
}

async function fetched(name) {
  const response = await fetch(new URL(name, import.meta.url), { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.arrayBuffer();
}

export async function loadPlainGlyphs() {
  const [wasm, fonts] = await Promise.all([fetched(files.wasm), fetched(files.fonts)]);
  const { exports: program } = (await WebAssembly.instantiate(wasm)).instance;
  program._initialize();
  const at = program.plain_allocate(fonts.byteLength);
  if (!at) throw new RangeError('out of memory');
  new Uint8Array(program.memory.buffer).set(new Uint8Array(fonts), at);
  if (!program.plain_open(at)) throw new Error(`no fonts in ${files.fonts}`);
  return new PlainGlyphs(program);
}
