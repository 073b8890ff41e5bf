// The invisible ARIA mirror of the canvas: one element per node, kept in step by differences (src/ui/mirror.h says their
// form). A field's node is its real <input>, seen only while it is edited. Text nodes only, never HTML.
import { lend, native, readUtf8 } from './memory.js';
import { runNow } from './wake.js';

const root = document.getElementById('mirror');
const kinds = { press: 7, scroll: 8, focus: 9, draft: 10, enter: 11, leave: 12, cancel: 13 };
const nodes = new Map(); // id → { element, told, revision, scrollX, scrollY, node }; told: its attributes
const selectable = new Set(['option', 'tab', 'row', 'gridcell']);
let live = null;
let notes = null; // what fields are described by
let focused = 0;

function prepareRoot() {
  Object.assign(root.style, {
    position: 'fixed', inset: '0', overflow: 'clip', outline: 'none', touchAction: 'none', userSelect: 'none',
    webkitUserSelect: 'none', color: 'transparent', fontFamily: 'Inter, system-ui, sans-serif',
  });
  root.setAttribute('role', 'application');
  root.setAttribute('aria-label', 'Leadkeep');
  root.tabIndex = 0;
  live = document.createElement('div');
  live.className = 'out-of-sight';
  live.setAttribute('role', 'status');
  live.setAttribute('aria-live', 'polite');
  notes = document.createElement('div');
  notes.hidden = true;
  root.append(live, notes);
  root.addEventListener('click', (event) => {
    // A real pointer's click came as pointer events already; this one is a screen reader's or a script's.
    if (event.detail !== 0 || !event.isTrusted && event.pointerType) return;
    const id = idOf(event.target);
    if (!id || isField(event.target)) return;
    if (isField(document.activeElement)) root.focus({ preventScroll: true }); // as a pointer does: what was typed counts
    tell(kinds.press, id);
    runNow();
  });
}

// The key belongs to an input method; WebKit ends a composition before it tells of the Enter that ended it, with this code.
export const composes = (event) => event.isComposing || event.keyCode === 229;
const isField = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
const idOf = (element) => Number(element.closest?.('[id^=n]')?.id.slice(1) ?? 0);

function tell(kind, id, revision = 0, dx = 0, dy = 0) {
  native()._lk_input_node(kind, id, revision, dx, dy, 0, 0);
}

// --- fields

const modes = { text: 'text', tel: 'tel', email: 'email', url: 'url', numeric: 'numeric', decimal: 'decimal', date: 'text', search: 'search' };

function makeField(id, edit) {
  const multiline = edit.kind === 'multiline';
  const field = document.createElement(multiline ? 'textarea' : 'input');
  if (!multiline) field.type = 'text';
  field.dir = 'auto';
  field.inputMode = modes[edit.kind] ?? 'text';
  field.enterKeyHint = multiline ? 'enter' : edit.kind === 'search' ? 'search' : 'done';
  field.autocomplete = 'off';
  field.autocapitalize = edit.kind === 'text' || multiline ? 'sentences' : 'off';
  field.spellcheck = edit.kind === 'text' || multiline;
  field.tabIndex = -1;
  Object.assign(field.style, {
    appearance: 'none', border: '0', margin: '0', background: 'transparent', outline: 'none', resize: 'none', opacity: '0',
    userSelect: 'text', webkitUserSelect: 'text', cursor: 'text', pointerEvents: 'auto', scrollbarWidth: 'thin', borderRadius: '8px',
  });
  listen(field, id, multiline);
  return field;
}

function listen(field, id, multiline) {
  const entry = () => nodes.get(id);
  field.addEventListener('focus', () => {
    field.style.opacity = '1';
    tell(kinds.focus, id, entry()?.revision ?? 0);
  });
  field.addEventListener('input', () => {
    entry().typedInto = true;
    const revision = ++entry().revision;
    lend(field.value, (text, length) => native()._lk_input_node(kinds.draft, id, revision, 0, 0, text, length));
  });
  field.addEventListener('blur', () => {
    field.style.opacity = '0';
    tell(kinds.leave, id, entry()?.revision ?? 0);
    if (entry()?.element === field && entry().typedInto) renewField(entry(), id, multiline);
  });
  field.addEventListener('keydown', (event) => fieldKey(event, id, multiline));
}

