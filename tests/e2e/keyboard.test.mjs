// A session in Chromium by keyboard alone: nothing here points, fills or focuses by itself.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { card, column, openApp, openBrowser, saved, siteOfTests } from './app.mjs';

const site = siteOfTests();
let page;
before(async () => { page = await openApp(await openBrowser(), site.url); });

const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (text) => page.keyboard.type(text);

// What has the keyboard: a field, or what the application says is active.
const focused = () => page.evaluate(() => {
  const active = document.activeElement;
  const element = document.getElementById(active?.getAttribute('aria-activedescendant')) ?? active;
  return { id: element?.id, name: element?.getAttribute('aria-label') ?? element?.textContent ?? '', typed: active !== null && 'value' in active };
});

// Tab, or another key, until what is so named has the keyboard; it may have it already.
async function until(name, key = 'Tab', fits = () => true) {
  const seen = [];
  for (let now = await focused(); now.name !== name || !fits(now); now = await focused()) {
    assert.ok(seen.length < 90, `${key} does not reach ${name}; it went through: ${seen.join(', ')}`);
    seen.push(now.name);
    await press(key);
    await page.waitForFunction((last) => {
      const active = document.activeElement;
      return (document.getElementById(active?.getAttribute('aria-activedescendant')) ?? active)?.id !== last;
    }, now.id);
  }
}

const untilField = (name, key) => until(name, key, ({ typed }) => typed);

const dialog = (name) => page.getByRole('dialog', { name });

test('a lead is added through its form', async () => {
  await press('n');
  await dialog('New lead').waitFor();
  await untilField('Title');
  await type('Summer terrace');
  await untilField('Phone');
  await type('+7 900 000-45-67');
  await press('Control+Enter');
  await card(page, 'Summer terrace').waitFor();
});

test('its fields are filled on its card, and a call is planned', async () => {
  await until('Summer terrace');
  await press('Enter');
  await dialog('Summer terrace').waitFor();
  await untilField('Amount');
  await type('182000');
  await untilField('First name');
  await type('Anna');
  await until('Source');
  await press('Enter');
  await page.getByRole('listbox').waitFor();
  await press('ArrowDown', 'Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  await untilField('Note');
  await type('Wants oak');
  await press('Control+Enter');
  await dialog('Summer terrace').getByRole('listitem', { name: /Wants oak/ }).waitFor({ state: 'attached' });
  await until('Note', 'Shift+Tab', ({ typed }) => !typed);
  await press('ArrowRight', 'Enter');
  await untilField('Subject');
  await type('Agree the date');
  await untilField('When');
  await type('tomorrow 15:00');
  await press('Tab');
  await until('Plan');
  await press('Enter');
  await dialog('Summer terrace').getByRole('list', { name: 'Planned' }).getByRole('listitem', { name: 'Agree the date' }).waitFor({ state: 'attached' });
  await press('Escape');
  await dialog('Summer terrace').waitFor({ state: 'detached' });
  await saved(page);
});

test('the card has the keyboard again after its panel closed, and is moved with Space and arrows', async () => {
  assert.equal((await focused()).name, 'Summer terrace');
  await press('Space', 'ArrowRight', 'Space');
  await column(page, 'In progress').getByRole('listitem', { name: 'Summer terrace' }).waitFor();
});

test('it is found by its phone, and the keys are listed', async () => {
  await press('Control+k');
  await dialog('Find or do').waitFor();
  await type('8 900 000 45 67');
  await dialog('Find or do').getByRole('option', { name: 'Summer terrace' }).first().waitFor();
  await press('Escape');
  await dialog('Find or do').waitFor({ state: 'detached' });
  await press('?');
  await dialog('Keyboard keys').waitFor();
  await press('Escape');
  await dialog('Keyboard keys').waitFor({ state: 'detached' });
});

test('the lead is converted, and Ctrl+Z takes that back', async () => {
  await until('Summer terrace');
  await press('Enter');
  await dialog('Summer terrace').waitFor();
  await untilField('Title', 'Shift+Tab');
  await until('Convert', 'Shift+Tab');
  await press('Enter');
  await dialog('Convert the lead').waitFor();
  assert.equal((await focused()).name, 'Deal title');
  await until('Convert');
  await press('Enter');
  await dialog('Convert the lead').waitFor({ state: 'detached' });
  await dialog('Summer terrace').getByRole('radio', { name: 'Quality lead', checked: true }).waitFor();
  // The button is gone; what came after it is next.
  await press('Tab');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Title');
  await press('Escape');
  await dialog('Summer terrace').waitFor({ state: 'detached' });
  await press('Control+z');
  await column(page, 'In progress').getByRole('listitem', { name: 'Summer terrace' }).waitFor();
});

test('the mode is switched to Simple and back, from the menu at the left', async () => {
  await until('Settings');
  await press('Enter');
  await until('Classic');
  await press('ArrowDown', 'Enter');
  await dialog('Switch to Simple mode?').waitFor();
  await until('Keep them');
  await press('Enter');
  await dialog('Switch to Simple mode?').waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: 'Simple', checked: true }).waitFor();
  await page.getByRole('link', { name: 'Leads' }).waitFor({ state: 'detached' });
  await until('Simple');
  await press('ArrowUp', 'Enter');
  await page.getByRole('radio', { name: 'Classic', checked: true }).waitFor();
  await until('Leads', 'Shift+Tab');
  await press('Enter');
  await column(page, 'In progress').getByRole('listitem', { name: 'Summer terrace' }).waitFor();
});
