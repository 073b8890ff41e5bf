import assert from 'node:assert/strict';
import test from 'node:test';

import { countsOf } from '../../../tools/testing/counts.mjs';

test('doctest cases are counted, assertions are not', () => {
  const output = '[doctest] test cases: 12 | 10 passed | 2 failed | 0 skipped\n[doctest] assertions: 90 | 80 passed | 10 failed |\n';
  assert.deepEqual(countsOf('doctest', output, 1), { passed: 10, failed: 2 });
});

test('colours in the output do not hide the counts', () => {
  const output = '[doctest] test cases: \u001b[1m 3\u001b[0m | \u001b[32m3 passed\u001b[0m | 0 failed |';
  assert.deepEqual(countsOf('doctest', output, 0), { passed: 3, failed: 0 });
});

test('a program that crashed without a summary is a failure', () => {
  assert.deepEqual(countsOf('doctest', 'AddressSanitizer: heap-use-after-free', 1), { passed: 0, failed: 1 });
});

test('a summary without failures does not excuse a bad exit', () => {
  assert.equal(countsOf('doctest', 'test cases: 3 | 3 passed | 0 failed |', 1).failed, 1);
});

test('a suite that ran nothing is a failure', () => {
  assert.equal(countsOf('nodeTest', '# pass 0\n# fail 0\n# cancelled 0', 0).failed, 1);
});

test('cancelled tests of Node count as failed', () => {
  assert.deepEqual(countsOf('nodeTest', '# tests 4\n# pass 2\n# fail 1\n# cancelled 1\n', 1), { passed: 2, failed: 2 });
});
