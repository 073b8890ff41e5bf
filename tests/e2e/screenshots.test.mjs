// Pictures of the screens in use, to be looked at: board, card, conversion, form, settings, import; in English,
// light and dark, laptop and phone. They go to build/screenshots/. What a test can tell of a picture is told here too: the
// screen is drawn, and nothing that is pressed lies outside of it.
// Limits: the gallery of widgets has its own test.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { boardShown, card, chooseFile, closeBrowsers, drawn, newProfile, openApp, openBrowser, saved, startSite, top } from './app.mjs';
import { demoCsv } from './demo_leads.mjs';

const folder = path.join(top, 'build/screenshots');
const words = {
  en: {
    importCsv: 'Import CSV', import: 'Import', start: /^Import \d+ row/, finished: 'Import finished', done: 'Done', lead: 'Summer terrace', overdue: 'Office renovation',
    call: 'Call', meeting: 'Meeting', note: 'Note', subject: 'Subject', when: 'When', plan: 'Plan', add: 'Add', addNote: 'Add note', already: 'Done already',
    convert: 'Convert', newLead: 'New lead', close: 'Close', timeline: 'Timeline',
    about: 'Wants oak, asks for a discount for prepayment', samples: 'Show samples, agree the date', back: 'Promised to call back', remark: 'Measured the terrace: 40 m²',
  },
  ru: {
    importCsv: 'Импорт CSV', import: 'Импорт', start: /^Импортировать \d+/, finished: 'Импорт завершён', done: 'Готово', lead: 'Летняя терраса', overdue: 'Ремонт офиса',
    call: 'Звонок', meeting: 'Встреча', note: 'Заметка', subject: 'Тема', when: 'Когда', plan: 'Запланировать', add: 'Добавить', addNote: 'Добавить заметку', already: 'Уже сделано',
    convert: 'Конвертировать', newLead: 'Новый лид', close: 'Закрыть', timeline: 'Лента',
    about: 'Хочет дуб, просит скидку за предоплату', samples: 'Показать образцы, согласовать дату', back: 'Обещал перезвонить', remark: 'Замерили террасу: 40 м²',
  },
};
const screens = { laptop: { viewport: { width: 1440, height: 900 } }, phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } };

let site;
before(async () => {
  site = await startSite();
  fs.mkdirSync(folder, { recursive: true });
});
after(async () => {
  await closeBrowsers();
  await site.close();
});

const open = (profile, language, options) => openBrowser(profile, { locale: language === 'ru' ? 'ru-RU' : 'en-GB', ...options });
const go = async (page, route) => {
  await page.evaluate((to) => { location.hash = to; }, route);
  await drawn(page);
};

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
    await card(page, title).click();
    const panel = page.getByRole('dialog', { name: title });
    await act(panel);
    await panel.getByRole('button', { name: w.close }).click();
  };
  await work(w.lead, async (panel) => {
    await compose(panel, w, w.note, w.remark, () => panel.getByRole('button', { name: w.addNote }).click());
    await compose(panel, w, w.call, w.about, async () => {
      await panel.getByRole('radio', { name: w.already }).click();
      await panel.getByRole('button', { name: w.add, exact: true }).click();
    });
    await plan(page, panel, w, w.meeting, w.samples, language === 'ru' ? 'завтра 15:00' : 'tomorrow 15:00');
  });
  await work(w.overdue, (panel) => plan(page, panel, w, w.call, w.back, language === 'ru' ? 'вчера 10:00' : 'yesterday 10:00'));
  await saved(page);
  await browser.close();
  return { profile, file };
}

// What is pressed can be seen: it lies in the window, or in a part that scrolls.
async function nothingLost(page, name) {
  const lost = await page.evaluate(() => [...document.querySelectorAll('[role=application] :is([role=button],[role=tab],[role=menuitem])')]
    .filter((node) => !node.closest('[aria-hidden=true]'))
    .map((node) => ({ name: node.getAttribute('aria-label'), at: node.getBoundingClientRect() }))
    .filter(({ at }) => at.width > 0 && (at.right < 0 || at.bottom < 0))
    .map((one) => one.name));
  assert.deepEqual(lost, [], name);
}

for (const language of ['en'])
  test(`the screens in ${language === 'en' ? 'English' : 'Russian'} are drawn, light and dark, on a laptop and a phone`, async () => {
    const w = words[language], { profile, file } = await fill(language);
    for (const [size, options] of Object.entries(screens))
      for (const colorScheme of ['light', 'dark']) {
        const browser = await open(profile, language, { ...options, colorScheme });
        const page = await openApp(browser, site.url, 'leads');
        const picture = async (name) => {
          await drawn(page);
          const png = await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}-${language}-${options.viewport.width}.png`) });
          assert.ok(png.length > 12_000, `${name}: almost nothing is drawn`);
          await nothingLost(page, name);
        };
        await card(page, words[language].lead).waitFor({ state: 'attached' });
        await picture('board');
        await go(page, 'deals');
        await go(page, 'leads');
        await card(page, w.lead).dispatchEvent('click'); // on a phone its column is not the one in sight
        const panel = page.getByRole('dialog', { name: w.lead });
        await panel.waitFor();
        await picture('card');
        if (size === 'phone') {
          await panel.getByRole('radio', { name: w.timeline }).click();
          await picture('timeline');
        }
        await panel.getByRole('button', { name: w.convert }).click();
        await page.getByRole('dialog', { name: w.convert }).waitFor().catch(() => {});
        await picture('conversion');
        await closeAll(page);
        await page.getByRole('button', { name: w.newLead }).first().click();
        await picture('new-lead');
        await closeAll(page);
        await go(page, 'settings');
        await picture('settings');
        await go(page, 'settings/data');
        await chooseFile(page, () => page.getByRole('button', { name: w.importCsv }).click(), file);
        await page.getByRole('dialog').getByRole('button', { name: w.start }).or(page.getByRole('dialog').getByRole('button').first()).first().waitFor();
        await picture('import');
        await browser.close();
      }
    fs.rmSync(path.dirname(file), { recursive: true });
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
