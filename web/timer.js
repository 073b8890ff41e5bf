// setTimeout for src/platform/timer.h; without a delay a message, since timers of hidden tabs come a second late or more.
import { native } from './memory.js';

const channel = new MessageChannel();
channel.port1.onmessage = ({ data }) => native()._lk_timer_fired(data);

export function callAfter(delayMs, call) {
  if (delayMs > 0) setTimeout(() => native()._lk_timer_fired(call), delayMs);
  else channel.port2.postMessage(call);
}
