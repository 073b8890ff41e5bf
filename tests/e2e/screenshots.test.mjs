// Pictures of the screens in use, to be looked at: the board with its menus, card, conversion, form, palette, lists, settings,
// import; in both languages, light and dark, laptop and phone. They go to build/screenshots/. What a test can tell of a
// picture is told here too: the screen is drawn, and nothing that is pressed lies outside of it.
// Limits: the gallery of widgets has its own test.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';

import { card, chooseFile, drawn, newProfile, openApp, openBrowser, saved, siteOfTests, top } from './app.mjs';
import { demoCsv } from './demo_leads.mjs';

const folder = path.join(top, 'build/screenshots');
const words = {
  en: {
    importCsv: 'Import CSV', import: 'Import', start: /^Import \d+ row/, finished: 'Import finished', done: 'Done', lead: 'Summer terrace', overdue: 'Office renovation',
    call: 'Call', meeting: 'Meeting', note: 'Note', subject: 'Subject', when: 'When', plan: 'Plan', add: 'Add', addNote: 'Add note', already: 'Done already',
    convert: 'Convert', converting: 'Convert the lead', newLead: 'New lead', close: 'Close', timeline: 'Timeline', more: 'More', trash: 'Move to trash', junk: 'Asked for a job',
    columnMenu: 'Column menu: Processed', collapse: 'Collapse', folded: /^Open the column Processed/, compact: 'Compact', comfortable: 'Comfortable', board: 'Board', list: 'List', source: 'Source', filters: 'Filters',
    selected: '1 selected', find: 'Find or do', word: 'roof',
    about: 'Wants oak, asks for a discount for prepayment', samples: 'Show samples, agree the date', back: 'Promised to call back', remark: 'Measured the terrace: 40 m²',
  },
  ru: {
    importCsv: 'Импорт CSV', import: 'Импорт', start: /^Импортировать \d+/, finished: 'Импорт завершён', done: 'Готово', lead: 'Летняя терраса', overdue: 'Ремонт офиса',
    call: 'Звонок', meeting: 'Встреча', note: 'Заметка', subject: 'Тема', when: 'Когда', plan: 'Запланировать', add: 'Добавить', addNote: 'Добавить заметку', already: 'Уже сделано',
    convert: 'Конвертировать', converting: 'Конвертация лида', newLead: 'Новый лид', close: 'Закрыть', timeline: 'Лента', more: 'Ещё', trash: 'Переместить в корзину', junk: 'Спрашивал о работе',
    columnMenu: 'Меню колонки: Обработан', collapse: 'Свернуть', folded: /^Развернуть колонку Обработан/, compact: 'Компактные', comfortable: 'Просторные', board: 'Доска', list: 'Список', source: 'Источник', filters: 'Фильтры',
    selected: 'Выбрано: 1', find: 'Найти или сделать', word: 'ремонт',
    about: 'Хочет дуб, просит скидку за предоплату', samples: 'Показать образцы, согласовать дату', back: 'Обещал перезвонить', remark: 'Замерили террасу: 40 м²',
  },
};
const screens = { laptop: { viewport: { width: 1440, height: 900 } }, phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } };

const site = siteOfTests();
before(() => fs.mkdirSync(folder, { recursive: true }));

const open = (profile, language, options) => openBrowser(profile, { locale: language === 'ru' ? 'ru-RU' : 'en-GB', ...options });
const go = async (page, route) => {
  await page.evaluate((to) => { location.hash = to; }, route);
  await drawn(page);
};

// Its column may not be the one in sight.
const openElsewhere = (page, title) => card(page, title).dispatchEvent('click');

// Escape leaves a field first, then what it is in.
async function closeAll(page) {
  for (let turns = 0; await page.getByRole('dialog').count() > 0; turns += 1) {
    assert.ok(turns < 8, 'Escape does not close what is open');
    await page.keyboard.press('Escape');
    await drawn(page);
  }
}

