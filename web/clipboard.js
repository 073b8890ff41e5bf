// The clipboard outside of text fields. Limits: plain text; a browser may refuse when no click or key led here.
import { lend, native, readUtf8 } from './memory.js';

// Where the asynchronous API is missing or refused (an insecure origin, an old WebKit), the old command still works.
function copyBySelection(text) {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.className = 'out-of-sight';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    copied = false;
  }
  area.remove();
  focused?.focus?.({ preventScroll: true });
  return copied;
}

export async function copy(data, length) {
  const text = readUtf8(data, length);
  let copied = false;
  try {
    await navigator.clipboard.writeText(text);
    copied = true;
  } catch {
    copied = copyBySelection(text);
  }
  native()._lk_clipboard_copied(copied ? 1 : 0);
}

const isField = (element) => Boolean(element) && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

export function watchPaste() {
  document.addEventListener('paste', (event) => {
    if (isField(event.target)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text) lend(text, (data, length) => native()._lk_clipboard_pasted(data, length));
  });
}
