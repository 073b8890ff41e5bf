// The peer that our board is measured against: a virtualised board of DOM cards on arrays, without a database. It does what
// it must to show the same cards in the same columns and to move one by the pointer, and nothing else: no saving, no undo,
// no search. `?leads=FILE` names the people to fetch (people.mjs writes them); bundled by dom_site.mjs.
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/virtual-core';

const cardPx = 88;
const gapPx = 8;
const stages = ['Not processed', 'In progress', 'Processed', 'Quality lead', 'Junk lead'];
const board = document.getElementById('board');

function child(parent, className, text = '') {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;
  parent.append(element);
  return element;
}

function cardOf(lead) {
  const card = document.createElement('div');
  card.className = 'card';
  card.setAttribute('role', 'listitem');
  card.setAttribute('aria-label', lead.title);
  child(card, 'title', lead.title);
  child(card, 'how', lead.how);
  const foot = child(card, 'foot');
  child(foot, 'pill', 'No next step');
  child(foot, 'score', lead.score).style.setProperty('--score', lead.score);
  child(foot, 'manager', lead.manager.split(' ').map((word) => word[0]).join('').slice(0, 2)).title = lead.manager;
  return card;
}

class Column {
  constructor(stage, leads) {
    this.stage = stage;
    this.leads = leads;
    this.element = child(board, 'column');
    this.head = child(this.element, 'head', stage);
    this.count = document.createElement('span');
    this.head.append(this.count);
    this.scroller = child(this.element, 'cards');
    this.list = child(this.scroller, '');
    this.list.setAttribute('role', 'list');
    this.shown = new Map(); // by lead
    this.hole = null;
    this.virtualizer = new Virtualizer(this.options());
    this.virtualizer._didMount();
    this.update();
  }

  options() {
    return {
      count: this.leads.length, getScrollElement: () => this.scroller, estimateSize: () => cardPx, gap: gapPx, paddingStart: gapPx, overscan: 2,
      getItemKey: (index) => this.leads[index].id, scrollToFn: elementScroll, observeElementRect, observeElementOffset, onChange: () => this.draw(),
    };
  }

  // After its leads have changed.
  update() {
    const count = this.leads.length.toLocaleString('en-US');
    this.count.textContent = count;
    this.list.setAttribute('aria-label', `${this.stage}, ${count} ${this.leads.length === 1 ? 'lead' : 'leads'}`);
    this.virtualizer.setOptions(this.options());
    this.virtualizer._willUpdate();
    this.draw();
  }

  draw() {
    this.list.style.height = `${this.virtualizer.getTotalSize()}px`;
    const before = this.shown;
    this.shown = new Map();
    for (const { index, start } of this.virtualizer.getVirtualItems()) {
      const lead = this.leads[index];
      if (!lead) continue;
      const card = before.get(lead) ?? cardOf(lead);
      if (!card.parentNode) this.list.append(card);
      card.style.top = `${start}px`;
      card.setAttribute('aria-posinset', index + 1);
      card.setAttribute('aria-setsize', this.leads.length);
      this.shown.set(lead, card);
      before.delete(lead);
    }
    for (const card of before.values()) card.remove();
  }

  slotAt(clientY) {
    const y = clientY - this.scroller.getBoundingClientRect().top + this.scroller.scrollTop - gapPx;
    return Math.max(0, Math.min(this.leads.length, Math.round((y - cardPx / 2) / (cardPx + gapPx))));
  }

  showHole(slot) {
    this.hole ??= child(this.list, 'hole');
    this.hole.style.top = `${gapPx + slot * (cardPx + gapPx)}px`;
  }

  hideHole() {
    this.hole?.remove();
    this.hole = null;
  }
}

let columns = [];
const columnAt = (x) => columns.find(({ element }) => {
  const { left, right } = element.getBoundingClientRect();
  return x >= left && x < right;
});

function drag(event) {
  const card = event.target.closest('.card');
  const from = card && columnAt(event.clientX);
  if (!from) return;
  const [lead] = [...from.shown].find(([, element]) => element === card);
  const { left, top } = card.getBoundingClientRect();
  const grip = { x: event.clientX - left, y: event.clientY - top };
  let lifted = null;
  let over = null;
  const move = ({ clientX, clientY }) => {
    if (!lifted && Math.hypot(clientX - event.clientX, clientY - event.clientY) < 5) return;
    if (!lifted) {
      lifted = cardOf(lead);
      lifted.classList.add('lifted');
      document.body.append(lifted);
      card.style.visibility = 'hidden';
    }
    lifted.style.left = `${clientX - grip.x}px`;
    lifted.style.top = `${clientY - grip.y}px`;
    const now = columnAt(clientX);
    if (now !== over) over?.hideHole();
    over = now;
    over?.showHole(over.slotAt(clientY - grip.y + cardPx / 2));
  };
  const drop = ({ clientY }) => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', drop);
    card.style.visibility = '';
    lifted?.remove();
    over?.hideHole();
    if (!lifted || !over) return;
    const slot = over.slotAt(clientY - grip.y + cardPx / 2);
    from.leads.splice(from.leads.indexOf(lead), 1);
    over.leads.splice(Math.min(slot, over.leads.length), 0, lead);
    from.update();
    if (over !== from) over.update();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', drop);
}

const file = new URLSearchParams(location.search).get('leads');
const people = await (await fetch(file)).json();
const leadsIn = Map.groupBy(people, ({ stage }) => stage);
columns = stages.map((stage) => new Column(stage, (leadsIn.get(stage) ?? []).map((one) => (
  { id: one.id, title: `${one.first_name} ${one.last_name}`, how: one.phone_work, score: 32, manager: one.sales }))));
board.addEventListener('pointerdown', drag);
