// The suites of tools/test: what each builds first and how it runs. A suite whose folder holds no test is left out.
import fs from 'node:fs';
import path from 'node:path';

function testFiles(top, folder, ending) {
  const found = [];
  const walk = (directory) => {
    for (const entry of fs.readdirSync(path.join(top, directory), { withFileTypes: true })) {
      const name = `${directory}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'node_modules') walk(name);
      else if (entry.isFile() && entry.name.endsWith(ending)) found.push(name);
    }
  };
  if (fs.existsSync(path.join(top, folder))) walk(folder);
  return found.sort();
}

const nodeTests = (files, concurrency) =>
  ['node', '--test', '--test-reporter=tap', `--test-concurrency=${concurrency}`, ...files];

// lane: suites of one lane run one after the other; the lanes run side by side, so that a browser's waiting is used.
export function allSuites(top) {
  const native = (name, preset, env = {}) => ({
    name: `${name} (${preset})`, lane: 'native', kind: 'doctest', build: [preset, `test_${name}`],
    command: [`build/${preset}/tests/test_${name}`], env, exists: testFiles(top, `tests/${name}`, '.cpp').length > 0,
  });
  const wasm = (name) => ({
    name: `${name} (wasm)`, lane: 'web', kind: 'doctest', build: ['web', `test_${name}`],
    command: ['ctest', '--test-dir', 'build/web', '-V', '-R', `^${name}$`],
    exists: testFiles(top, `tests/${name}`, '.cpp').length > 0,
  });
  const scripts = (name, lane, files, rest) => ({
    name, lane, kind: 'nodeTest', command: nodeTests(files, 1), exists: files.length > 0, ...rest,
  });
  const check = (name) => ({ name, lane: 'native', kind: 'check', command: [`tools/${name}`], exists: true });

  const inBrowsers = testFiles(top, 'tests/e2e', '.test.mjs');
  const ofTool = testFiles(top, 'tests/cli', '.test.mjs');
  const inNode = testFiles(top, 'tests', '.test.mjs').filter((file) => !file.startsWith('tests/e2e/') && !ofTool.includes(file));
  return [
    check('check_layers'),
    check('check_texts'),
    native('unit', 'native-asan'),
    native('store', 'native-asan'),
    native('sync', 'native-asan'),
    native('ui', 'native-asan'),
    native('sync', 'native', { LEADKEEP_LAW_CASES: '2000' }),
    scripts('tool', 'native', ofTool, { build: ['native-asan', 'leadkeep'] }),
    scripts('web', 'native', inNode, { build: ['site'] }),
    { ...check('size_budget'), lane: 'web', build: ['site'] },
    scripts('e2e', 'web', inBrowsers, { build: ['site'] }),
    wasm('unit'),
    wasm('store'),
  ].filter((suite) => suite.exists);
}
