// The fragment of the address as the app's route, the title, and links that leave the page.
// Limits: nothing but the fragment changes, so the app runs from any sub-path and from a file.
import { lend, native, readUtf8, writeUtf8 } from './memory.js';

function decode(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // typed by hand with a stray %
  }
}

const currentRoute = () => decode(location.hash.replace(/^#/, ''));
const address = (route) => (route ? '#' + encodeURI(route) : location.pathname + location.search);

export function route() {
  return writeUtf8(currentRoute());
}

// What C++ knows; popstate and hashchange both fire for one address typed by the person.
let known = currentRoute();

// The address and the title cost the browser milliseconds each: they follow the frame that shows what they name.
let owed = [];

function pay() {
  for (const act of owed.splice(0)) act();
}

function owe(act) {
  if (owed.push(act) === 1) setTimeout(pay);
}

export function setRoute(text, length, push) {
  const route = readUtf8(text, length);
  known = route;
  owe(() => {
    if (push) history.pushState(null, '', address(route));
    else history.replaceState(null, '', address(route));
  });
}

export function watchRoute() {
  const tell = () => {
    owed = []; // the person has gone elsewhere meanwhile
    const now = currentRoute();
    if (now === known) return;
    known = now;
    lend(now, (text, length) => native()._lk_location_changed(text, length));
  };
  window.addEventListener('popstate', tell);
  window.addEventListener('hashchange', tell);
  window.addEventListener('pagehide', pay);
}

export function back() {
  pay();
  history.back();
}

export function setTitle(text, length) {
  const title = readUtf8(text, length);
  owe(() => { document.title = title; });
}

// mailto: and tel: go to another program without leaving the page; the web opens beside the app, which it cannot reach.
export function open(text, length) {
  const url = readUtf8(text, length);
  const link = document.createElement('a');
  link.href = url;
  if (/^https?:/i.test(url)) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  link.click();
}

export function reload() {
  pay();
  location.reload();
}
