// In a page: commits through the page store and through IDBMirrorVFS, and raw puts beside them.
import { idbMirror, idbMirrorAsyncify, ours, randomRecord, rawPuts, timed } from './contenders.js';

const insert = 'INSERT INTO t1(a, b, c) VALUES(12345, 67890, \'twelve thousand three hundred forty-five\')';
const small = { ours: ours(), mirror: await idbMirror(), mirrorAsyncify: await idbMirrorAsyncify() };
const large = { ours: small.ours, mirror: small.mirror };
const putRaw = await rawPuts();
let rawPutsDone = 0;

// A row fills its page, so that a change of every row makes as many pages dirty.
export async function prepare(pages) {
  for (const { run, saved } of Object.values(small)) {
    await run(`CREATE TABLE t1(a INTEGER, b INTEGER, c VARCHAR(100)); CREATE TABLE large(id INTEGER PRIMARY KEY, n INTEGER, filler BLOB);
      WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < ${pages})
      INSERT INTO large SELECT x, 0, randomblob(4000) FROM i`);
    await saved();
  }
}

const inOrder = (contenders, reversed) => (reversed ? Object.entries(contenders).reverse() : Object.entries(contenders));

export async function smallCommits({ count, reversed, rawBytes }) {
  const took = { ours: 0, mirror: 0, mirrorAsyncify: 0, raw: 0 };
  for (let i = 0; i < count; i += 1) {
    for (const [name, { run, saved }] of inOrder(small, reversed)) {
      took[name] += await timed(async () => {
        await run(insert);
        await saved();
      });
    }
    const value = randomRecord(rawBytes);
    took.raw += await timed(() => putRaw(value, `log/${rawPutsDone += 1}`));
  }
  return took;
}

// Each finds its store at rest, as after a person's last change: ours has folded its log by then.
const restMs = 1500;

export async function largeCommit({ reversed }) {
  await new Promise((resolve) => { setTimeout(resolve, restMs); });
  const took = {};
  for (const [name, { run, saved }] of inOrder(large, reversed)) {
    await run('BEGIN; UPDATE large SET n = n + 1');
    took[name] = await timed(async () => {
      await run('COMMIT');
      await saved();
    });
  }
  return took;
}
