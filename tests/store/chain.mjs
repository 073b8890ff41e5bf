// A writing load whose state after any number of steps is known beforehand, and the check that a reopened database holds
// such a state: whatever was saved is there, no step is there by half, none is missing in between.
// Limits: plain functions without a browser or Node; SQL that any SQLite with JSON runs; one writer at a time.

const modulus = 2147483647;
const spots = 64;
const pruneEvery = 50;
const kept = 150;
// The pages of a large body go into records of their own, not into a log.
const largeEvery = 37;
const vacuumEvery = 90;

// Row n holds this number, made of that of row n-1: a row in a wrong place or of another history does not fit.
const nextLink = (link, n) => (link * 48271 + n) % modulus;
const scatter = (seed, n) => (((seed % modulus) * 16807 + n * 69621) % modulus * 48271) % modulus;

const bodySql = (units, link) => `replace(hex(zeroblob(${units})), '00', printf('%016x', ${link}))`; // 16 characters a unit
const unitsOf = (seed, n) => (n % largeEvery === 0 ? 9000 + scatter(seed, n) % 4000 : 1 + scatter(seed, n) % 120);

export const beginning = `
  BEGIN IMMEDIATE;
  CREATE TABLE IF NOT EXISTS chain(n INTEGER PRIMARY KEY, link INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS spot(id INTEGER PRIMARY KEY, n INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS spot_by_body ON spot(body);
  CREATE TABLE IF NOT EXISTS counter(id INTEGER PRIMARY KEY, value INTEGER NOT NULL, seed INTEGER NOT NULL);
  COMMIT`;

// The transaction that makes state n of state n-1; what it writes depends on what it reads. n starts with 1.
export function step(seed, n) {
  const previous = n === 1 ? String(seed % modulus) : `(SELECT link FROM chain WHERE n = ${n - 1})`;
  const link = `((${previous} * 48271 + ${n}) % ${modulus})`;
  const own = `(SELECT link FROM chain WHERE n = ${n})`;
  const lines = [
    'BEGIN IMMEDIATE',
    `INSERT INTO chain VALUES(${n}, ${link}, '')`,
    `UPDATE chain SET body = ${bodySql(unitsOf(seed, n), 'link')} WHERE n = ${n}`,
    `INSERT OR REPLACE INTO spot VALUES(${scatter(seed, n) % spots}, ${n}, printf('%016x', ${own}))`,
    `INSERT INTO counter VALUES(1, 1, ${seed}) ON CONFLICT(id) DO UPDATE SET value = value + 1`,
  ];
  if (n % pruneEvery === 0) lines.push(`DELETE FROM chain WHERE n <= ${n - kept}`);
  lines.push('COMMIT');
  return lines.join('; ');
}

// Shrinks the file, changes no state; to be run by itself after step n, or null.
export const tidying = (n) => (n % vacuumEvery === 0 ? 'VACUUM' : null);

// Questions that answer with one text each.
const questions = {
  tables: "SELECT count(*) FROM sqlite_schema WHERE name IN ('chain', 'spot', 'counter')",
  integrity: 'PRAGMA integrity_check',
  counter: "SELECT value || ' ' || seed FROM counter",
  chain: `SELECT group_concat(n || ' ' || link || ' ' || (length(body) / 16) || ' ' || (body = ${bodySql('length(body) / 16', 'link')}))
          FROM (SELECT * FROM chain ORDER BY n)`,
  spots: "SELECT group_concat(id || ' ' || n || ' ' || body) FROM (SELECT * FROM spot ORDER BY id)",
};

// ask(sql) → the first value of the answer as text, or "error: …"; may be a promise.
// Resolves to { reached, fault }: how many steps the state holds, and what is wrong with it (null: nothing).
export async function examine(seed, ask) {
  const answers = {};
  for (const [name, sql] of Object.entries(questions)) {
    answers[name] = String(await ask(sql) ?? '');
    if (name === 'integrity' && answers.integrity !== 'ok') return { reached: 0, fault: `integrity_check: ${answers.integrity.slice(0, 200)}` };
    if (answers.tables !== '3') return answers.tables === '0' ? { reached: 0, fault: null } : { reached: 0, fault: `tables: ${answers.tables}` };
    if (answers[name].startsWith('error')) return { reached: 0, fault: `${name}: ${answers[name]}` };
  }
  const reached = Number(answers.counter.split(' ')[0] || 0);
  return { reached, fault: difference(seed, reached, answers) };
}

// What differs from the state after `reached` steps, in words; null if nothing does.
function difference(seed, reached, { chain, spots: spotsFound, counter }) {
  if (reached > 0 && counter !== `${reached} ${seed}`) return `the counter reads ${counter}`;
  const links = [seed % modulus];
  for (let n = 1; n <= reached; n += 1) links.push(nextLink(links[n - 1], n));
  const hex = (link) => link.toString(16).padStart(16, '0');

  const first = Math.max(1, Math.floor(reached / pruneEvery) * pruneEvery - kept + 1);
  const rows = chain ? chain.split(',') : [];
  for (let n = first; n <= reached; n += 1) {
    const wanted = `${n} ${links[n]} ${unitsOf(seed, n)} 1`;
    if (rows[n - first] !== wanted) return `after ${reached} steps row ${n} of the chain should be "${wanted}" and is "${rows[n - first]}"`;
  }
  if (rows.length !== Math.max(0, reached - first + 1)) return `after ${reached} steps the chain has ${rows.length} rows`;

  const latest = new Map();
  for (let n = 1; n <= reached; n += 1) latest.set(scatter(seed, n) % spots, n);
  const wanted = [...latest].sort(([a], [b]) => a - b).map(([id, n]) => `${id} ${n} ${hex(links[n])}`).join();
  return spotsFound === wanted ? null : `after ${reached} steps the spots are ${spotsFound.slice(0, 300)}`;
}
