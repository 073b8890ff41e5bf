// What browsers do to a page's storage, provoked in a real Chromium: it never answers, is full, is taken away, is closed.
// Limits: each works on the page store's own database of the built site.
const database = 'leadkeep';

// A page of the same site in which nothing of the app runs.
export async function bystander(browser, site) {
  const page = await browser.newPage();
  await page.goto(`${site.url}licenses.txt`);
  return page;
}

// Keeps a writing transaction open, so that the app's own ones wait behind it: its page is frozen in the midst of it.
// Resolves to what ends it.
export async function holdTransactions(page) {
  await page.evaluate((name) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const records = opening.result.transaction('records', 'readwrite').objectStore('records');
      globalThis.holding = true;
      const again = () => {
        resolve();
        if (globalThis.holding) records.get('nothing').onsuccess = again;
        else opening.result.close();
      };
      again();
    };
  }), database);
  const wake = await freeze(page);
  return async () => {
    await wake();
    await page.evaluate(() => { globalThis.holding = false; });
  };
}

// A connection that does not let go, and a deletion that waits for it: every later opening waits behind these two.
// Resolves to what ends it (and lets the deletion take place).
export async function holdOpening(page) {
  await page.evaluate((name) => new Promise((resolve) => {
    indexedDB.open(name).onsuccess = ({ target }) => {
      globalThis.stubborn = target.result;
      indexedDB.deleteDatabase(name).onblocked = resolve;
    };
  }), database);
  return () => page.evaluate(() => globalThis.stubborn.close());
}

// As "clear site data" does: open connections are closed from outside.
export async function deleteStored(page, site) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(site.url).origin, storageTypes: 'indexeddb' });
}

export async function limitRoom(page, site, bytes) {
  const devtools = await page.context().newCDPSession(page);
  const { origin } = new URL(site.url);
  await devtools.send('Storage.overrideQuotaForOrigin', bytes === null ? { origin } : { origin, quotaSize: bytes });
}

export async function freeze(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  return () => devtools.send('Page.setWebLifecycleState', { state: 'active' });
}
