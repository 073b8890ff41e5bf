// node tools/text_classes.mjs > src/text/cluster_classes.cpp: the table of UAX #29 classes, from the Unicode data that
// Node's regular expressions know. Run again when a newer Unicode matters; the version is written into the file. Limits:
// the order of `classes` is that of ClusterClass in src/text/clusters.h.
const binary = (name) => new RegExp(`^\\p{${name}}$`, 'u');
const classes = [
  ['joiner', /^\u200D$/u],
  ['extend', /^[\p{Grapheme_Extend}\p{Emoji_Modifier}]$/u],
  ['spacing', /^[\p{Mc}\u0E33\u0EB3]$/u],
  ['regional', binary('Regional_Indicator')],
  ['emoji', /^(?=\p{Extended_Pictographic})\p{Emoji_Presentation}$/u],
  ['pictograph', binary('Extended_Pictographic')],
  ['control', /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]$/u],
];
const last = 0x10FFFF, longest = 256;
const classOf = (c) => (c >= 0xD800 && c <= 0xDFFF) ? undefined : classes.find(([, pattern]) => pattern.test(String.fromCodePoint(c)))?.[0];

const ranges = [];
for (let c = 0x300; c <= last; c++) {
  const name = classOf(c);
  if (!name) continue;
  const open = ranges.at(-1);
  if (open && open.name === name && open.to === c - 1 && c - open.from < longest) open.to = c;
  else ranges.push({ from: c, to: c, name });
}
// 21 bits of the first code point, 8 of how many follow it, 3 of the class by its place in the list above, from 1.
const packed = ({ from, to, name }) => ((from << 11) | ((to - from) << 3) | (classes.findIndex(([known]) => known === name) + 1)) >>> 0;
const numbers = ranges.map((range) => `0x${packed(range).toString(16).toUpperCase()}`);
const rows = [];
while (numbers.length) rows.push(`    ${numbers.splice(0, 12).join(', ')},`);
process.stdout.write(`// Made by tools/text_classes.mjs from Unicode ${process.versions.unicode} (the data of Node ${process.versions.node}'s regular expressions).
#include "text/clusters.h"

#include <array>

namespace leadkeep::text {

namespace {
constexpr std::array<uint32_t, ${ranges.length}> ranges = {
${rows.join('\n')}
};
}  // namespace

std::span<uint32_t const> class_ranges() { return ranges; }

}  // namespace leadkeep::text
`);
