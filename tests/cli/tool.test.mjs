// The native tool as a script uses it: words in, exit status and streams out. The tool's path may be given by LEADKEEP_TOOL.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';

const top = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const tool = process.env.LEADKEEP_TOOL ?? path.join(top, 'build/native-asan/src/leadkeep');
const data = (name) => path.join(top, 'tests/unit/data', name);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leadkeep-tool-'));
after(() => fs.rmSync(folder, { recursive: true }));

let databases = 0;
const database = () => path.join(folder, `${++databases}.db`);
const file = (name, text) => {
  const where = path.join(folder, name);
  fs.writeFileSync(where, text);
  return where;
};
function leadkeep(...words) {
  const { status, stdout, stderr } = spawnSync(tool, words, {
    encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, LANG: 'C', LC_ALL: 'C', LANGUAGE: '', TZ: 'UTC' },
  });
  return { status, out: stdout, err: stderr };
}
const done = (...words) => {
  const result = leadkeep(...words);
  assert.equal(result.status, 0, result.err);
  return result.out;
};
const small = () => file('small.csv', 'Title,First name,Phone,Amount,Status\nRoof,Anna,+7 912 000-11-22,100 EUR,In progress\nFence,Ivan,+7 912 000-11-33,,\n');

test('wrong usage is told apart from refused input', () => {
  const db = database();
  for (const words of [[], [db], [db, 'dance'], [db, 'import'], [db, 'export', 'xml'], [db, 'report'], [db, 'mode', 'odd'],
    [db, 'import', 'a.csv', '--as', 'pigeons'], [db, 'import', 'a.csv', '--duplicates'], [db, 'mode', 'classic', '--open-leads', 'keep'],
    [db, 'export', 'csv', '--since', '{}'], [db, 'check', 'twice'], [db, 'salvage'], [db, 'report', 'status', '--loud']]) {
    const result = leadkeep(...words);
    assert.equal(result.status, 2, words.join(' '));
    assert.match(result.err, /^Usage:/);
    assert.equal(result.out, '');
  }
  assert.ok(!fs.existsSync(db));
});

test('an import adds what the file holds, and reports count it', () => {
  const db = database();
  assert.equal(done(db, 'import', small()), '2 added\n');
  const lines = done(db, 'report', 'status').trimEnd().split('\n');
  assert.match(lines[0], /^Stage +Leads +Amount$/);
  assert.match(lines[1], /^Not processed +1$/);
  assert.match(lines[2], /^In progress +1 +€100$/);
  assert.match(done(db, 'report', 'source'), /Not set +2/);
  assert.equal(done(db, 'check'), 'Everything is in order\n');
});

test('the three real files arrive whole', () => {
  for (const [name, count] of [['contacts_en_500.csv', 500], ['bitrix24_leads_cp1251.csv', 300], ['bitrix24_leads_utf8_bom.csv', 300]]) {
    const db = database();
    assert.equal(done(db, 'import', data(name)), `${count} added\n`);
    assert.equal(done(db, 'check'), 'Everything is in order\n');
    assert.equal(done(db, 'export', 'csv').match(/\r\n|\n/g) !== null, true);
  }
});

test('a dry run tells the columns and changes nothing', () => {
  const db = database();
  const out = done(db, 'import', small(), '--dry-run');
  assert.match(out, /^Title -> title$/m);
  assert.match(out, /2 rows would be imported/);
  assert.ok(!fs.existsSync(db));
});

test('duplicates are skipped, merged or added as told', () => {
  const db = database();
  done(db, 'import', small());
  assert.match(leadkeep(db, 'import', small(), '--duplicates', 'skip').out, /2 skipped/);
  assert.match(done(db, 'import', small(), '--duplicates', 'merge'), /2 merged/);
  assert.equal(done(db, 'import', small(), '--duplicates', 'allow'), '2 added\n');
  assert.match(done(db, 'report', 'source'), /Not set +4/);
});

test('a refused file says where and what, and leaves no database behind', () => {
  const db = database();
  const broken = leadkeep(db, 'import', file('broken.csv', 'Title,Phone\nRoof,"+7 912\n'));
  assert.equal(broken.status, 1);
  assert.match(broken.err, /broken\.csv, line \d+/);
  assert.equal(leadkeep(db, 'import', path.join(folder, 'nothing.csv')).status, 1);
  assert.equal(leadkeep(db, 'sync', file('broken.json', '{"format": "leadkeep-sync", "rows": [')).status, 1);
  assert.ok(!fs.existsSync(db));
});

