// The note of what was last saved, in localStorage and in a cookie; whichever is left is believed. See platform/sentinel.h.
import { readUtf8, writeUtf8 } from './memory.js';

const name = 'leadkeep.saved';
const yearSeconds = 31536000;

function fromStorage() {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // switched off
  }
}

function fromCookie() {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) : null;
}

// "<database id> <seq> <saved at, ms>"; "" when there is none.
export function read() {
  return writeUtf8((fromStorage() ?? fromCookie() ?? '').replaceAll('+', ' '));
}

export function write(note, length) {
  const text = readUtf8(note, length);
  try {
    localStorage.setItem(name, text);
  } catch { /* full or switched off: the cookie is left */ }
  document.cookie = `${name}=${text.replaceAll(' ', '+')}; max-age=${yearSeconds}; samesite=strict`;
}
