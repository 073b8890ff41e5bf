// Reads how many tests passed and failed, and what it says of those that failed, from what a test program printed. A
// program that ended badly without saying so counts as one failure: a crash must never look like a suite without tests.

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

const withoutColours = (output) => output.replace(/\u001b\[[0-9;]*m/g, '');

export function countsOf(kind, output, status) {
  const counts = READERS[kind](withoutColours(output), status) ?? { passed: 0, failed: 0 };
  const hidden = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return hidden ? { passed: counts.passed, failed: 1 } : counts;
}

const LAST_LINES = 60;

// doctest sets each failed case off by lines of `=`.
const failedCases = (plain) => plain.split(/^={20,}$/m).filter((part) => /^TEST CASE:/m.test(part) && /ERROR/.test(part));

// TAP: `not ok`, and below it an indented block from `---` to `...`; a parent that only repeats its children is left out.
function failedSubtests(plain) {
  const blocks = plain.matchAll(/^( *)not ok [^\n]*\n(?:\1  ---\n[^]*?\n\1  \.\.\.$)?/gm);
  return [...blocks].map(([block]) => block).filter((block) => !block.includes("failureType: 'subtestsFailed'"));
}

// The files of the failed tests of a TAP output; none where one of them does not tell its file.
export function filesOfFailed(output) {
  const files = failedSubtests(withoutColours(output)).map((block) => /^ *location: '(.+):\d+:\d+'$/m.exec(block)?.[1]);
  return files.every(Boolean) ? [...new Set(files)] : [];
}

// What a program said of the tests that failed; the end of its output where that cannot be told apart.
export function failuresIn(kind, output) {
  const plain = withoutColours(output);
  const found = kind === 'doctest' ? failedCases(plain) : kind === 'nodeTest' ? failedSubtests(plain) : [];
  return found.length ? found.map((part) => part.trim()).join('\n\n') : plain.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
}
