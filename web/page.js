// The page around the canvas: takes the splash away after the first frame, and puts a plain sentence with a way on in
// place of a blank page when the program cannot start or has stopped. Limits: works without the wasm module.
import { native, readUtf8 } from './memory.js';
import { pageText } from './page_texts.js';

let settleReady;
export const whenReady = new Promise((resolve) => { settleReady = resolve; });

// No word of the saved data for so long: the person is told why the board does not come.
const patienceMs = 4000;

let inTrouble = false;
let isReady = false;

const element = (id) => document.getElementById(id);

// The first frame is on the canvas. Called by C++.
export function ready() {
  if (inTrouble) return;
  isReady = true;
  element('splash')?.remove();
  element('waiting').hidden = true;
  settleReady();
}

// The program runs and asks the browser for the saved data, which may take its time or never answer.
export function watchOpening() {
  setTimeout(() => {
    if (isReady || inTrouble) return;
    element('waiting').hidden = false;
    element('waiting').textContent = pageText('slowOpening');
  }, patienceMs);
}

// The program could not start; `sentence` is in the person's language already. Called by C++.
export function failed(sentence, length) {
  showTrouble({ title: pageText('cannotStart'), text: readUtf8(sentence, length) });
}

// One trouble at a time: what follows the first is its consequence.
export function showTrouble({ title, text, kept = '', report = '' }) {
  if (inTrouble) return;
  inTrouble = true;
  element('splash')?.remove();
  element('waiting').hidden = true;
  element('canvas').hidden = true;
  element('mirror').hidden = true;
  element('trouble-title').textContent = title;
  element('trouble-text').textContent = text;
  element('trouble-kept').textContent = kept;
  element('trouble-again').textContent = pageText('again');
  element('trouble-again').addEventListener('click', () => location.reload());
  if (report) {
    element('trouble-summary').textContent = pageText('details');
    element('trouble-report').textContent = report;
    element('trouble-details').hidden = false;
  }
  element('trouble').hidden = false;
  element('trouble-again').focus();
}

export const isInTrouble = () => inTrouble;

// Asks C++ to write what is pending before the page is frozen or closed.
export function watchHiding() {
  const hidden = () => { if (!inTrouble) native()._lk_page_hidden?.(); };
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') hidden(); });
  window.addEventListener('pagehide', hidden);
}