// Chromium has one history of edits for the whole page: Ctrl+Z in the next field would change the one that was left. What
// was typed into an element that is gone can't be taken back.
function renewField(entry, id, multiline) {
  const fresh = entry.element.cloneNode(true);
  fresh.value = entry.element.value;
  listen(fresh, id, multiline);
  entry.element.replaceWith(fresh);
  entry.element = fresh;
  entry.typedInto = false;
}

function fieldKey(event, id, multiline) {
  if (composes(event)) return;
  const revision = nodes.get(id)?.revision ?? 0;
  if (event.key === 'Enter' && !event.altKey && (!multiline || event.ctrlKey || event.metaKey)) {
    // With Ctrl it is a chord as well, which the window hears next: the form it is for then has what was typed.
    if (!event.ctrlKey && !event.metaKey) event.preventDefault();
    tell(kinds.enter, id, revision);
    runNow();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    tell(kinds.cancel, id, revision);
    root.focus({ preventScroll: true });
  }
}

const css = (rgb) => '#' + rgb.toString(16).padStart(6, '0');

function dressField(entry, node, height) {
  const field = entry.element;
  const e = node.e;
  const [left, right, top] = e.pad;
  Object.assign(field.style, {
    font: `${e.weight} ${e.font}px Inter, system-ui, sans-serif`, color: css(e.ink), caretColor: css(e.ink),
    lineHeight: (e.kind === 'multiline' ? e.line : height) + 'px', padding: `${top}px ${right}px ${top}px ${left}px`,
    textAlign: e.end ? 'right' : 'left', // as drawn, whatever way the text runs
  });
  field.placeholder = e.hint ?? '';
  if (e.max) field.maxLength = e.max;
  field.disabled = Boolean(node.s?.disabled);
  set(entry, 'aria-required', node.s?.required ? 'true' : null);
}

// What stands below a field, a hint or what is wrong with it. An element of its own: aria-description is not read everywhere.
function setNote(entry, node) {
  if (!node.d) {
    entry.note?.remove();
    entry.note = null;
  } else if (!entry.note) {
    entry.note = document.createElement('div');
    entry.note.id = 'about-' + node.i;
    notes.append(entry.note);
  }
  if (entry.note && entry.note.textContent !== node.d) entry.note.textContent = node.d;
  set(entry, 'aria-describedby', entry.note?.id ?? null);
  set(entry, 'aria-errormessage', node.s?.invalid ? entry.note?.id ?? null : null);
}

// The program's text, unless the person has typed on since it was said.
function setFieldText(entry, node) {
  const field = entry.element;
  const text = node.v ?? '';
  const stale = field === document.activeElement && (node.f ?? 0) < entry.revision;
  if (!stale && field.value !== text) field.value = text;
}

// --- nodes

// Most attributes stay as they are, and the document is slow to ask.
function set({ element, told }, name, value) {
  const wanted = value ?? undefined;
  if (told[name] === wanted) return;
  told[name] = wanted;
  if (wanted === undefined) element.removeAttribute(name);
  else element.setAttribute(name, wanted);
}

// What "the present one" is called where it is not just true.
const CURRENT = { link: 'page', gridcell: 'date' };
const roleless = new Set(['none', 'text']);
const leaves = new Set(['text', 'heading', 'button', 'link', 'checkbox', 'switch', 'radio', 'tab', 'option', 'menuitem', 'menuitemradio', 'menuitemcheckbox', 'status', 'alert', 'columnheader', 'cell', 'gridcell']);

const isTextbox = (node) => Boolean(node.e && node.r === 'textbox');

