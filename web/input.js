// Pointer, wheel and keys of the whole window, for the canvas and the mirror alike: both end in one path to C++.
// Limits: the primary pointer only; inside a focused field everything is the browser's except Tab and our chords.
import { lend, native } from './memory.js';
import { composes, flushScrolls } from './semantics.js';
import { requestFrame, runNow } from './wake.js';

const kinds = { move: 0, down: 1, up: 2, cancel: 3, leave: 4, wheel: 5 };
const nodeKinds = { focusIn: 14, focusOut: 15 };
const pointers = { mouse: 0, touch: 1, pen: 2 };
const root = document.getElementById('mirror');
const canvas = document.getElementById('canvas');

const isField = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
const isOurs = (event) => native()?._lk_input_pointer && (root.contains(event.target) || event.target === canvas || event.target === document.documentElement || event.target === document.body);
const modifiers = (event) => (event.shiftKey ? 1 : 0) | (event.ctrlKey || event.metaKey ? 2 : 0) | (event.altKey ? 4 : 0);

function send(kind, event, dx = 0, dy = 0) {
  native()._lk_input_pointer(kind, pointers[event.pointerType] ?? 0, event.button === 2 ? 2 : event.button === 1 ? 1 : 0,
    modifiers(event), event.clientX, event.clientY, dx, dy, performance.now());
}

// While text is selected in the focused field, the pointer is the field's.
const inFocusedField = (event) => isField(event.target) && event.target === document.activeElement;
let pressed = false;

function pointerDown(event) {
  if (!event.isPrimary || !isOurs(event) || inFocusedField(event)) return;
  flushScrolls();
  if (!isField(event.target)) {
    root.focus({ preventScroll: true });
    if (event.pointerType === 'mouse') event.preventDefault();
    try {
      root.setPointerCapture(event.pointerId);
    } catch { /* the pointer is gone already */ }
  }
  pressed = event.button === 0;
  send(kinds.down, event);
}

function pointerUp(event) {
  if (!event.isPrimary || !pressed) return;
  pressed = false;
  // Of several buttons the last to go tells its own number; the press was the primary one's.
  send(kinds.up, { ...pointOf(event), pointerType: event.pointerType, button: 0 });
  runNow();
}

function pointerCancel(event) {
  if (!event.isPrimary || !pressed) return;
  pressed = false;
  send(kinds.cancel, event);
}

// While one button is held the others come and go as moves.
function pointerMove(event) {
  if (!event.isPrimary || !pressed && !isOurs(event)) return;
  const mouse = event.pointerType === 'mouse';
  if (pressed && mouse && (event.buttons & 1) === 0) {
    // Let go: seen here, or outside where nobody told us.
    if (event.button === 0) pointerUp(event);
    else pointerCancel(event);
  } else if (pressed && mouse && event.button === 2) {
    send(kinds.down, event);
  } else {
    send(kinds.move, event);
  }
}

function wheel(event) {
  if (!isOurs(event) || event.ctrlKey) return; // with Ctrl: the browser's zoom
  if (inFocusedField(event) && event.target.scrollHeight > event.target.clientHeight + 1) return;
  event.preventDefault();
  const unit = event.deltaMode === 1 ? 33 : event.deltaMode === 2 ? 600 : 1;
  send(kinds.wheel, { ...pointOf(event), pointerType: 'mouse', button: 0 }, event.deltaX * unit, event.deltaY * unit);
}
const pointOf = ({ clientX, clientY, shiftKey, ctrlKey, metaKey, altKey }) => ({ clientX, clientY, shiftKey, ctrlKey, metaKey, altKey });

// The Latin letter of the key whatever the layout: chords are learnt by position.
function keyName(event) {
  const letter = /^Key([A-Z])$/.exec(event.code);
  if (letter && event.key.length === 1 && !/^[a-z]$/i.test(event.key)) return letter[1].toLowerCase();
  return event.key;
}

function keyDown(event) {
  if (!native()?._lk_input_key || composes(event) || event.defaultPrevented) return;
  if (!root.contains(event.target) && event.target !== document.body) return;
  const taken = lend(keyName(event), (pointer, length) => native()._lk_input_key(pointer, length, modifiers(event), event.repeat ? 1 : 0));
  if (!taken) return;
  event.preventDefault();
  if (document.activeElement === document.body) root.focus({ preventScroll: true }); // a screen reader follows the focus
  runNow();
}

function tellFocus(kind) {
  native()?._lk_input_node?.(kind, 0, 0, 0, 0, 0, 0);
}

window.addEventListener('pointerdown', pointerDown);
window.addEventListener('pointermove', pointerMove);
window.addEventListener('pointerup', pointerUp);
window.addEventListener('pointercancel', pointerCancel);
root.addEventListener('lostpointercapture', pointerCancel); // after an ordinary release nothing is pressed any more
document.documentElement.addEventListener('pointerleave', (event) => { if (native()?._lk_input_pointer) send(kinds.leave, event); });
window.addEventListener('wheel', wheel, { passive: false });
window.addEventListener('keydown', keyDown);
window.addEventListener('contextmenu', (event) => { if (isOurs(event) && !isField(event.target)) event.preventDefault(); });
window.addEventListener('dragstart', (event) => { if (isOurs(event)) event.preventDefault(); });
window.addEventListener('focus', () => { tellFocus(nodeKinds.focusIn); requestFrame(); });
window.addEventListener('blur', () => tellFocus(nodeKinds.focusOut));
