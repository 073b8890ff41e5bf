// web/record_store.js on a real IndexedDB: what the C++ side relies on, and what browsers do to connections.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { options, testBrowser } from './test_browser.mjs';

const host = testBrowser();

// Runs `work` in a fresh page with a RecordStore `records` on a fresh database, and `run`, `load`, `outcome`, `bytes`.
async function inPage(t, work, argument) {
  const context = await host.context(t);
  const page = await host.page(context);
  return await page.evaluate(async ({ source, argument: given }) => {
    const { RecordStore, outcome } = await import('/web/record_store.js');
    const records = new RecordStore('test');
    const run = (task, store = records) => new Promise((resolve) => {
      store.run({ expected: { key: 'head', value: null }, puts: [], deletes: [], strict: false, ...task }, resolve);
    });
    const load = (ranges, store = records) => new Promise((resolve) => {
      const found = [];
      store.load(ranges, (key, value) => found.push([key, [...value]]), (answer) => resolve({ ...answer, found }));
    });
    const bytes = (...values) => Uint8Array.from(values);
    // eslint-disable-next-line no-new-func
    const body = new Function('RecordStore', 'outcome', 'records', 'run', 'load', 'bytes', 'given', `return (${source})(given)`);
    return body(RecordStore, outcome, records, run, load, bytes, given);
  }, { source: work.toString(), argument });
}

/* global run, load, records, outcome, bytes, RecordStore, given */

test('a transaction goes through when the head reads as expected, and is there afterwards', options, async (t) => {
  const result = await inPage(t, async () => {
    const first = await run({ puts: [{ key: 'head', value: bytes(1) }, { key: 'log/1', value: bytes(7, 8) }] });
    const second = await run({
      expected: { key: 'head', value: bytes(1) }, puts: [{ key: 'head', value: bytes(2) }], deletes: ['log/1'], strict: true,
    });
    return { first: first.outcome, second: second.outcome, all: await load([{ first: '', last: 'z' }]) };
  });
  assert.deepEqual(result, { first: 0, second: 0, all: { outcome: 0, detail: '', found: [['head', [2]]] } });
});

test('a transaction that finds another head writes nothing and says what it found', options, async (t) => {
  const result = await inPage(t, async () => {
    await run({ puts: [{ key: 'head', value: bytes(1) }] });
    const stale = await run({ expected: { key: 'head', value: bytes(9) }, puts: [{ key: 'log/1', value: bytes(7) }], deletes: ['head'] });
    const fresh = await run({ puts: [{ key: 'log/1', value: bytes(7) }] });
    return {
      stale: stale.outcome, found: [...stale.found], fresh: fresh.outcome, all: (await load([{ first: '', last: 'z' }])).found,
    };
  });
  assert.deepEqual(result, { stale: 1, found: [1], fresh: 1, all: [['head', [1]]] });
});

test('a transaction of many megabytes is one, and lets the page draw in between', options, async (t) => {
  const result = await inPage(t, async () => {
    const large = (count) => Array.from({ length: count }, (_, at) => ({ key: `log/${String(at).padStart(4, '0')}`, value: new Uint8Array(60 * 1024).fill(at) }));
    let turns = 0;
    const count = () => { turns += 1; requestAnimationFrame(count); };
    requestAnimationFrame(count);
    const whole = await run({ puts: [...large(200), { key: 'head', value: bytes(1) }], deletes: ['log/0199'] });
    const { found } = await load([{ first: 'head', last: 'z' }]);
    // The same again from a stale head: nothing of it stays.
    const stale = await run({ expected: { key: 'head', value: bytes(9) }, puts: large(200).map(({ key, value }) => ({ key: `x${key}`, value })) });
    const rest = await load([{ first: 'x', last: 'z' }]);
    return {
      whole: whole.outcome, count: found.length, right: found.slice(1).every(([, value], at) => value.length === 60 * 1024 && value[5] === at % 256),
      stale: stale.outcome, rest: rest.found.length, drew: turns > 0,
    };
  });
  assert.deepEqual(result, { whole: 0, count: 200, right: true, stale: 1, rest: 0, drew: true });
});

for (const way of ['getAllRecords', 'keys and values apart']) {
  test(`ranges arrive whole and in order, also when they are longer than one batch (${way})`, options, async (t) => {
    const result = await inPage(t, async (readsApart) => {
      if (readsApart) delete IDBObjectStore.prototype.getAllRecords;
      const puts = [{ key: 'head', value: bytes(1) }];
      for (let at = 0; at < 300; at += 1) puts.push({ key: `log/${String(at).padStart(4, '0')}`, value: bytes(at % 256) });
      await run({ puts });
      const { found } = await load([{ first: 'log/', last: 'log0' }, { first: 'none/', last: 'none0' }, { first: 'head', last: 'head0' }]);
      return { count: found.length, ordered: found.slice(0, 300).every(([, [value]], at) => value === at % 256), last: found[300][0] };
    }, way !== 'getAllRecords');
    assert.deepEqual(result, { count: 301, ordered: true, last: 'head' });
  });
}

