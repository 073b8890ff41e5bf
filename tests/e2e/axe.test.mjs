// axe-core on every screen of the built app: board, cards, lists, settings, dialogs; both themes, both languages, desk and
// phone. Limits: the canvas hides contrast from it; tests/ui/ui_theme_test.cpp holds the token pairs to it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

import { addLead, card, chooseFile, dataFile, drawn, openApp, openBrowser, siteOfTests, top } from './app.mjs';

const require = createRequire(path.join(top, 'tools/npm/package.json'));
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const site = siteOfTests();

// Every rule is asked. One answer is no fault: axe still counts `application`, which holds the whole mirror, among the
// landmarks, as ARIA 1.0 did, and would have `main` and `banner` outside of it.
function findings() {
  const landmarks = '[role=main], [role=banner], [role=navigation], [role=region], [role=complementary]';
  const excused = (id, { target }) =>
    ['landmark-main-is-top-level', 'landmark-banner-is-top-level'].includes(id) && !document.querySelector(target[0]).parentElement.closest(landmarks);
  return globalThis.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
    nodes.filter((node) => !excused(id, node)).map(({ html }) => `${id} (${help}): ${html.slice(0, 240)}`)));
}

// A browser, its page and the screens looked at in it: each is inspected, all are told at once.
async function openChecked(options) {
  const browser = await openBrowser(undefined, options);
  await browser.addInitScript(axe);
  const page = await openApp(browser, site.url);
  const faults = {};
  const inspect = async (screen) => {
    await drawn(page);
    const found = await page.evaluate(findings);
    if (found.length) faults[screen] = found;
  };
  const finish = async () => {
    await browser.close();
    assert.deepEqual(faults, {});
  };
  return { page, inspect, finish };
}

const go = (page, route) => page.goto(`${site.url}#${route}`);
const closeDialog = async (page, dialog) => {
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
};

const settingsPages = ['general', 'data', 'storage', 'devices', 'conflicts', 'trash', 'about'];

async function settings(page, inspect) {
  for (const section of settingsPages) {
    await go(page, `settings/${section}`);
    await page.getByRole('tab', { selected: true }).waitFor();
    await inspect(`settings, ${section}`);
  }
}

test('a desk: the board, the card, every list, every dialog', async () => {
  const { page, inspect, finish } = await openChecked({ colorScheme: 'light' });
  await inspect('the empty board');
  await addLead(page, 'Roof repair');
  await addLead(page, 'Summer terrace', 'In progress');
  await inspect('the board with the quick form');
  await page.keyboard.press('Escape');
  await inspect('the board with a toast');

  await card(page, 'Roof repair').click();
  const panel = page.getByRole('complementary', { name: 'Roof repair' }).or(page.getByRole('dialog', { name: 'Roof repair' }));
  await panel.waitFor();
  await inspect('a card');
  await panel.getByRole('textbox', { name: 'First name' }).fill('Anna');
  await inspect('a field being edited');
  await page.keyboard.press('Enter');
  await panel.getByRole('textbox', { name: 'Note' }).fill('Wants oak');
  await panel.getByRole('button', { name: 'Add note' }).click();
  await panel.getByRole('listitem', { name: /Wants oak/ }).waitFor({ state: 'attached' });
  await inspect('a card with a note');
  await panel.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem').first().waitFor();
  await inspect('the menu of a card');
  await page.keyboard.press('Escape');
  await panel.getByRole('combobox', { name: 'Source' }).click();
  await page.getByRole('option').first().waitFor();
  await inspect('a choice');
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Convert' }).click();
  const convert = page.getByRole('dialog', { name: /^Convert/ });
  await convert.waitFor();
  await inspect('converting');
  await convert.getByRole('button', { name: 'Convert' }).click();
  await convert.waitFor({ state: 'detached' });

  await go(page, 'leads');
  await page.getByRole('button', { name: 'New lead' }).first().click();
  const form = page.getByRole('dialog', { name: 'New lead' });
  await form.waitFor();
  await inspect('the form of a new lead');
  await form.getByRole('button', { name: 'Add lead' }).click();
  await inspect('the form with what is missing');
  await closeDialog(page, form);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find or do' });
  await palette.getByRole('textbox').fill('r');
  await palette.getByRole('option').first().waitFor();
  await inspect('the palette');
  await closeDialog(page, palette);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard keys' });
  await keys.waitFor();
  await inspect('the list of keys');
  await closeDialog(page, keys);

  for (const [route, name] of [['deals', 'Deals'], ['contacts', 'Contacts'], ['companies', 'Companies']]) {
    await go(page, route);
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await inspect(route);
  }
  await go(page, 'leads');
  await page.getByRole('button', { name: 'Source' }).click();
  await page.getByRole('menuitemcheckbox').first().waitFor();
  await inspect('a filter');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'List' }).click();
  await page.getByRole('table').waitFor();
  await inspect('the leads as a list');
  await page.getByRole('radio', { name: 'Board' }).click();
  await settings(page, inspect);
  await go(page, 'settings/data');
  await chooseFile(page, () => page.getByRole('button', { name: 'Import CSV' }).click(), dataFile('bitrix24_leads_utf8_bom.csv'));
  const importing = page.getByRole('dialog', { name: 'Import' });
  await importing.waitFor();
  await inspect('importing');
  await closeDialog(page, importing);
  await go(page, 'settings/general');
  await page.getByRole('radio', { name: 'Simple' }).click();
  const mode = page.getByRole('dialog', { name: 'Switch to Simple mode?' });
  await mode.waitFor();
  await inspect('the question of the mode');
  await finish();
});

test('a phone, dark, in Russian: board, card, form, settings', async () => {
  const { page, inspect, finish } = await openChecked({ colorScheme: 'dark', locale: 'ru-RU', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true,
                                                deviceScaleFactor: 2 });
  await inspect('the empty board');
  await page.getByRole('button', { name: 'Новый лид' }).first().click();
  const form = page.getByRole('dialog', { name: 'Новый лид' });
  await form.waitFor();
  await inspect('the form of a new lead');
  await form.getByRole('textbox', { name: 'Название' }).fill('Ремонт крыши');
  await form.getByRole('textbox', { name: 'Название' }).press('Control+Enter');
  await card(page, 'Ремонт крыши').waitFor();
  await inspect('the board');
  await card(page, 'Ремонт крыши').click();
  await page.getByRole('button', { name: 'Закрыть', exact: true }).first().waitFor();
  await inspect('a card');
  await page.getByRole('radio', { name: 'Лента' }).or(page.getByRole('tab', { name: 'Лента' })).click();
  await page.getByRole('list', { name: 'Лента' }).waitFor({ state: 'attached' });
  await inspect('the timeline of a card');
  await settings(page, inspect);
  await finish();
});
