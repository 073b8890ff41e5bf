import assert from 'node:assert/strict';
import test from 'node:test';

import * as memory from '../../../web/memory.js';
import { attachHeap } from './heap.mjs';

test('text of every script crosses the heap and comes back', () => {
  const { take } = attachHeap();
  for (const text of ['', 'Иванов', '名前', '👩‍👧', 'a"b\\c\n']) assert.equal(take(memory.writeUtf8(text)), text);
});

test('malformed UTF-8 reads as replacement characters instead of failing', () => {
  attachHeap();
  const pointer = memory.writeBytes(new Uint8Array([0x41, 0xff, 0x42]));
  assert.equal(memory.readUtf8(pointer, 3), 'A\ufffdB');
});

test('bytes that were read stay the same when the heap changes', () => {
  const { heap } = attachHeap();
  const pointer = memory.writeBytes(new Uint8Array([1, 2, 3]));
  const read = memory.readBytes(pointer, 3);
  heap.fill(9);
  assert.deepEqual([...read], [1, 2, 3]);
});

test('what is lent for a call is freed, also when the call throws', () => {
  const { live } = attachHeap();
  assert.throws(() => memory.lend('text', () => { throw new Error('from C++'); }), /from C\+\+/);
  assert.equal(live.size, 0);
});

test('an exhausted heap is an error, never a write to address 0', () => {
  attachHeap();
  assert.throws(() => memory.writeBytes(new Uint8Array(2 << 20)), RangeError);
});
