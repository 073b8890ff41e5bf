// Cuts the variable Inter into the pieces the page loads: what English and Russian need comes at once, the rest when a
// text needs it, and a plain collection only where the browser's own drawing cannot be read. Only characters, their
// weights and where accents sit stay: letters are drawn alone, so kerning, ligatures and alternates would never show.
// Limits: weights 400 to 600; a character is in one piece only.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const FAMILY = '@fontsource-variable/inter';
const PIECES = [
  { name: 'latin', subset: 'latin', first: true },
  { name: 'cyrillic', subset: 'cyrillic', first: true },
  { name: 'currencies', subset: 'latin-ext', within: 'U+20A9-20AB,U+20B4,U+20B8-20BA,U+20BC-20BE', first: true },
  { name: 'latin-ext', subset: 'latin-ext', first: false },
  { name: 'cyrillic-ext', subset: 'cyrillic-ext', first: false },
];
const FIRST_WEIGHT = 400, LAST_WEIGHT = 600;
const PLAIN_WEIGHTS = [400, 500, 600];
const PLAIN_PIECES = [
  { subset: 'latin' },
  { subset: 'cyrillic' },
  { subset: 'latin-ext', within: 'U+100-17F,U+218-21B,U+20A9-20BE' },
  { subset: 'cyrillic-ext', within: 'U+48A-4FF' },
];

// "U+20-7E,U+401" as code points.
function codePoints(range) {
  return range.split(',').flatMap((part) => {
    const [from, to = from] = part.trim().slice(2).split('-').map((hex) => parseInt(hex, 16));
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

function rangeOf(points) {
  const runs = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && last.to === point - 1) last.to = point;
    else runs.push({ from: point, to: point });
  }
  const hex = (point) => point.toString(16).toUpperCase();
  return runs.map(({ from, to }) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',');
}

// What a piece has, as it came, and which characters are to stay of it: none that is in `taken`, to which they are added.
function source(npm, { subset, within }, taken) {
  const folder = path.join(npm, FAMILY);
  const ranges = JSON.parse(fs.readFileSync(path.join(folder, 'unicode.json'), 'utf8'));
  const wanted = within && new Set(codePoints(within));
  const points = codePoints(ranges[subset]).filter((point) => !taken.has(point) && (!wanted || wanted.has(point)));
  for (const point of points) taken.add(point);
  return { points, text: String.fromCodePoint(...points), whole: fs.readFileSync(path.join(folder, `files/inter-${subset}-wght-normal.woff2`)) };
}

const cutter = (npm) => createRequire(path.join(npm, 'package.json'))('subset-font');

// [{ name, bytes, weights, range, first }], woff2, for a folder of npm packages.
export async function interPieces(npm) {
  const taken = new Set();
  const pieces = [];
  for (const piece of PIECES) {
    const { points, text, whole } = source(npm, piece, taken);
    const bytes = await cutter(npm)(whole, text, {
      targetFormat: 'woff2', keepFeatures: ['ccmp', 'mark', 'mkmk'], noHinting: true, dropTables: ['STAT'],
      variationAxes: { wght: { min: FIRST_WEIGHT, max: LAST_WEIGHT, default: FIRST_WEIGHT } },
    });
    pieces.push({ name: piece.name, bytes, weights: `${FIRST_WEIGHT} ${LAST_WEIGHT}`, range: rangeOf(points), first: piece.first });
  }
  return pieces;
}

// Several fonts as one file (.ttc): a head that says where each begins; their tables are told from the file's begin.
function collection(fonts) {
  const head = Buffer.alloc(12 + fonts.length * 4);
  head.write('ttcf', 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(fonts.length, 8);
  const parts = [head];
  let at = head.length;
  fonts.forEach((font, i) => {
    const moved = Buffer.alloc(Math.ceil(font.length / 4) * 4);
    font.copy(moved);
    for (let table = 0; table < moved.readUInt16BE(4); table++) {
      const field = 12 + table * 16 + 8;
      moved.writeUInt32BE(moved.readUInt32BE(field) + at, field);
    }
    head.writeUInt32BE(at, 12 + i * 4);
    parts.push(moved);
    at += moved.length;
  });
  return Buffer.concat(parts);
}

// Plain TrueType fonts, each of one piece in one weight, which its table OS/2 tells.
export async function interCollection(npm) {
  const taken = new Set();
  const fonts = [];
  for (const piece of PLAIN_PIECES) {
    const { text, whole } = source(npm, piece, taken);
    for (const weight of PLAIN_WEIGHTS) {
      fonts.push(await cutter(npm)(whole, text, {
        targetFormat: 'truetype', keepFeatures: [], noHinting: true, dropTables: ['STAT', 'GDEF', 'GPOS', 'GSUB', 'gasp', 'name', 'post'],
        variationAxes: { wght: weight },
      }));
    }
  }
  return collection(fonts);
}

export const interLicense = (npm) => path.join(npm, FAMILY, 'LICENSE');
