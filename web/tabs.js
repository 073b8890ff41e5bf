// Which tab may write: a Web Lock says so, a BroadcastChannel carries what tabs tell each other. See platform/tabs.h.
// Limits: without Web Locks every tab thinks that it writes; the epoch in the storage then stops all but the newest.
import { native } from './memory.js';

const role = Object.freeze({ writer: 0, follower: 1 });
const lockName = 'leadkeep writer';
// After a reload the lock of the page that was left may be held for a moment longer. A living writer says so at once.
const claimPatienceMs = 4000;
const claimAgainMs = 60;
const askAgainMs = 240;
// The writer saves and lets go; if it sleeps, the lock is taken from it.
const releasePatienceMs = 2000;
// The writer has gone, and the lock came to a tab that waited. Before it is used, the page that is being reloaded gets the
// time to come back and ask for it; a tab out of sight is in no hurry.
const returnPatienceMs = Object.freeze({ visible: 1500, hidden: 4000, opening: 6000 });
// Kept through a reload: the page that was left held the lock. However late it is back, a tab that only got the lock by
// waiting, and wrote nothing with it, gives it back.
const heldNote = 'leadkeep held the right to write';

const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('leadkeep tabs') : null;
let letGo = null; // ends the holding of the lock
let ownId = null; // of this page, as the browser names it in its list of locks
let waiting = null; // AbortController of the request that waits for the writer to go
let keeping = null; // the lock is held and not used yet: { yieldTo(), somebodyOpens() }
let heard = () => {}; // what a claim or a take-over waits to hear
let heardSaved = null; // the last announcement while this tab wrote
let locksDenied = false; // the person lets the page keep nothing: each tab works for itself, in memory
let borrowed = null; // the lock came by waiting, and nothing was written with it: { seq } as announced first, or null yet
let followers = false; // another tab has been heard of: there is somebody to announce to

const say = (message) => channel?.postMessage(message);
const isVisible = () => document.visibilityState === 'visible';

// Resolves to whether the lock is held now. What happens to it later is told to C++.
function request(options) {
  return new Promise((resolve) => {
    let held = false;
    let own = null;
    const hold = (lock) => {
      if (!lock || options.signal?.aborted) return undefined;
      held = true;
      heardSaved = null;
      resolve(true);
      return new Promise((release) => { own = letGo = release; });
    };
    const ended = () => {
      resolve(false);
      if (own && letGo === own) letGo = null;
    };
    navigator.locks.request(lockName, options, hold).then(ended, (error) => {
      locksDenied ||= error?.name === 'SecurityError';
      const stolen = held && letGo === own;
      ended();
      if (stolen) lost();
    });
  });
}

async function holderOf(wanted) {
  const { held } = await navigator.locks.query();
  return held.find(({ name }) => name === wanted)?.clientId ?? null;
}

function learnOwnId() {
  const name = `leadkeep page ${Math.random()}`;
  navigator.locks.request(name, async () => { ownId = await holderOf(name); }).catch(() => {}); // not told: not asked later
}

function lost() {
  borrowed = null;
  if (keeping) keeping.yieldTo();
  else native()._lk_tabs_lost();
  catchUp();
  waitForWriterToGo();
}

// What another tab saved while this one still thought that it writes.
function catchUp() {
  const seq = heardSaved;
  heardSaved = null;
  if (seq !== null) native()._lk_tabs_announced(seq);
}

// When the writing tab is closed, the one that has waited longest takes its place.
async function waitForWriterToGo() {
  if (!navigator.locks || waiting || letGo) return;
  const mine = waiting = new AbortController();
  const granted = await request({ signal: mine.signal });
  if (waiting === mine) waiting = null;
  if (!granted) return;
  followers = true;
  if (!await nobodyComesBack()) return;
  borrowed = { seq: null };
  native()._lk_tabs_granted();
}

function noteWhetherHeld() {
  try {
    if (letGo && !keeping) sessionStorage.setItem(heldNote, 'yes');
    else sessionStorage.removeItem(heldNote);
  } catch { /* site data are forbidden: no tab holds anything */ }
}

function comesBackForItsRight() {
  const [navigation] = performance.getEntriesByType('navigation');
  try {
    return navigation?.type === 'reload' && sessionStorage.getItem(heldNote) !== null;
  } catch {
    return false;
  }
}

