// The file chooser, files dropped on the window, and downloads. Limits: a file is read whole; above MAX_BYTES it is
// refused rather than risking the tab's memory.
import { lend, native, readBytes, readUtf8 } from './memory.js';

const MAX_BYTES = 512 * 1024 * 1024;

// As in src/platform/web/files.cpp.
const Source = { chooser: 0, drop: 1 };
const Outcome = { done: 0, unreadable: 1, tooLarge: 2 };
const Phase = { over: 0, left: 1, dropped: 2 };

let chooser = null;

// Each file is handed over by itself, then the end of the list with its outcome.
async function deliver(source, files) {
  let outcome = Outcome.done;
  let culprit = '';
  for (const file of files) {
    if (file.size > MAX_BYTES) {
      outcome = Outcome.tooLarge;
    } else {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        lend(file.name, (name, nameLength) =>
          lend(bytes, (data, length) => native()._lk_files_received(source, name, nameLength, data, length)));
      } catch {
        outcome = Outcome.unreadable;
      }
    }
    if (outcome !== Outcome.done) {
      culprit = file.name;
      break;
    }
  }
  lend(culprit, (name, length) => native()._lk_files_end(source, outcome, name, length));
}

// The input stays in the page (out of sight) so that every browser, and a browser test, can reach it.
function chooserInput() {
  if (chooser) return chooser;
  chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.id = 'file-chooser';
  chooser.hidden = true;
  chooser.tabIndex = -1;
  chooser.setAttribute('aria-hidden', 'true');
  chooser.addEventListener('change', () => {
    const files = [...chooser.files];
    chooser.value = '';
    deliver(Source.chooser, files);
  });
  chooser.addEventListener('cancel', () => deliver(Source.chooser, []));
  document.body.append(chooser);
  return chooser;
}

export function choose(accept, acceptLength, several) {
  const input = chooserInput();
  input.accept = readUtf8(accept, acceptLength);
  input.multiple = Boolean(several);
  input.click();
}

export function save(name, nameLength, mime, mimeLength, data, length) {
  const blob = new Blob([readBytes(data, length)], { type: readUtf8(mime, mimeLength) });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = readUtf8(name, nameLength);
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after this turn; a minute is ample and frees the memory in the end.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const carriesFiles = (event) => Boolean(event.dataTransfer) && [...event.dataTransfer.types].includes('Files');

// dragenter and dragleave fire for every element that is crossed; the depth tells the window's own.
export function watchDrops() {
  let depth = 0;
  const notify = (phase, event) => native()._lk_files_drag(phase, event.clientX, event.clientY);
  window.addEventListener('dragenter', (event) => {
    if (carriesFiles(event)) depth += 1;
  });
  window.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    notify(Phase.over, event);
  });
  window.addEventListener('dragleave', (event) => {
    if (!carriesFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (depth === 0) notify(Phase.left, event);
  });
  window.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    notify(Phase.dropped, event);
    deliver(Source.drop, [...event.dataTransfer.files]);
  });
}
