// This device's small choices in localStorage; in memory where the browser blocks it.
import { readUtf8, writeUtf8 } from './memory.js';

const prefix = 'leadkeep.preference.';
const kept = new Map();

export function get(key, length) {
  const name = readUtf8(key, length);
  if (kept.has(name)) return writeUtf8(kept.get(name));
  try {
    return writeUtf8(localStorage.getItem(prefix + name) ?? '');
  } catch {
    return writeUtf8('');
  }
}

export function set(key, keyLength, value, valueLength) {
  const name = readUtf8(key, keyLength);
  const text = readUtf8(value, valueLength);
  kept.set(name, text);
  try {
    localStorage.setItem(prefix + name, text);
  } catch {
    // Blocked or full: `kept` serves until the page is closed.
  }
}
