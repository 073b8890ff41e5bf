// Frames on demand: at rest neither a frame nor a timer is pending. window.leadkeepDebug tells tests and measurements
// how many were drawn, and of the last one what the page's tree took and with how many draw calls it was drawn.
import { native } from './memory.js';

let requested = false;
let timer = 0;
let timerAt = Infinity;

const debug = (window.leadkeepDebug ??= { frames: 0, mirrorMs: () => native()._lk_mirror_ms(), drawCalls: () => native()._lk_draw_calls() });

function draw() {
  requested = false;
  runNow();
}

let drawing = false;

// Draws at once: a resized canvas is empty until it is drawn again, and what was pressed should show without delay.
export function runNow() {
  if (drawing || !native()?._lk_frame) return;
  drawing = true;
  try {
    debug.frames++;
    native()._lk_frame();
  } finally {
    drawing = false;
  }
}

export function requestFrame() {
  if (requested) return;
  requested = true;
  requestAnimationFrame(draw);
}

// performance.now() milliseconds; the earliest wish wins.
export function wakeAt(moment) {
  if (moment >= timerAt) return;
  clearTimeout(timer);
  timerAt = moment;
  timer = setTimeout(() => {
    timerAt = Infinity;
    requestFrame();
  }, Math.max(0, moment - performance.now()));
}
