// navigator.storage (estimate, persist) and navigator.onLine.
import { native } from './memory.js';

const unknown = -1;

function tell(persisted, used, quota) {
  native()._lk_browser_storage_answer(persisted, used, quota);
}

async function answer(persistence) {
  const persisted = await persistence().catch(() => unknown);
  const estimate = await navigator.storage.estimate().catch(() => ({}));
  tell(persisted === unknown ? unknown : Number(persisted), estimate.usage ?? unknown, estimate.quota ?? unknown);
}

export function ask() {
  if (navigator.storage?.estimate) answer(async () => (navigator.storage.persisted ? navigator.storage.persisted() : unknown));
}

export function persist() {
  if (navigator.storage?.persist) answer(() => navigator.storage.persist());
}

export function online() {
  return navigator.onLine ? 1 : 0;
}

export function watchNetwork() {
  for (const event of ['online', 'offline']) window.addEventListener(event, () => native()._lk_network_changed());
}
