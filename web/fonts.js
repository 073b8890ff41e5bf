// Inter in pieces: the first ones before the first frame, each other one when a text has a character of it; until that
// has come, and where it does not come, the system's own font stands in.
import { native } from './memory.js';

// [{ url, weights, range, first }]; resolves when the first ones are there or failed.
export function loadFonts(pieces) {
  document.fonts.addEventListener('loadingdone', ({ fontfaces }) => {
    if (fontfaces.length) native()?._lk_glyphs_changed();
  });
  return Promise.allSettled(pieces.map(({ url, weights, range, first }) => {
    const face = new FontFace('Inter', `url(${url}) format('woff2')`, { weight: weights, unicodeRange: range });
    document.fonts.add(face);
    return first && face.load();
  }));
}

const asked = new Set();

// Asks for the pieces that these characters need, once for each; does nothing for those that are there.
export function wantFonts(text) {
  const fresh = [...text].filter((character) => !asked.has(character));
  if (!fresh.length) return;
  for (const character of fresh) asked.add(character);
  document.fonts.load('16px Inter', fresh.join('')).catch(() => {});
}
