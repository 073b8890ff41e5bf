// The 16 parts of wa-sqlite's benchmark, after SQLite's own old speed test: the same statements every time. Numbers are
// random, texts are numbers in English words. Limits: SQL texts only; a part is run as one text of many statements.

const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

export function inWords(number) {
  if (number < 20) return small[number];
  const rest = (unit) => (number % unit ? ` ${inWords(number % unit)}` : '');
  if (number < 100) return tens[Math.floor(number / 10)] + rest(10);
  if (number < 1000) return `${small[Math.floor(number / 100)]} hundred${rest(100)}`;
  return `${inWords(Math.floor(number / 1000))} thousand${rest(1000)}`;
}

// mulberry32: small, seeded, good enough for numbers that only must not be in order.
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const times = (count, statement) => Array.from({ length: count }, (_, i) => statement(i)).join('\n');
const together = (statements) => `BEGIN;\n${statements}\nCOMMIT;`;

export function sixteenParts() {
  const random = randomNumbers(16);
  const insertInto = (table) => (i) => {
    const number = random(100_000);
    return `INSERT INTO ${table} VALUES(${i + 1}, ${number}, '${inWords(number)}');`;
  };
  const create = (table) => `CREATE TABLE ${table}(a INTEGER, b INTEGER, c VARCHAR(100));\n`;
  return [
    create('t1') + times(1000, insertInto('t1')),
    together(create('t2') + times(25_000, insertInto('t2'))),
    together(`${create('t3')}CREATE INDEX i3 ON t3(c);\n${times(25_000, insertInto('t3'))}`),
    together(times(100, (n) => `SELECT count(*), avg(b) FROM t2 WHERE b>=${n * 100} AND b<${n * 100 + 1000};`)),
    together(times(100, (n) => `SELECT count(*), avg(b) FROM t2 WHERE c LIKE '%${inWords(n + 1)}%';`)),
    'CREATE INDEX i2a ON t2(a);\nCREATE INDEX i2b ON t2(b);',
    together(times(5000, (n) => `SELECT count(*), avg(b) FROM t2 WHERE b>=${n * 100} AND b<${n * 100 + 100};`)),
    together(times(1000, (n) => `UPDATE t1 SET b=b*2 WHERE a>=${n * 10} AND a<${n * 10 + 10};`)),
    together(times(25_000, (n) => `UPDATE t2 SET b=${random(500_000)} WHERE a=${n + 1};`)),
    together(times(25_000, (n) => `UPDATE t2 SET c='${inWords(random(500_000))}' WHERE a=${n + 1};`)),
    together('INSERT INTO t1 SELECT b, a, c FROM t2;\nINSERT INTO t2 SELECT b, a, c FROM t1;'),
    'DELETE FROM t2 WHERE c LIKE \'%fifty%\';',
    'DELETE FROM t2 WHERE a>10 AND a<20000;',
    'INSERT INTO t2 SELECT * FROM t1;',
    together(`DELETE FROM t1;\n${times(12_000, insertInto('t1'))}`),
    'DROP TABLE t1;\nDROP TABLE t2;\nDROP TABLE t3;',
  ];
}
