#!/usr/bin/env node
// Takes the icons the interface names out of lucide-static: tools/icons.mjs OUT.cpp NAMES.json ICON_FOLDER.
// Writes their outlines as SVG path data, parts divided by '|'; circles, lines and the like become paths.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [out, namesFile, folder] = process.argv.slice(2);

function attributes(tag) {
  return Object.fromEntries([...tag.matchAll(/([a-z0-9-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
}

function ellipse(cx, cy, rx, ry) {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
}

function roundedBox({ x = 0, y = 0, width, height, rx = 0 }) {
  const [l, t, w, h, r] = [x, y, width, height, rx].map(Number);
  const corner = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : '');
  return `M${l + r} ${t}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}z`;
}

const shapes = {
  path: ({ d }) => d,
  circle: ({ cx, cy, r }) => ellipse(+cx, +cy, +r, +r),
  ellipse: ({ cx, cy, rx, ry }) => ellipse(+cx, +cy, +rx, +ry),
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  polyline: ({ points }) => 'M' + points.trim().split(/\s+/).join(' '),
  polygon: ({ points }) => 'M' + points.trim().split(/\s+/).join(' ') + 'z',
  rect: roundedBox,
};

function paths(svg) {
  const parts = [];
  for (const [tag, shape] of svg.slice(svg.indexOf('>', svg.indexOf('<svg'))).matchAll(/<([a-z]+)\b[^>]*\/>/g)) {
    if (!shapes[shape]) throw new Error(`an icon has <${shape}>, which is not known here`);
    parts.push(shapes[shape](attributes(tag)));
  }
  return parts.join('|');
}

const names = JSON.parse(readFileSync(namesFile, 'utf8'));
const lines = Object.entries(names).map(([name, file]) => {
  const svg = readFileSync(join(folder, `${file}.svg`), 'utf8');
  return `    {"${name}", "${paths(svg)}"},\n`;
});
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `// Written by tools/icons.mjs; do not edit.
#include "ui/icon_paths.h"

namespace leadkeep::ui {

static constexpr IconPath table[] = {
${lines.join('')}};

std::span<IconPath const> icon_paths() { return table; }

}  // namespace leadkeep::ui
`);