function make(node) {
  const field = isTextbox(node);
  const element = field ? makeField(node.i, node.e) : document.createElement('div');
  element.id = 'n' + node.i;
  element.className = !field && leaves.has(node.r) ? 'mirrored leaf' : 'mirrored';
  if (node.c) {
    element.style.overflow = 'hidden';
    element.style.contain = 'strict';
    const room = document.createElement('div');
    room.setAttribute('role', 'none');
    Object.assign(room.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
    element.append(room);
    element.addEventListener('scroll', () => scrolled(node.i));
  }
  return { element, told: {}, field, revision: 0, scrollX: 0, scrollY: 0, kind: node.e?.kind };
}

// "3 of 12": an item says both; a table how many rows it has, a row which one it is; a list's length is its items' affair.
const inSet = new Set(['listitem', 'option', 'radio', 'tab', 'menuitem', 'menuitemradio', 'menuitemcheckbox']);

function describePlace(entry, { r: role, m: size = null, o: position = null }) {
  set(entry, 'aria-setsize', inSet.has(role) ? size : null);
  set(entry, 'aria-posinset', inSet.has(role) ? position : null);
  set(entry, 'aria-rowcount', role === 'table' ? size : null);
  set(entry, 'aria-rowindex', role === 'row' ? position : null);
}

const blocking = new Set(['dialog', 'alertdialog', 'menu']);

function describe(entry, node) {
  const { element } = entry;
  const leaf = leaves.has(node.r);
  if (!entry.field) {
    set(entry, 'role', roleless.has(node.r) ? (node.r === 'none' ? 'none' : null) : node.r);
    const events = node.t || blocking.has(node.r) ? 'auto' : 'none';
    if (entry.events !== events) element.style.pointerEvents = entry.events = events;
  }
  const text = node.r === 'cell' || node.r === 'text' || node.r === 'heading' || node.r === 'status' || node.r === 'alert' ? node.n : leaf ? node.n : null;
  if (leaf && !entry.field) {
    if (element.childElementCount === 0) {
      if (element.textContent !== (text ?? '')) element.textContent = text ?? '';
      set(entry, 'aria-label', null);
    } else set(entry, 'aria-label', node.n ?? null);
  } else set(entry, 'aria-label', roleless.has(node.r) ? null : node.n ?? null);
  const s = node.s ?? {};
  if (!entry.field) set(entry, 'aria-disabled', s.disabled ? 'true' : null);
  set(entry, 'aria-invalid', s.invalid ? 'true' : null);
  set(entry, 'aria-busy', s.busy ? 'true' : null);
  set(entry, 'aria-current', s.current ? CURRENT[node.r] ?? 'true' : null);
  // A list's item has no such state in ARIA; a chosen card says it in its description.
  set(entry, 'aria-selected', selectable.has(node.r) ? s.selected ?? null : null);
  set(entry, 'aria-checked', s.checked ?? null);
  set(entry, 'aria-expanded', s.expanded ?? null);
  set(entry, 'aria-pressed', s.pressed ?? null);
  set(entry, 'aria-description', entry.field ? null : node.d ?? null);
  set(entry, 'aria-keyshortcuts', node.k ? node.k.replaceAll('Ctrl', 'Control') : null);
  describePlace(entry, node);
  set(entry, 'aria-level', node.l ?? (node.r === 'heading' ? 2 : null));
  set(entry, 'aria-modal', node.modal ? 'true' : null);
  // What is read out is said through the one live region; a status would be a second one.
  if (node.r === 'status') set(entry, 'aria-live', 'off');
  if (node.r === 'progressbar') {
    set(entry, 'aria-valuenow', node.g ?? null);
    set(entry, 'aria-valuetext', node.v ?? null);
  }
  if (node.r === 'separator') {
    set(entry, 'aria-orientation', node.t ? 'vertical' : null);
    set(entry, 'aria-valuenow', node.t ? node.v?.replace(/\D/g, '') : null);
  }
  if (node.r === 'combobox') {
    set(entry, 'aria-haspopup', 'listbox');
    if (element.firstChild?.nodeType !== Node.TEXT_NODE) element.prepend('');
    if (element.firstChild.data !== (node.v ?? '')) element.firstChild.data = node.v ?? '';
  }
}

function place(entry, [x, y, width, height]) {
  const { style } = entry.element;
  style.left = x + 'px';
  style.top = y + 'px';
  style.width = width + 'px';
  style.height = height + 'px';
  entry.width = width;
  entry.height = height;
}

// Told or asked for, a scroll makes the browser lay out the page at once: only one that moved is told, and none asked for.
function applyScroll(entry, [x, y, width, height]) {
  const { element } = entry;
  const room = element.firstChild;
  room.style.width = width + 'px';
  room.style.height = height + 'px';
  // What the browser will make of it, so that only other movements are told.
  const left = Math.min(x, Math.max(0, width - entry.width));
  const top = Math.min(y, Math.max(0, height - entry.height));
  if (left !== entry.scrollX) element.scrollLeft = left;
  if (top !== entry.scrollY) element.scrollTop = top;
  entry.scrollX = left;
  entry.scrollY = top;
}

// A browser test, a screen reader or a focused field brought something into view.
function scrolled(id) {
  const entry = nodes.get(id);
  if (!entry) return;
  const { scrollLeft: x, scrollTop: y } = entry.element;
  if (Math.abs(x - entry.scrollX) < 1 && Math.abs(y - entry.scrollY) < 1) return;
  entry.scrollX = x;
  entry.scrollY = y;
  tell(kinds.scroll, id, 0, x, y);
}

// Scroll events come late; a press must meet what is in view now.
export function flushScrolls() {
  for (const [id, entry] of nodes) if (entry.scrolls) scrolled(id);
}

// Another kind of element in the same place, with the same children: neither is told again.
function replaceElement(former, element) {
  for (const child of [...former.children]) if (child.id) element.append(child);
  former.replaceWith(element);
}

function putNode(node) {
  let entry = nodes.get(node.i);
  const field = isTextbox(node);
  const former = entry;
  if (former && (former.field !== field || (field && former.kind !== node.e.kind) || former.scrolls !== Boolean(node.c))) entry = null;
  if (!entry) {
    entry = make(node);
    entry.scrolls = Boolean(node.c);
    nodes.set(node.i, entry);
  }
  if (former && former !== entry) {
    former.note?.remove();
    replaceElement(former.element, entry.element);
  }
  place(entry, node.x);
  describe(entry, node);
  entry.node = node;
  if (field) {
    dressField(entry, node, node.x[3]);
    setFieldText(entry, node);
    setNote(entry, node);
  }
}

// What goes is stepped over: an element that is moved loses the keyboard, even in the midst of a word.
function order(parent, ids, going) {
  const element = parent === 0 ? root : nodes.get(parent)?.element;
  if (!element || isField(element)) return;
  // The text of a leaf that got children becomes its label.
  if (leaves.has(nodes.get(parent)?.node?.r) && element.firstChild?.nodeType === Node.TEXT_NODE) {
    element.firstChild.remove();
    describe(nodes.get(parent), nodes.get(parent).node);
  }
  let cursor = element.firstChild;
  const skip = () => { while (cursor && (!cursor.id || going.has(cursor.id))) cursor = cursor.nextSibling; };
  skip();
  for (const id of ids) {
    const child = nodes.get(id)?.element;
    if (!child) continue;
    if (child === cursor) cursor = cursor.nextSibling;
    else element.insertBefore(child, cursor);
    skip();
  }
}

function drop(id) {
  const entry = nodes.get(id);
  if (!entry) return;
  if (entry.element.contains(document.activeElement)) root.focus({ preventScroll: true });
  entry.element.remove();
  entry.note?.remove();
  nodes.delete(id);
}

function showFocus(id) {
  focused = id;
  const entry = nodes.get(id);
  const active = entry && !entry.field ? 'n' + id : null;
  if (active) root.setAttribute('aria-activedescendant', active);
  else root.removeAttribute('aria-activedescendant');
}

function hideBehind(ids) {
  const behind = new Set(ids);
  for (const child of root.children) if (child.id) child.style.visibility = behind.has(Number(child.id.slice(1))) ? 'hidden' : '';
}

let said = 0;
function say(texts) {
  // An emptied region makes a repeated text news again.
  live.textContent = '';
  const turn = ++said;
  setTimeout(() => { if (turn === said) live.textContent = texts.join('. '); }, 30);
}

export function update(pointer, length) {
  const d = JSON.parse(readUtf8(pointer, length));
  for (const node of d.nodes ?? []) putNode(node);
  const going = new Set((d.gone ?? []).map((id) => 'n' + id));
  const held = document.activeElement;
  for (const [parent, ids] of d.kids ?? []) order(parent, ids, going);
  if (held !== document.activeElement && root.contains(held)) held.focus({ preventScroll: true });
  for (const id of d.gone ?? []) drop(id);
  for (const [id, ...rect] of d.at ?? []) {
    const entry = nodes.get(id);
    if (!entry) continue;
    place(entry, rect);
    if (entry.field && entry.kind !== 'multiline') entry.element.style.lineHeight = rect[3] + 'px';
  }
  for (const node of d.nodes ?? []) if (node.c) applyScroll(nodes.get(node.i), node.c);
  for (const [id, ...scroll] of d.scroll ?? []) if (nodes.has(id)) applyScroll(nodes.get(id), scroll);
  if (d.behind) hideBehind(d.behind);
  if ('focus' in d || (focused && d.nodes)) showFocus(d.focus ?? focused);
  if (d.say) say(d.say);
}

export function beginEdit(id, selectAll) {
  const entry = nodes.get(id);
  if (!entry?.field) return;
  entry.element.focus({ preventScroll: true });
  if (selectAll && entry.kind !== 'multiline') entry.element.select();
  else entry.element.setSelectionRange(entry.element.value.length, entry.element.value.length);
}

export function endEdit() {
  root.focus({ preventScroll: true });
}

prepareRoot();
