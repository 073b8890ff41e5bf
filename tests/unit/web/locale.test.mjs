import assert from 'node:assert/strict';
import test from 'node:test';

import { attachHeap } from './heap.mjs';

const EN = 0;
const RU = 1;
const FULL = 0;
const COMPACT = 1;

const setLanguages = (...languages) => Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { languages, language: languages[0] } });
setLanguages('en-US', 'ru');
const locale = await import('../../../web/locale.js');
const { take, give } = attachHeap();

const money = (whole, currency, language, form = FULL) => take(locale.money(whole, ...give(currency), language, form));

test('the first language of the person that Leadkeep speaks is taken', () => {
  for (const [languages, expected] of [[['de', 'ru-RU', 'en'], RU], [['en-GB'], EN], [['fr'], EN], [['RU'], RU]]) {
    setLanguages(...languages);
    assert.equal(locale.systemLanguage(), expected);
  }
  setLanguages('en-US', 'ru');
});

test('whole amounts show no kopecks, others all of them', () => {
  assert.equal(money(340000, 'RUB', RU), '340\u00a0000\u00a0₽');
  assert.equal(money(1250.5, 'USD', EN), '$1,250.50');
  assert.equal(money(1500, 'JPY', EN), '¥1,500');
});

test('tight columns get amounts in thousands and millions', () => {
  assert.equal(money(1_200_000, 'EUR', EN, COMPACT), '€1.2M');
});

test('a currency code that is none does not break the screen', () => {
  assert.equal(money(5, 'not a currency', EN), '5\u00a0not a currency');
  assert.equal(money(5, '', EN), '5');
  assert.equal(locale.currencyDigits(...give('<b>')), 2);
});

test('the smallest whole number loses no digit', () => {
  assert.equal(take(locale.number(...give('-9223372036854775808'), EN)), '-9,223,372,036,854,775,808');
});

test('a day without a zone is the same day in every zone', () => {
  assert.equal(take(locale.calendarDate(...give('2025-03-12'), 1, RU)), '12.03.2025');
  assert.equal(take(locale.calendarDate(...give('--03-02'), 2, RU)), '2 марта');
});

test('what is no date is shown as it is', () => {
  for (const text of ['', 'soon', '2025-13-01', '2025-02-31']) assert.equal(take(locale.calendarDate(...give(text), 1, EN)), text);
});

test('the week begins as where the person lives, whichever language they read', () => {
  for (const [languages, language, expected] of [[['ru-RU', 'en-US'], EN, 1], [['en-GB'], EN, 1], [['en-US'], RU, 7], [['en-US@posix'], EN, 7],
    [['ru'], RU, 1], [['en'], EN, 7]]) {
    setLanguages(...languages);
    assert.equal(locale.firstDayOfWeek(language), expected, languages.join());
  }
  setLanguages('en-US', 'ru');
});

test('no format leaves memory behind', () => {
  const { take: takeAgain, live } = attachHeap();
  takeAgain(locale.date(1741788300000, 0, EN));
  takeAgain(locale.time(1741788300000, RU));
  takeAgain(locale.relativeDay(-1, RU));
  assert.equal(live.size, 0);
});
