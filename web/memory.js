// The one way between the wasm heap and the services of this folder: strings and bytes are copied, never shared, since
// a view of the heap dies whenever memory grows. Limits: strings are UTF-8; 64-bit integers do not cross (use doubles).
//
// C++ calls a service by an EM_JS thunk, `Module.services.<service>.<fn>(…)`, with pointers and lengths; a service
// calls C++ through `native()._lk_<name>(…)`, functions marked EMSCRIPTEN_KEEPALIVE.

let module = null;
let bytesOfHeap = null;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8');

// Called once by src/platform/web/memory.cpp, before any other C++ runs.
export function attach(wasmModule, heap) {
  module = wasmModule;
  bytesOfHeap = heap;
}

// The module's exports: native()._lk_files_dropped(…).
export function native() {
  return module;
}

export function heap() {
  return bytesOfHeap();
}

export function readBytes(pointer, length) {
  return bytesOfHeap().slice(pointer, pointer + length);
}

// A malformed sequence becomes U+FFFD; a byte order mark is dropped.
export function readUtf8(pointer, length) {
  return decoder.decode(readBytes(pointer, length));
}

// Room in the heap that C++ frees (or `release`). Throws when memory is exhausted.
export function allocate(length) {
  const pointer = module._lk_memory_allocate(length || 1);
  if (!pointer) throw new RangeError('out of memory');
  return pointer;
}

export function release(pointer) {
  module._lk_memory_release(pointer);
}

// Copies into a fresh buffer; the C++ side owns it (memory.h: take_bytes).
export function writeBytes(bytes) {
  const pointer = allocate(bytes.length);
  bytesOfHeap().set(bytes, pointer);
  return pointer;
}

// The same for text, with a closing NUL (memory.h: take_string). What follows a NUL inside the text is lost.
export function writeUtf8(text) {
  const bytes = encoder.encode(text);
  const pointer = allocate(bytes.length + 1);
  const all = bytesOfHeap();
  all.set(bytes, pointer);
  all[pointer + bytes.length] = 0;
  return pointer;
}

// Lends bytes or a string to C++ for the time of one call: lend(text, (pointer, length) => native()._lk_x(pointer, length)).
export function lend(content, call) {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const pointer = writeBytes(bytes);
  try {
    return call(pointer, bytes.length);
  } finally {
    release(pointer);
  }
}
