// setTimeout for src/platform/timer.h.
import { native } from './memory.js';

export function callAfter(delayMs, call) {
  setTimeout(() => native()._lk_timer_fired(call), delayMs);
}