async function compose(panel, w, kind, text, finish) {
  await panel.getByRole('tab', { name: kind }).click();
  await panel.getByRole('textbox', { name: kind === w.note ? w.note : w.subject }).fill(text);
  await finish();
}

async function plan(page, panel, w, kind, text, when) {
  await compose(panel, w, kind, text, async () => {
    await panel.getByRole('textbox', { name: w.when }).fill(when);
    await panel.getByRole('textbox', { name: w.when }).press('Enter');
    await panel.getByRole('button', { name: w.plan }).click();
  });
}

// A workspace as after some days of work.
async function fill(language) {
  const w = words[language], profile = newProfile();
  const browser = await open(profile, language, screens.laptop);
  const page = await openApp(browser, site.url, 'settings/data');
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'leadkeep-demo-')), language === 'ru' ? 'лиды.csv' : 'leads.csv');
  fs.writeFileSync(file, demoCsv(language));
  await chooseFile(page, () => page.getByRole('button', { name: w.importCsv }).click(), file);
  await page.getByRole('dialog').getByRole('button', { name: w.start }).click();
  await page.getByRole('dialog', { name: w.finished }).getByRole('button', { name: w.done }).click();
  await go(page, 'leads');
  const work = async (title, act) => {
    await openElsewhere(page, title);
    const panel = page.getByRole('dialog', { name: title });
    await act(panel);
  };
  const close = (panel) => panel.getByRole('button', { name: w.close }).click();
  await work(w.lead, async (panel) => {
    await compose(panel, w, w.note, w.remark, () => panel.getByRole('button', { name: w.addNote }).click());
    await compose(panel, w, w.call, w.about, async () => {
      await panel.getByRole('radio', { name: w.already }).click();
      await panel.getByRole('button', { name: w.add, exact: true }).click();
    });
    await plan(page, panel, w, w.meeting, w.samples, language === 'ru' ? 'завтра 15:00' : 'tomorrow 15:00');
    await close(panel);
  });
  await work(w.overdue, async (panel) => {
    await plan(page, panel, w, w.call, w.back, language === 'ru' ? 'вчера 10:00' : 'yesterday 10:00');
    await close(panel);
  });
  await work(w.junk, async (panel) => {
    await panel.getByRole('button', { name: w.more }).click();
    await page.getByRole('menuitem', { name: w.trash }).click();
    await panel.waitFor({ state: 'detached' });
  });
  await saved(page);
  await browser.close();
  return { profile, file };
}

// What is pressed can be seen: it lies in the window, or in a part that scrolls.
async function nothingLost(page, name) {
  const lost = await page.evaluate(() => {
    const scrolls = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
    const canComeBack = (node) => node.id !== 'mirror' && (scrolls(node) || canComeBack(node.parentElement));
    return [...document.querySelectorAll('[role=application] :is([role=button],[role=tab],[role=menuitem])')]
      .filter((node) => !node.closest('[aria-hidden=true]'))
      .map((node) => ({ name: node.getAttribute('aria-label') ?? node.textContent, at: node.getBoundingClientRect(), node }))
      .filter(({ at, node }) => at.width > 0 && (at.right < 0 || at.bottom < 0) && !canComeBack(node.parentElement))
      .map((one) => one.name);
  });
  assert.deepEqual(lost, [], name);
}

// A card that is held for a while, or pressed with Ctrl, is chosen.
async function choose(page, w, size) {
  const chosen = page.getByRole('listitem').first();
  if (size === 'laptop') await chosen.click({ modifiers: ['Control'], position: { x: 60, y: 12 } });
  else {
    const { x, y } = await chosen.boundingBox();
    const client = await page.context().newCDPSession(page);
    const touch = (type, touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [{ x: x + 60, y: y + 12 }]);
    await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 700); }));
    await touch('touchEnd', []);
  }
  await page.getByRole('toolbar', { name: w.selected }).waitFor();
}

