// In a page: fills a database for opening it, and reads its records without it.

// Rows as a CRM has them, saved in commits of some megabytes, until the file is large enough.
export async function fill(megabytes) {
  const { ours } = await import('./contenders.js');
  const { run } = ours();
  run('CREATE TABLE leads(id INTEGER PRIMARY KEY, name TEXT, phone TEXT, email TEXT, note TEXT)');
  while (Number(run('PRAGMA page_count')) * 4096 < megabytes * 1e6) {
    run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO leads(name, phone, email, note) SELECT printf('Lead %d', abs(random() % 1000000)),
        printf('+49 30 %08d', abs(random() % 100000000)), printf('lead.%d@example.com', abs(random() % 1000000)),
        printf('Met at the fair in hall %d; wants an offer for %d seats until %s. ', i % 9, abs(random() % 1000), date('now'))
        || hex(randomblob(90)) FROM n`);
    await globalThis.store.whenSaved();
  }
}

const answered = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

// Every record in one call: as fast as any plain way that reads them all.
export async function readRaw(name) {
  const start = performance.now();
  const connection = await answered(indexedDB.open(name));
  const values = await answered(connection.transaction('records').objectStore('records').getAll());
  const ms = performance.now() - start;
  const keys = await answered(connection.transaction('records').objectStore('records').getAllKeys());
  const bytes = values.reduce((sum, value) => sum + value.length, 0);
  return { ms, bytes, records: keys.length, logRecords: keys.filter((key) => key.startsWith('log/')).length };
}
