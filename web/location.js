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

export function setRoute(text, length, push) {
  known = readUtf8(text, length);
  if (push) history.pushState(null, '', address(known));
  else history.replaceState(null, '', address(known));
}

export function watchRoute() {
  const tell = () => {
    const now = currentRoute();
    if (now === known) return;
    known = now;
    lend(now, (text, length) => native()._lk_location_changed(text, length));
  };
  window.addEventListener('popstate', tell);
  window.addEventListener('hashchange', tell);
}

export function back() {
  history.back();
}

export function setTitle(text, length) {
  document.title = readUtf8(text, length);
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
  location.reload();
}
