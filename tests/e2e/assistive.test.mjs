// A whole session in Chromium as a screen reader or a voice control works: things are found in the browser's accessibility
// tree by role and name, pressed by its default action, filled by typing into the real field; no pointer, no shortcut.
// What such a person is told is held to what happened.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { openApp, openBrowser, siteOfTests } from './app.mjs';

const PATIENCE_MS = 60_000;

const site = siteOfTests();
let page, client;
before(async () => {
  page = await openApp(await openBrowser(), site.url);
  client = await page.context().newCDPSession(page);
  await client.send('Accessibility.enable');
});

// What is told to assistive tools, from the top to the bottom: role, name, states, the text in it, what it stands in.
async function told() {
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (node) => (node.role?.value === 'StaticText' ? node.name.value : (node.childIds ?? []).map((id) => textOf(byId.get(id) ?? {})).join(''));
  const around = (node) => {
    const parent = byId.get(node.parentId);
    return parent ? [...around(parent), parent.name?.value].filter(Boolean) : [];
  };
  return nodes.filter(({ ignored }) => !ignored).map((node) => ({
    role: node.role.value, name: node.name?.value ?? '', description: node.description?.value ?? '', value: node.value?.value ?? '', text: textOf(node),
    states: Object.fromEntries((node.properties ?? []).map((one) => [one.name, one.value.value])), inside: around(node), id: node.backendDOMNodeId,
  }));
}

async function until(what, look) {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const nodes = await told();
    const found = look(nodes);
    if (found) return found;
    assert.ok(Date.now() < end, `${what} did not come; there is: ${nodes.filter(({ name, role }) => name && !/Text/.test(role)).map(({ role, name }) => `${role} “${name}”`).join(', ')}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

const same = (name, wanted) => (wanted instanceof RegExp ? wanted.test(name) : name === wanted);
const fits = ({ states }, wanted) => Object.entries(wanted).every(([state, value]) => String(states[state] ?? false) === String(value));

// `states` must be so as well; `inside` is the name of something around it.
const there = (role, name, { inside, ...states } = {}) => until(`${role} “${name}” ${JSON.stringify(states)}`, (nodes) =>
  nodes.find((node) => node.role === role && same(node.name, name) && fits(node, states) && (!inside || node.inside.includes(inside))));
const gone = (role, name) => until(`the end of ${role} “${name}”`, (nodes) => !nodes.some((node) => node.role === role && same(node.name, name)));
const says = (text) => until(`the word “${text}”`, (nodes) => nodes.some(({ states, text: said }) => states.live === 'polite' && same(said, text)));

async function onElement({ id }, act) {
  const { object } = await client.send('DOM.resolveNode', { backendNodeId: id });
  const { result } = await client.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration: act.toString(), returnByValue: true });
  return result.value;
}

const press = async (role, name, o) => onElement(await there(role, name, o), function click() { this.click(); });
const write = async (name, text, o) => {
  await onElement(await there('textbox', name, o), function begin() { this.focus(); this.select(); });
  await there('textbox', name, { ...o, focused: true });
  await client.send('Input.insertText', { text });
};
// "2 of 5", which the protocol leaves out of the tree.
const place = async (role, name, o) => onElement(await there(role, name, o), function read() { return `${this.ariaPosInSet} of ${this.ariaSetSize}`; });

test('a dialog is told as one: it has the focus, hides what is behind it, and says what is wrong', async () => {
  await there('list', 'Not processed, 0 leads');
  await press('button', 'New lead');
  await there('dialog', 'New lead', { modal: true });
  await there('textbox', 'Title', { focused: true, inside: 'New lead' });
  await gone('list', 'Not processed, 0 leads');
  await write('Title', 'Summer terrace');
  await write('Amount', 'about as much');
  assert.match((await there('textbox', 'Amount', { invalid: true })).description, /^Enter an amount/);
});

test('a lead is added, and it is said', async () => {
  await write('Amount', '180000');
  await press('button', 'Add lead');
  await says('“Summer terrace” added');
  await gone('dialog', 'New lead');
  await there('list', 'Not processed, 1 lead, $180,000');
  assert.equal(await place('listitem', 'Summer terrace', { inside: 'Not processed, 1 lead, $180,000' }), '1 of 1');
});

test('its fields are filled on its card, the source is chosen from a list', async () => {
  await press('listitem', 'Summer terrace');
  await there('dialog', 'Summer terrace');
  await write('Amount', '182000');
  await write('First name', 'Anna');
  await press('combobox', 'Source', { expanded: false });
  await there('option', 'None', { selected: true, inside: 'Source' });
  assert.match(await place('option', 'Website'), /^[2-9] of \d+$/);
  await press('option', 'Website');
  assert.equal((await there('combobox', 'Source', { expanded: false })).text, 'Website');
  assert.match((await there('textbox', 'Amount')).value, /182,000/);
  assert.equal((await there('textbox', 'First name')).value, 'Anna');
});

test('a note is added to the timeline, as the first of its entries', async () => {
  await there('tab', 'Note', { selected: true });
  await write('Note', 'Wants oak');
  await press('button', 'Add note');
  await there('listitem', /Wants oak/, { inside: 'Timeline' });
  assert.match(await place('listitem', /Wants oak/), /^1 of \d+$/);
});

test('it is moved to another stage', async () => {
  await there('radio', 'Not processed', { checked: true, inside: 'Stage' });
  await press('radio', 'In progress', { checked: false });
  await there('radio', 'In progress', { checked: true });
  await there('radio', 'Not processed', { checked: false });
  await says(/In progress/);
});

test('it is converted, and Undo takes that back', async () => {
  await write('Last name', 'Sokolova');
  await press('button', 'Convert');
  await there('dialog', 'Convert the lead', { modal: true });
  await there('checkbox', 'Contact: Anna Sokolova', { checked: true });
  await press('checkbox', 'Company', { checked: false });
  await press('checkbox', 'Company', { checked: true });
  await press('button', 'Convert', { inside: 'Convert the lead' });
  await says(/^Converted to/);
  await there('radio', 'Quality lead', { checked: true });
  await press('button', 'Undo');
  await says('Undone: Lead converted');
  await there('radio', 'In progress', { checked: true });
});

test('the mode is switched to Simple and back', async () => {
  await press('button', 'Close');
  await gone('dialog', 'Summer terrace');
  await press('link', 'Settings');
  await press('radio', 'Simple', { checked: false });
  await there('dialog', 'Switch to Simple mode?', { modal: true });
  await press('button', 'Keep them');
  await there('radio', 'Simple', { checked: true });
  await gone('link', 'Leads');
  await press('radio', 'Classic');
  await press('link', 'Leads');
  await there('listitem', 'Summer terrace', { inside: 'In progress, 1 lead, $182,000' });
});
