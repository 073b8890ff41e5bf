// Reads how many tests passed and failed from what a test program printed. A program that ended badly without saying
// so counts as one failure: a crash must never look like a suite without tests.

const lastMatch = (text, pattern) => [...text.matchAll(pattern)].at(-1);

function doctest(output) {
  const found = lastMatch(output, /test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed/g);
  return found && { passed: Number(found[1]), failed: Number(found[2]) };
}

function nodeTest(output) {
  const count = (word) => Number(lastMatch(output, new RegExp(`^(?:#|ℹ) ${word} (\\d+)`, 'gm'))?.[1] ?? NaN);
  const passed = count('pass');
  const failed = count('fail') + (count('cancelled') || 0);
  return Number.isNaN(passed) || Number.isNaN(failed) ? undefined : { passed, failed };
}

// A script that only says yes or no.
const check = (output, status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 });

const READERS = { doctest, nodeTest, check };

export function countsOf(kind, output, status) {
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  const counts = READERS[kind](plain, status) ?? { passed: 0, failed: 0 };
  const hidden = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return hidden ? { passed: counts.passed, failed: 1 } : counts;
}
