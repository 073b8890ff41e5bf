// Formats of numbers, money, dates and times by Intl. Each formatter is made once: making one costs far more than
// using it. Limits: the viewer's own zone; the tags 'en' and 'ru' widened to the viewer's region where it has one.
import { readUtf8, writeUtf8 } from './memory.js';

// As Language, DateForm and MoneyForm in src/.
const LANGUAGES = ['en', 'ru'];
const DATE_FORMS = [
  { day: 'numeric', month: 'short' },
  { day: 'numeric', month: 'numeric', year: 'numeric' },
  { day: 'numeric', month: 'long', year: 'numeric' },
  { weekday: 'long', day: 'numeric', month: 'long' },
];
const DAY_MONTH = 0;
const NUMERIC = 1;
const COMPACT = 1;

const preferred = () => (navigator.languages?.length ? navigator.languages : [navigator.language || 'en']);
const baseOf = (tag) => tag.toLowerCase().split('-')[0];

// 'en' for a reader whose browser says en-GB becomes en-GB: day and month keep the order that reader knows.
const tagOf = (language) => preferred().find((tag) => baseOf(tag) === LANGUAGES[language]) ?? LANGUAGES[language];

const formatters = new Map();
function formatter(kind, language, options = {}, detail = '') {
  const key = kind + language + detail;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl[kind](tagOf(language), options);
    formatters.set(key, made);
  }
  return made;
}

export function systemLanguage() {
  for (const tag of preferred()) {
    const at = LANGUAGES.indexOf(baseOf(tag));
    if (at >= 0) return at;
  }
  return 0;
}

export function showPageLanguage(language) {
  document.documentElement.lang = LANGUAGES[language];
}

export function zoneName() {
  return writeUtf8(Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC');
}

// An integer arrives as decimal text: a double would lose digits above 2^53.
export function number(digits, length, language) {
  return writeUtf8(formatter('NumberFormat', language).format(BigInt(readUtf8(digits, length))));
}

export function decimal(value, maxDigits, language) {
  const options = { maximumFractionDigits: maxDigits };
  return writeUtf8(formatter('NumberFormat', language, options, 'd' + maxDigits).format(value));
}

export function percent(share, language) {
  return writeUtf8(formatter('NumberFormat', language, { style: 'percent' }, '%').format(share));
}

function currencyFormat(currency, language, options, detail) {
  const all = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options };
  return formatter('NumberFormat', language, all, currency + detail);
}

const isCurrency = (code) => /^[A-Za-z]{3}$/.test(code);

export function currencyDigits(code, length) {
  const currency = readUtf8(code, length);
  if (!isCurrency(currency)) return 2;
  return currencyFormat(currency, 0, {}, '').resolvedOptions().maximumFractionDigits;
}

export function currencySign(code, length, language) {
  const currency = readUtf8(code, length);
  if (!isCurrency(currency)) return writeUtf8(currency);
  const part = currencyFormat(currency, language, {}, '').formatToParts(0).find(({ type }) => type === 'currency');
  return writeUtf8(part?.value ?? currency);
}

// `whole` counts the currency's unit; from a minor unit of at most 2^53 nothing shown is lost.
export function money(whole, code, length, language, form) {
  const currency = readUtf8(code, length);
  if (!isCurrency(currency)) {
    const amount = formatter('NumberFormat', language, { maximumFractionDigits: 2 }, 'd2').format(whole);
    return writeUtf8(currency ? `${amount}\u00a0${currency}` : amount);
  }
  if (form === COMPACT && Math.abs(whole) >= 10_000) {
    const options = { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: Math.abs(whole) >= 1e8 ? 0 : 1 };
    return writeUtf8(currencyFormat(currency, language, options, 'c' + options.maximumFractionDigits).format(whole));
  }
  // A whole amount shows no kopecks, any other all of them.
  if (Number.isInteger(whole)) {
    const options = { minimumFractionDigits: 0, maximumFractionDigits: 0 };
    return writeUtf8(currencyFormat(currency, language, options, 'w').format(whole));
  }
  return writeUtf8(currencyFormat(currency, language, {}, '').format(whole));
}

// `utc` dates are days without a zone; year 0 of a birthday means it is unknown.
function writeDate(date, form, language, { utc = false, year = true } = {}) {
  const options = { ...DATE_FORMS[form] };
  if (utc) options.timeZone = 'UTC';
  const thisYear = (utc ? date.getUTCFullYear() : date.getFullYear()) === new Date().getFullYear();
  if (form === DAY_MONTH && !thisYear) options.year = 'numeric';
  if (!year) delete options.year;
  // 03.12.2025 rather than 3.12.2025 where the language writes it so; English keeps its own.
  if (form === NUMERIC && LANGUAGES[language] === 'ru') options.day = options.month = '2-digit';
  const detail = form + (utc ? 'u' : '') + (options.year ? 'y' : '');
  return formatter('DateTimeFormat', language, options, detail).format(date);
}

export function date(atMs, form, language) {
  return writeUtf8(writeDate(new Date(atMs), form, language));
}

export function calendarDate(text, length, form, language) {
  const written = readUtf8(text, length);
  const match = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(written);
  if (!match) return writeUtf8(written);
  const year = match[1] === '-' ? 2000 : Number(match[1]);
  const day = new Date(0);
  day.setUTCFullYear(year, Number(match[2]) - 1, Number(match[3]));
  if (day.getUTCMonth() !== Number(match[2]) - 1) return writeUtf8(written); // no such day
  const known = match[1] !== '-';
  const shown = !known && form === 3 ? 2 : form; // the weekday of an unknown year is unknown
  return writeUtf8(writeDate(day, shown, language, { utc: true, year: known }));
}

const TIME = { hour: 'numeric', minute: '2-digit' };

function writeTime(date, language) {
  // U+202F before AM is fine type but many fonts lack it.
  return formatter('DateTimeFormat', language, TIME, 't').format(date).replace(/\u202f/g, '\u00a0');
}

export function time(atMs, language) {
  return writeUtf8(writeTime(new Date(atMs), language));
}

export function dateTime(atMs, language) {
  const at = new Date(atMs);
  return writeUtf8(`${writeDate(at, DAY_MONTH, language)}, ${writeTime(at, language)}`);
}

export function relativeDay(days, language) {
  return writeUtf8(formatter('RelativeTimeFormat', language, { numeric: 'auto' }).format(days, 'day'));
}

// Regions whose week begins on Sunday (CLDR), for browsers that do not tell.
const SUNDAY_FIRST = new Set(('AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP ' +
  'PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW').split(' '));

// A week begins as where the person lives, in whichever language they read.
export function firstDayOfWeek(language) {
  const regions = [...preferred(), tagOf(language)].map((tag) => /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(tag)?.[1]);
  const region = regions.find(Boolean)?.toUpperCase() ?? new Intl.Locale(LANGUAGES[language]).maximize().region;
  const locale = new Intl.Locale(`und-${region}`);
  const told = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay;
  return told ?? (SUNDAY_FIRST.has(region) ? 7 : 1);
}
