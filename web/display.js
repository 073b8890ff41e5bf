// The canvas in physical pixels and the person's wishes for colours and motion; asks for a frame when one changes.
import { heap } from './memory.js';
import { requestFrame, runNow } from './wake.js';

const canvas = document.getElementById('canvas');
const dark = matchMedia('(prefers-color-scheme: dark)');
const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
const coarsePointer = matchMedia('(pointer: coarse)');
const isMac = /Mac|iPhone|iPad/.test(navigator.platform ?? '');

let width = 0;
let height = 0;
let safeBottom = 0; // a phone's home bar, in CSS pixels

// The exact box, unless it does not know of the ratio (emulated devices report it in CSS pixels).
function physical(css, exact) {
  const scaled = css * devicePixelRatio;
  return Math.max(1, exact && Math.abs(exact - scaled) < 2 ? exact : Math.round(scaled));
}

function measure(entry) {
  const exact = entry?.devicePixelContentBoxSize?.[0];
  const box = canvas.getBoundingClientRect();
  safeBottom = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--safe-bottom')) || 0;
  width = physical(box.width, exact?.inlineSize);
  height = physical(box.height, exact?.blockSize);
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
  runNow();
}

const observer = new ResizeObserver((entries) => measure(entries[entries.length - 1]));
try {
  observer.observe(canvas, { box: 'device-pixel-content-box' });
} catch {
  observer.observe(canvas); // WebKit has no physical box
}
measure();
for (const query of [dark, reducedMotion, coarsePointer]) query.addEventListener('change', requestFrame);
// Where there is no physical box, a moved window or a zoom shows only in the ratio.
window.addEventListener('resize', () => { measure(); requestFrame(); });

export function read(out) {
  const values = new Float32Array(heap().buffer, out, 8);
  values.set([width, height, devicePixelRatio, dark.matches ? 1 : 0, reducedMotion.matches ? 1 : 0,
    coarsePointer.matches ? 1 : 0, isMac ? 1 : 0, safeBottom]);
}

const cursors = ['default', 'pointer', 'text', 'grab', 'grabbing', 'not-allowed', 'col-resize'];
let shownCursor = '';

export function setCursor(cursor) {
  if (shownCursor === cursors[cursor]) return;
  shownCursor = cursors[cursor];
  canvas.style.cursor = shownCursor;
  document.getElementById('mirror').style.cursor = shownCursor;
}

// So that the page around the canvas, the address bar and form controls have the program's colours.
export function setPageColors(isDark, groundRgb) {
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  const ground = '#' + groundRgb.toString(16).padStart(6, '0');
  for (const meta of document.querySelectorAll('meta[name=theme-color]')) meta.content = ground;
}
