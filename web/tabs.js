// Which tab may write: a Web Lock says so, a BroadcastChannel carries what tabs tell each other. See platform/tabs.h.
// Limits: without Web Locks every tab thinks that it writes; the epoch in the storage then stops all but the newest.
import { native } from './memory.js';

const role = Object.freeze({ writer: 0, follower: 1 });
const lockName = 'leadkeep writer';
// After a reload the lock of the page that was left may be held for a moment longer. A living writer says so at once.
const claimPatienceMs = 4000;
const claimAgainMs = 60;
// The writer saves and lets go; if it sleeps, the lock is taken from it.
const releasePatienceMs = 2000;

const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('leadkeep tabs') : null;
let letGo = null; // ends the holding of the lock
let waiting = null; // AbortController of the request that waits for the writer to go
let heard = () => {}; // what a claim or a take-over waits to hear
let followers = false; // nobody else has been heard of: nothing to announce

const say = (message) => channel?.postMessage(message);

// Resolves to whether the lock is held now. What happens to it later is told to C++.
function request(options) {
  return new Promise((resolve) => {
    let held = false;
    let own = null;
    const hold = (lock) => {
      if (!lock || options.signal?.aborted) return undefined;
      held = true;
      resolve(true);
      return new Promise((release) => { own = letGo = release; });
    };
    const ended = () => {
      resolve(false);
      if (own && letGo === own) letGo = null;
    };
    navigator.locks.request(lockName, options, hold).then(ended, () => {
      const stolen = held && letGo === own;
      ended();
      if (stolen) native()._lk_tabs_lost();
      if (stolen) waitForWriterToGo();
    });
  });
}

// When the writing tab is closed, the one that has waited longest takes its place.
async function waitForWriterToGo() {
  if (!navigator.locks || waiting || letGo) return;
  const mine = waiting = new AbortController();
  const granted = await request({ signal: mine.signal });
  if (waiting === mine) waiting = null;
  if (!granted) return;
  followers = true;
  native()._lk_tabs_granted();
}

function stopWaiting() {
  waiting?.abort();
  waiting = null;
}

export function start() {
  channel?.addEventListener('message', ({ data }) => {
    if (data.kind === 'who writes?') {
      followers = true;
      if (letGo) say({ kind: 'I write' });
    } else if (data.kind === 'let go') {
      followers = true;
      if (letGo) native()._lk_tabs_release_wanted();
    } else if (data.kind === 'saved') {
      native()._lk_tabs_announced(data.seq);
    }
    heard(data.kind);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') native()._lk_tabs_hidden();
  });
  window.addEventListener('pagehide', () => native()._lk_tabs_hidden());
}

// Asks again and again instead of waiting in the lock's queue: Chromium forgets an abort that comes before its check of
// the storage permission has ended, and the request then stays in the queue for good.
export async function claim() {
  if (!navigator.locks) {
    setTimeout(() => native()._lk_tabs_role(role.writer));
    return;
  }
  let otherWrites = false;
  let wake = () => {};
  heard = (kind) => {
    otherWrites ||= kind === 'I write';
    wake();
  };
  say({ kind: 'who writes?' });
  const end = performance.now() + claimPatienceMs;
  let granted = await request({ ifAvailable: true });
  while (!granted && !otherWrites && performance.now() < end) {
    await new Promise((resolve) => { wake = resolve; setTimeout(resolve, claimAgainMs); });
    granted = await request({ ifAvailable: true });
  }
  heard = () => {};
  if (!granted) waitForWriterToGo();
  native()._lk_tabs_role(granted ? role.writer : role.follower);
}

export async function takeOver() {
  followers = true;
  if (navigator.locks && !letGo) {
    stopWaiting();
    await new Promise((resolve) => {
      heard = (kind) => { if (kind === 'I let go') resolve(); };
      setTimeout(resolve, releasePatienceMs);
      say({ kind: 'let go' });
    });
    heard = () => {};
    await request({ steal: true });
  }
  native()._lk_tabs_role(role.writer);
}

export function release() {
  const end = letGo;
  letGo = null;
  end?.();
  say({ kind: 'I let go' });
  setTimeout(waitForWriterToGo, releasePatienceMs); // behind the one who asked
}

export function announce(seq) {
  if (followers) say({ kind: 'saved', seq });
}