// Resolves to whether the lock just granted is this tab's to use: a page that is opening gets it instead, and whoever
// presses "Work here" has it already.
function nobodyComesBack() {
  return new Promise((resolve) => {
    let timer = null;
    const end = (mayUse) => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wait);
      keeping = null;
      resolve(mayUse);
    };
    const waitFor = (ms) => {
      clearTimeout(timer);
      timer = setTimeout(end, ms, true);
    };
    const wait = () => waitFor(isVisible() ? returnPatienceMs.visible : returnPatienceMs.hidden);
    keeping = { yieldTo: () => end(false), somebodyOpens: () => waitFor(returnPatienceMs.opening) };
    document.addEventListener('visibilitychange', wait);
    wait();
  });
}

function stopWaiting() {
  waiting?.abort();
  waiting = null;
}

function answerWhoWrites({ comesBack }) {
  if (keeping) {
    keeping.yieldTo();
    release();
  } else if (letGo && borrowed && comesBack) {
    native()._lk_tabs_release_wanted();
  } else if (letGo) {
    say({ kind: 'I write' });
  } else {
    say({ kind: 'I follow' }); // a writer that was reloaded learns that somebody listens
  }
}

say({ kind: 'I open' }); // long before the program has arrived

export function start() {
  if (navigator.locks) learnOwnId();
  channel?.addEventListener('message', ({ data }) => {
    followers = true;
    if (data.kind === 'I open') {
      keeping?.somebodyOpens();
    } else if (data.kind === 'who writes?') {
      answerWhoWrites(data);
    } else if (data.kind === 'let go') {
      if (keeping) release();
      else if (letGo) native()._lk_tabs_release_wanted();
    } else if (data.kind === 'saved') {
      if (letGo && !keeping) heardSaved = data.seq;
      native()._lk_tabs_announced(data.seq);
    }
    heard(data.kind);
  });
  document.addEventListener('visibilitychange', () => {
    if (!isVisible()) native()._lk_tabs_hidden();
  });
  window.addEventListener('pagehide', () => {
    noteWhetherHeld();
    native()._lk_tabs_hidden();
  });
  document.addEventListener('resume', lookAgain);
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) lookAgain(); });
}

// The page slept (frozen, or in the back-forward cache), and what was said meanwhile may not have reached it.
async function lookAgain() {
  if (letGo && !keeping && navigator.locks) {
    const now = await holderOf(lockName);
    if (letGo && ownId !== null && now !== ownId) {
      letGo = null;
      native()._lk_tabs_lost();
      waitForWriterToGo();
    }
  }
  if (!letGo) native()._lk_tabs_announced(0); // no commit has this number: whatever is stored is looked at
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
  const question = { kind: 'who writes?', comesBack: comesBackForItsRight() };
  say(question);
  const begin = performance.now();
  let asked = begin;
  let granted = await request({ ifAvailable: true }) || locksDenied;
  while (!granted && !otherWrites && performance.now() < begin + claimPatienceMs) {
    await new Promise((resolve) => { wake = resolve; setTimeout(resolve, claimAgainMs); });
    // Again: the lock may have come to another waiting tab meanwhile, which then did not hear the first question.
    if (performance.now() > asked + askAgainMs) {
      asked = performance.now();
      say(question);
    }
    granted = await request({ ifAvailable: true });
  }
  heard = () => {};
  if (!granted) waitForWriterToGo();
  native()._lk_tabs_role(granted ? role.writer : role.follower);
}

export async function takeOver() {
  followers = true;
  keeping?.yieldTo(); // the lock is here already
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
  borrowed = null; // asked for by the person
  native()._lk_tabs_role(role.writer);
}

export function release() {
  keeping?.yieldTo();
  const end = letGo;
  letGo = null;
  borrowed = null;
  end?.();
  say({ kind: 'I let go' });
  queueMicrotask(catchUp);
  setTimeout(waitForWriterToGo, releasePatienceMs); // behind the one who asked
}

export function announce(seq) {
  if (borrowed) borrowed.seq ??= seq; // the claim itself
  if (borrowed?.seq !== seq) borrowed = null;
  if (followers) say({ kind: 'saved', seq });
}
