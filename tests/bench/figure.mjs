// Every measurement prints its figures by this: one JSON line each, in one form. A figure that misses its bound makes the
// program's exit status 1. Limits: a figure without a bound is only told.
import process from 'node:process';

export function quantile(values, share) {
  if (values.length === 0) throw new Error('nothing was measured');
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
}
export const median = (values) => quantile(values, 0.5);
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Three figures are more than any of these can tell.
export const rounded = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

// What was measured in turns: the median of each turn's own ratio, so that a load on the machine meets both.
export const medianRatio = (rounds, work, other) => median(rounds.map((round) => work(round) / other(round)));

// against: what the value is a share of or compared with; bound: the most it may be; more: what explains it.
export function figure({ name, value, unit, against = null, bound = null, ...more }) {
  const ok = bound === null || value <= bound;
  if (!ok) process.exitCode = 1;
  console.log(JSON.stringify({ name, value: rounded(value), unit, against, bound, ok, ...more }));
}

export function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}
