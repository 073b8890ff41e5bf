// Strokes of SVG path data as coverage, without a canvas: each pixel near a line takes how much of it the pen covers.
// Limits: a grid of 24, round ends and corners, one pen for all parts.
import { linesOf } from './path_lines.js';

function distanceToLine(x, y, { from, to }) {
  const dx = to.x - from.x, dy = to.y - from.y;
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}

// A square of `size` pixels with one to spare on each side, a byte a pixel, row by row. `pen` is its width on the grid.
export function strokesOf(paths, size, pen) {
  const side = size + 2, scale = size / 24, half = (pen * scale) / 2;
  const coverage = new Uint8Array(side * side);
  const toPixels = ({ x, y }) => ({ x: x * scale + 1, y: y * scale + 1 });
  const first = (a, b) => Math.max(0, Math.floor(Math.min(a, b) - half - 1));
  const last = (a, b) => Math.min(side - 1, Math.ceil(Math.max(a, b) + half + 1));
  for (const onGrid of paths.flatMap(linesOf)) {
    const line = { from: toPixels(onGrid.from), to: toPixels(onGrid.to) };
    const lastColumn = last(line.from.x, line.to.x), lastRow = last(line.from.y, line.to.y);
    for (let row = first(line.from.y, line.to.y); row <= lastRow; row++) {
      for (let column = first(line.from.x, line.to.x); column <= lastColumn; column++) {
        const covered = Math.min(1, half + 0.5 - distanceToLine(column + 0.5, row + 0.5, line));
        const at = row * side + column;
        coverage[at] = Math.max(coverage[at], covered * 255);
      }
    }
  }
  return coverage;
}