test('a refused file changes nothing in a database that is there', () => {
  const db = database();
  done(db, 'import', small());
  const before = done(db, 'export', 'json');
  assert.equal(leadkeep(db, 'import', file('broken.csv', 'Title,Phone\nRoof,"+7 912\n')).status, 1);
  assert.equal(leadkeep(db, 'sync', file('other.json', '{"format": "something"}')).status, 1);
  const rows = (text) => text.split('\n').filter((line) => line.startsWith('{"t"'));
  assert.deepEqual(rows(done(db, 'export', 'json')), rows(before));
});

test('a database that is not there is not made by looking at it', () => {
  const db = database();
  for (const words of [['check'], ['export', 'json'], ['report', 'status'], ['mode']]) assert.equal(leadkeep(db, ...words).status, 1);
  assert.ok(!fs.existsSync(db));
  const other = file('text.db', 'not a database at all, but a text that is long enough to be looked at as one');
  assert.equal(leadkeep(other, 'check').status, 1);
});

test('two databases that exchange files both ways end equal', () => {
  const [a, b] = [database(), database()];
  done(a, 'import', small());
  done(b, 'import', file('more.csv', 'Title,Phone\nKitchen,+7 912 000-11-44\n'));
  const exported = (db, name) => {
    const out = path.join(folder, name);
    done(db, 'export', 'json', '-o', out);
    return out;
  };
  const summary = JSON.parse(done(b, 'sync', exported(a, 'a.json')));
  assert.equal(summary.records.new, 2);
  done(a, 'sync', exported(b, 'b.json'));
  done(b, 'sync', exported(a, 'a2.json'));
  const rows = (db) => done(db, 'export', 'json').split('\n').filter((line) => line.startsWith('{"t"')).map((line) => line.replace(/,$/, ''));
  assert.deepEqual(rows(a), rows(b));
  assert.equal(JSON.parse(done(b, 'sync', exported(a, 'a3.json'))).new, 0);
  assert.equal(leadkeep(b, 'import', exported(a, 'a4.json')).status, 1);
  for (const db of [a, b]) assert.equal(leadkeep(db, 'check').err, '');
});

test('the mode is told, switched, and never converts leads without a word', () => {
  const db = database();
  done(db, 'import', small());
  assert.equal(done(db, 'mode'), 'classic\n');
  const asked = leadkeep(db, 'mode', 'simple');
  assert.equal(asked.status, 1);
  assert.match(asked.err, /Roof/);
  assert.match(asked.err, /--open-leads convert/);
  assert.equal(done(db, 'mode'), 'classic\n');
  assert.equal(done(db, 'mode', 'simple', '--open-leads', 'keep'), 'simple\n');
  assert.equal(done(db, 'mode', 'classic'), 'classic\n');
  assert.match(done(db, 'report', 'status'), /In progress +1/);
  assert.equal(done(db, 'mode', 'simple', '--open-leads', 'convert'), 'simple\n');
  assert.match(done(db, 'report', 'status'), /New +2 +€100/);
  assert.equal(done(db, 'check'), 'Everything is in order\n');
});

test('many open leads are converted as well', () => {
  const db = database();
  done(db, 'import', data('bitrix24_leads_utf8_bom.csv'));
  done(db, 'mode', 'simple', '--open-leads', 'convert');
  assert.match(done(db, 'report', 'status'), /Deals/);
  assert.equal(done(db, 'check'), 'Everything is in order\n');
});

test('a pipe that is closed early is no crash', () => {
  const db = database();
  done(db, 'import', data('contacts_en_500.csv'));
  execFileSync('sh', ['-c', `"${tool}" "${db}" export csv | head -1 > /dev/null`]);
});

test('a damaged database gives back what can be read, into a file of its own', () => {
  const db = database();
  done(db, 'import', data('contacts_en_500.csv'));
  const bytes = fs.readFileSync(db);
  const before = Buffer.from(bytes);
  const pages = bytes.length / 4096;
  for (const page of [0, Math.floor(pages / 3), Math.floor(pages / 2)]) bytes.fill(0, page * 4096, (page + 1) * 4096); // the first one as well
  fs.writeFileSync(db, bytes);
  assert.equal(leadkeep(db, 'check').status, 1);
  const out = database();
  const told = done(db, 'salvage', out);
  const [, read] = told.match(/^(\d+) leads can be read/m);
  assert.ok(Number(read) > 400 && Number(read) <= 500, told);
  assert.equal(done(out, 'check'), 'Everything is in order\n');
  assert.ok(done(out, 'export', 'csv').split('\r\n').length > Number(read));
  assert.deepEqual(fs.readFileSync(db), bytes, 'the damaged file stays as it was');
  assert.match(leadkeep(db, 'salvage', out).err, /is there already/);
  fs.writeFileSync(db, before);
  assert.match(done(db, 'salvage', database()), /^500 leads can be read$/m);
  assert.equal(leadkeep(file('text.db', 'not a database'), 'salvage', database()).status, 1);
});
