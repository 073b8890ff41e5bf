// The icons' path data as lines: where they begin and end, that curves are round, and that letters are read as SVG says.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { linesOf } from '../../../web/path_lines.js';

const rounded = ({ x, y }) => `${Math.round(x * 1000) / 1000},${Math.round(y * 1000) / 1000}`;
const corners = (data) => linesOf(data).map(({ from, to }) => `${rounded(from)} ${rounded(to)}`);
const lastPoint = (data) => rounded(linesOf(data).at(-1).to);

test('straight lines, absolute and relative, and several pairs after one letter', () => {
  assert.deepEqual(corners('M1 2h3v-1L7 7H2V0l1 1-1.5.5'), ['1,2 4,2', '4,2 4,1', '4,1 7,7', '7,7 2,7', '2,7 2,0', '2,0 3,1', '3,1 1.5,1.5']);
  assert.deepEqual(corners('m18 6 6 6'), ['18,6 24,12']);
});

test('a second beginning draws no line to it, and a closed part goes back to its own', () => {
  assert.deepEqual(corners('M1 1h1M5 5h2v2zm1 1h1'), ['1,1 2,1', '5,5 7,5', '7,5 7,7', '7,7 5,5', '6,6 7,6']);
});

test('an arc keeps its distance from its centre and goes the way round that it says', () => {
  const half = linesOf('M2 12a10 10 0 0 1 20 0');
  for (const { to } of half) assert.ok(Math.abs(Math.hypot(to.x - 12, to.y - 12) - 10) < 1e-9);
  assert.ok(half.every(({ to }) => to.y < 12 + 1e-9), 'clockwise goes over the top');
  assert.ok(linesOf('M2 12a10 10 0 0 0 20 0').every(({ to }) => to.y > 12 - 1e-9));
  assert.equal(lastPoint('M2 12a10 10 0 0 1 20 0'), '22,12');
  assert.ok(linesOf('M12 2a10 10 0 1 1-10 10').some(({ to }) => to.x > 21.9), 'the large part of the circle');
});

test('flags and numbers may stand without spaces', () => {
  assert.deepEqual(corners('M0 0a1 1 0 011.5.5'), corners('M0 0a1 1 0 0 1 1.5 0.5'));
});

test('an arc too small for its ends grows, and one of no length draws nothing else', () => {
  assert.equal(lastPoint('M0 0a1 1 0 0 1 8 0'), '8,0');
  assert.deepEqual(linesOf('M3 3a1 1 0 0 1 0 0').filter(({ to }) => !Number.isFinite(to.x)), []);
});

test('curves of both kinds pass the middle that their points say', () => {
  const middle = (data) => rounded(linesOf(data)[7].to);
  assert.equal(middle('M0 0C0 8 8 8 8 0'), '4,6');
  assert.equal(middle('M0 0q4 8 8 0'), '4,4');
  assert.equal(lastPoint('M1 1c0 8 8 8 8 0'), '9,1');
});

test('a letter that is not known is a mistake', () => assert.throws(() => linesOf('M0 0T1 1'), /has T/));