test('what is copied is read before it is replaced, and a range that must be empty is looked at', options, async (t) => {
  const result = await inPage(t, async () => {
    const puts = [];
    for (let at = 0; at < 100; at += 1) puts.push({ key: `extent/${String(at).padStart(3, '0')}`, value: bytes(at) });
    await run({ puts: [...puts, { key: 'head', value: bytes(1) }] });
    const expected = { key: 'head', value: bytes(1) };
    const all = { first: 'extent/', last: 'extent0' };
    const refused = await run({ expected, absent: all, puts: [{ key: 'head', value: bytes(2) }] });
    const copies = [...puts.map(({ key }) => ({ from: key, to: `kept/${key}` })), { from: 'nothing', to: 'kept/nothing' }];
    const done = await run({
      expected, absent: { first: 'log/', last: 'log0' }, copies, ranges: [{ first: 'extent/05', last: 'extent/06' }], puts: [{ key: 'extent/000', value: bytes(77) }],
    });
    const { found } = await load([all, { first: 'kept/', last: 'kept0' }]);
    const kept = found.filter(([key]) => key.startsWith('kept/'));
    return {
      refused: refused.outcome, found: [...refused.found], done: done.outcome, extents: found.length - kept.length, first: found[0][1][0],
      kept: kept.length, rightly: kept.every(([, [value]], at) => value === at),
    };
  });
  assert.deepEqual(result, { refused: 1, found: [1], done: 0, extents: 90, first: 77, kept: 100, rightly: true });
});

test('a connection that somebody forces to close is opened again', options, async (t) => {
  const result = await inPage(t, async () => {
    await run({ puts: [{ key: 'head', value: bytes(1) }] });
    records.connection.close();
    const onClosed = await run({ expected: { key: 'head', value: bytes(1) }, puts: [{ key: 'head', value: bytes(2) }] });
    const again = await run({ expected: { key: 'head', value: bytes(1) }, puts: [{ key: 'head', value: bytes(2) }] });
    return [onClosed.outcome === outcome.connection, again.outcome];
  });
  assert.deepEqual(result, [true, 0]);
});

test('deleting the database from elsewhere is not held up, and shows as a head that is missing', options, async (t) => {
  const result = await inPage(t, async () => {
    await run({ puts: [{ key: 'head', value: bytes(1) }] });
    await new Promise((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase('test');
      deletion.onsuccess = resolve;
      deletion.onblocked = () => reject(new Error('blocked'));
    });
    const next = await run({ expected: { key: 'head', value: bytes(1) }, puts: [{ key: 'head', value: bytes(2) }] });
    return [next.outcome, next.found === undefined];
  });
  assert.deepEqual(result, [1, true]);
});

test('a browser without IndexedDB is said to be unavailable', options, async (t) => {
  const result = await inPage(t, async () => {
    const missing = new RecordStore('test', null);
    const refusing = new RecordStore('test', { open() { throw new DOMException('denied', 'SecurityError'); } });
    return [(await run({}, missing)).outcome, (await load([], refusing)).outcome].map((kind) => kind === outcome.unavailable);
  });
  assert.deepEqual(result, [true, true]);
});

test('a full disk is told from a passing failure', options, async (t) => {
  const result = await inPage(t, async () => {
    const failing = (name) => new RecordStore('test', {
      open() {
        const request = { error: new DOMException('no', name) };
        queueMicrotask(() => request.onerror());
        return request;
      },
    });
    return [(await run({}, failing('QuotaExceededError'))).outcome, (await run({}, failing('UnknownError'))).outcome];
  });
  assert.deepEqual(result, [4, 3]);
});

// The watchdog's patience costs a hundredth of its time here.
const hurry = () => {
  const usual = globalThis.setInterval;
  globalThis.setInterval = (call, ms) => usual(call, ms / 100);
};

test('a transaction that is never answered is given up, leaves nothing behind, and the next one works', options, async (t) => {
  const result = await inPage(t, async ({ hurry: source }) => {
    (0, eval)(`(${source})()`);
    await run({ puts: [{ key: 'head', value: bytes(1) }] });
    // Another page of the site is in the midst of a transaction, and stays there.
    const other = await new Promise((resolve) => { indexedDB.open('test').onsuccess = ({ target }) => resolve(target.result); });
    let holding = true;
    const holder = other.transaction('records', 'readwrite').objectStore('records');
    (function hold() { if (holding) holder.get('nothing').onsuccess = hold; }());
    const stuck = await run({ expected: { key: 'head', value: bytes(1) }, puts: [{ key: 'head', value: bytes(2) }, { key: 'log/1', value: bytes(7) }] });
    const unread = await load([{ first: '', last: 'z' }]);
    holding = false;
    const next = await run({ expected: { key: 'head', value: bytes(1) }, puts: [{ key: 'head', value: bytes(3) }] });
    return { stuck: stuck.outcome, unread: unread.outcome, next: next.outcome, all: (await load([{ first: '', last: 'z' }])).found };
  }, { hurry: hurry.toString() });
  assert.deepEqual(result, { stuck: 6, unread: 6, next: 0, all: [['head', [3]]] });
});

test('an opening that is never answered is given up, and a later one works', options, async (t) => {
  const result = await inPage(t, async ({ hurry: source }) => {
    (0, eval)(`(${source})()`);
    // A connection that does not let go and a deletion that waits for it: openings wait behind both.
    const stubborn = await new Promise((resolve) => { indexedDB.open('test').onsuccess = ({ target }) => resolve(target.result); });
    await new Promise((resolve) => { indexedDB.deleteDatabase('test').onblocked = resolve; });
    const stuck = await run({ puts: [{ key: 'head', value: bytes(1) }] });
    stubborn.close();
    const next = await run({ puts: [{ key: 'head', value: bytes(2) }] });
    return { stuck: stuck.outcome, next: next.outcome, all: (await load([{ first: '', last: 'z' }])).found };
  }, { hurry: hurry.toString() });
  assert.deepEqual(result, { stuck: 6, next: 0, all: [['head', [2]]] });
});