async function boards(page, w, size, picture) {
  await card(page, w.lead).waitFor({ state: 'attached' });
  await picture('board');
  await choose(page, w, size);
  await picture('selection');
  await page.keyboard.press('Escape');
  await page.getByRole('toolbar', { name: w.selected }).waitFor({ state: 'detached' });
  if (size === 'laptop') {
    await page.getByRole('button', { name: w.columnMenu }).click();
    await page.getByRole('menuitem', { name: w.collapse }).waitFor();
    await picture('column-menu');
    await page.getByRole('menuitem', { name: w.collapse }).click();
    await page.getByRole('button', { name: w.folded }).waitFor();
    await picture('collapsed');
    await page.getByRole('button', { name: w.folded }).click();
    await go(page, 'settings');
    await page.getByRole('radio', { name: w.compact }).click();
    await go(page, 'leads');
    await picture('compact');
    await go(page, 'settings');
    await page.getByRole('radio', { name: w.comfortable }).click();
    await go(page, 'leads');
    await page.getByRole('radio', { name: w.list }).click();
    await page.getByRole('table').waitFor();
    await picture('list');
    await page.getByRole('radio', { name: w.board }).click();
  } else {
    await page.getByRole('button', { name: w.filters }).click();
  }
  const source = page.getByRole('button', { name: w.source, exact: true });
  await source.click();
  await page.getByRole('menuitemcheckbox').first().click();
  await picture('filter');
  await page.getByRole('menuitemcheckbox').first().click();
  await page.keyboard.press('Escape');
  await source.waitFor();
  if (size === 'phone') await page.getByRole('button', { name: w.filters }).click();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: w.find });
  await palette.getByRole('textbox').fill(w.word);
  await palette.getByRole('option').first().waitFor();
  await picture('palette');
  await closeAll(page);
}

async function cards(page, w, size, picture) {
  await openElsewhere(page, w.lead);
  const panel = page.getByRole('dialog', { name: w.lead });
  await panel.waitFor();
  await picture('card');
  if (size === 'phone') {
    await panel.getByRole('radio', { name: w.timeline }).click();
    await picture('timeline');
  }
  await panel.getByRole('button', { name: w.convert }).click();
  await page.getByRole('dialog', { name: w.converting }).waitFor();
  await picture('conversion');
  await closeAll(page);
  await page.getByRole('button', { name: w.newLead }).first().click();
  await picture('new-lead');
  await closeAll(page);
}

async function pages(page, w, file, picture) {
  await go(page, 'deals');
  await picture('deals');
  await go(page, 'contacts');
  await picture('contacts');
  for (const section of ['general', 'data', 'storage', 'devices', 'conflicts', 'trash', 'about']) {
    await go(page, `settings/${section}`);
    await page.getByRole('tab', { selected: true }).waitFor();
    await picture(`settings-${section}`);
  }
  await go(page, 'settings/data');
  await chooseFile(page, () => page.getByRole('button', { name: w.importCsv }).click(), file);
  await page.getByRole('dialog', { name: w.import }).getByRole('button', { name: w.start }).waitFor();
  await picture('import');
}

for (const language of ['en', 'ru'])
  test(`the screens in ${language === 'en' ? 'English' : 'Russian'} are drawn, light and dark, on a laptop and a phone`, async () => {
    const w = words[language], { profile, file } = await fill(language);
    for (const [size, options] of Object.entries(screens)) {
      const browser = await open(profile, language, options);
      const page = await openApp(browser, site.url, 'leads');
      const picture = async (name) => {
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await drawn(page);
          const png = await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}-${language}-${options.viewport.width}.png`) });
          assert.ok(png.length > 12_000, `${name}: almost nothing is drawn`);
        }
        await nothingLost(page, name);
      };
      await boards(page, w, size, picture);
      await cards(page, w, size, picture);
      await pages(page, w, file, picture);
      await browser.close();
    }
    fs.rmSync(path.dirname(file), { recursive: true });
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
