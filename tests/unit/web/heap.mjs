// Stands in for the wasm module, so that the services of web/ run in Node: a heap, an allocator, and C++ functions
// given by the test.
import * as memory from '../../../web/memory.js';

export function attachHeap(functions = {}) {
  const heap = new Uint8Array(1 << 20);
  const live = new Set();
  let next = 8;
  memory.attach({
    _lk_memory_allocate(size) {
      const pointer = next;
      next += Math.ceil(size / 8) * 8;
      if (next > heap.length) return 0;
      live.add(pointer);
      return pointer;
    },
    _lk_memory_release: (pointer) => live.delete(pointer),
    ...functions,
  }, () => heap);
  return {
    heap,
    live,
    // What C++ does with a returned string: read up to the NUL, then free.
    take(pointer) {
      const end = heap.indexOf(0, pointer);
      live.delete(pointer);
      return new TextDecoder().decode(heap.slice(pointer, end));
    },
    // A string argument: pointer and length.
    give(text) {
      const bytes = new TextEncoder().encode(text);
      return [memory.writeBytes(bytes), bytes.length];
    },
  };
}
