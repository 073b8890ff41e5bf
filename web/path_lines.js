// SVG path data as lines so short that curves look round. Limits: M, L, H, V, C, Q, A and Z, as the icons have them; on
// their grid of 24, drawn up to some hundred pixels large.
const ARGUMENTS = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };
const CURVE_STEPS = 16;
const ARC_STEP = Math.PI / 24;

const NUMBER = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+))/y;
const FLAG = /[\s,]*([01])/y; // what follows an arc's flag may stand without a space

function numbersOf(letter, text) {
  const numbers = [];
  for (let at = 0; ;) {
    const form = letter === 'A' && [3, 4].includes(numbers.length % 7) ? FLAG : NUMBER;
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) return numbers;
    numbers.push(Number(found[1]));
    at = form.lastIndex;
  }
}

// A command's arguments with absolute points; H and V become L.
function absolute(command, given, from) {
  const letter = command.toUpperCase();
  const [x, y] = command === letter ? [0, 0] : [from.x, from.y];
  if (letter === 'H') return ['L', [given[0] + x, from.y]];
  if (letter === 'V') return ['L', [from.x, given[0] + y]];
  const firstPoint = letter === 'A' ? 5 : 0;
  return [letter, given.map((value, i) => (i < firstPoint ? value : value + ((i - firstPoint) % 2 ? y : x)))];
}

// Bézier curves of two or three points after the first.
function curve(from, given) {
  const points = [from];
  for (let i = 0; i < given.length; i += 2) points.push({ x: given[i], y: given[i + 1] });
  const between = (a, b, t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  return Array.from({ length: CURVE_STEPS }, (_, step) => {
    let inner = points;
    while (inner.length > 1) inner = inner.slice(1).map((point, i) => between(inner[i], point, (step + 1) / CURVE_STEPS));
    return inner[0];
  });
}

// By the SVG standard's way from end points to centre and angles.
function arc(from, [givenX, givenY, degrees, isLarge, isClockwise, toX, toY]) {
  const cos = Math.cos((degrees * Math.PI) / 180), sin = Math.sin((degrees * Math.PI) / 180);
  const dx = (from.x - toX) / 2, dy = (from.y - toY) / 2;
  const x = cos * dx + sin * dy, y = cos * dy - sin * dx;
  const grown = Math.max(1, Math.hypot(x / givenX, y / givenY));
  const rx = givenX * grown, ry = givenY * grown;
  const outside = (rx * y) ** 2 + (ry * x) ** 2;
  const towards = Math.sqrt(Math.max(0, (rx * ry) ** 2 / outside - 1)) * (isLarge === isClockwise ? -1 : 1);
  const cx = (towards * rx * y) / ry, cy = (-towards * ry * x) / rx;
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let turn = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - start;
  if (isClockwise && turn < 0) turn += 2 * Math.PI;
  if (!isClockwise && turn > 0) turn -= 2 * Math.PI;
  const steps = Math.ceil(Math.abs(turn) / ARC_STEP);
  return Array.from({ length: steps }, (_, step) => {
    const angle = start + (turn * (step + 1)) / steps;
    const px = rx * Math.cos(angle) + cx, py = ry * Math.sin(angle) + cy;
    return { x: cos * px - sin * py + (from.x + toX) / 2, y: sin * px + cos * py + (from.y + toY) / 2 };
  });
}

// [{ from, to }], points on the grid.
export function linesOf(data) {
  const lines = [];
  let at = { x: 0, y: 0 }, begin = at;
  const lineTo = (to) => {
    lines.push({ from: at, to });
    at = to;
  };
  for (const [, command, text] of data.matchAll(/([a-z])([^a-z]*)/gi)) {
    const count = ARGUMENTS[command.toUpperCase()];
    if (count === undefined) throw new Error(`a path has ${command}, which is not known here`);
    if (count === 0) lineTo(begin);
    const numbers = numbersOf(command.toUpperCase(), text);
    for (let i = 0; i < numbers.length; i += count) {
      const [letter, given] = absolute(command, numbers.slice(i, i + count), at);
      if (letter === 'M' && i === 0) [at, begin] = [{ x: given[0], y: given[1] }, { x: given[0], y: given[1] }];
      else if (letter === 'M' || letter === 'L') lineTo({ x: given[0], y: given[1] });
      else for (const point of letter === 'A' ? arc(at, given) : curve(at, given)) lineTo(point);
    }
  }
  return lines;
}
