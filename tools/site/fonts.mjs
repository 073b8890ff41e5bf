// Cuts the variable Inter into the pieces the page loads: what English and Russian need comes at once, the rest when a
// text needs it. Only characters, their weights and where accents sit stay: letters are drawn alone, so kerning,
// ligatures and alternates would never show. Limits: weights 400 to 600; a character is in one piece only.
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

// [{ name, bytes, weights, range, first }], woff2, for a folder of npm packages.
export async function interPieces(npm) {
  const subset = createRequire(path.join(npm, 'package.json'))('subset-font');
  const folder = path.join(npm, FAMILY);
  const ranges = JSON.parse(fs.readFileSync(path.join(folder, 'unicode.json'), 'utf8'));
  const taken = new Set();
  const pieces = [];
  for (const { name, subset: source, within, first } of PIECES) {
    const wanted = within && new Set(codePoints(within));
    const points = codePoints(ranges[source]).filter((point) => !taken.has(point) && (!wanted || wanted.has(point)));
    for (const point of points) taken.add(point);
    const whole = fs.readFileSync(path.join(folder, `files/inter-${source}-wght-normal.woff2`));
    const bytes = await subset(whole, String.fromCodePoint(...points), {
      targetFormat: 'woff2', keepFeatures: ['ccmp', 'mark', 'mkmk'], noHinting: true, dropTables: ['STAT'],
      variationAxes: { wght: { min: FIRST_WEIGHT, max: LAST_WEIGHT, default: FIRST_WEIGHT } },
    });
    pieces.push({ name, bytes, weights: `${FIRST_WEIGHT} ${LAST_WEIGHT}`, range: rangeOf(points), first });
  }
  return pieces;
}

export const interLicense = (npm) => path.join(npm, FAMILY, 'LICENSE');
