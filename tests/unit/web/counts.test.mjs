import assert from 'node:assert/strict';
import test from 'node:test';

import { countsOf, failuresIn, filesOfFailed } from '../../../tools/testing/counts.mjs';

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

test('of a long TAP output only the failed tests are told, with their reasons', () => {
  const output = `# Subtest: one
ok 1 - one
  ---
  duration_ms: 1
  ...
# Subtest: file
    # Subtest: two
    not ok 1 - two
      ---
      duration_ms: 2
      error: 'the card is not there'
      ...
not ok 2 - file
  ---
  failureType: 'subtestsFailed'
  ...
# pass 1
# fail 1
`;
  const told = failuresIn('nodeTest', output);
  assert.match(told, /^not ok 1 - two/);
  assert.match(told, /the card is not there/);
  assert.doesNotMatch(told, /ok 1 - one|subtestsFailed/);
});

test('of doctest only the failed cases are told', () => {
  const rule = '='.repeat(79);
  const output = `${rule}\nTEST CASE:  a lead is kept\n\nx.cpp:3: ERROR: CHECK( 1 == 2 ) is NOT correct!\n\n${rule}\n[doctest] test cases: 2 | 1 passed | 1 failed\n`;
  assert.match(failuresIn('doctest', output), /^TEST CASE:  a lead is kept[^]*NOT correct!$/);
});

test('of a crash the end of the output is told', () => {
  assert.match(failuresIn('doctest', 'lines\nAddressSanitizer: heap-use-after-free'), /heap-use-after-free$/);
});

test('the files of failed tests are told once each, and none where one is unknown', () => {
  const failed = (name, file) => `not ok 1 - ${name}\n  ---\n  duration_ms: 1\n${file ? `  location: '${file}:12:1'\n` : ''}  ...\n`;
  assert.deepEqual(filesOfFailed(failed('a', '/x/a.test.mjs') + failed('b', '/x/a.test.mjs')), ['/x/a.test.mjs']);
  assert.deepEqual(filesOfFailed(failed('a', '/x/a.test.mjs') + failed('crash')), []);
});
