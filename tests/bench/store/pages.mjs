// The pages in which the store is measured.
import { openStore } from '../../store/page_host.mjs';

const dataGone = 2; // Beginning in page_store.h: the sentinel is one for all databases of an origin

// A store with no database yet, as globalThis.store of the page.
export async function openNewStore(page, name) {
  const { fault, beginning } = await openStore(page, name);
  if (fault) throw new Error(fault);
  if (beginning === dataGone) await page.evaluate(() => globalThis.store.startAfresh());
}

// A page closed at once takes its process and its memory with it.
export async function inFreshPage(browser, origin, work) {
  const page = await browser.newPage();
  try {
    await page.goto(origin);
    return await work(page);
  } finally {
    await page.close();
  }
}

// What was called saved must be there when another page opens the database: a store that saves nothing would be the fastest.
export function expectSaved(browser, origin, name, query, expected) {
  return inFreshPage(browser, origin, async (page) => {
    const { fault, answer } = await openStore(page, name, query);
    if (fault || answer !== String(expected)) throw new Error(`${name} was measured, but reopened it says: ${fault ?? answer}, not ${expected}`);
  });
}

// Calls what /bench/store/page/<module>.js exports; the module lives as long as the page.
export function callIn(page, module, work, parameter) {
  return page.evaluate(async ([from, name, value]) => (await import(`/bench/store/page/${from}.js`))[name](value), [module, work, parameter]);
}
