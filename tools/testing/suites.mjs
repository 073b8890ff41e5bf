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

// lane: suites of one lane run one after the other; the lanes run side by side, so that a browser's waiting is used;
// the lane `browser` comes after all others, since a browser starved by compilers fails for no fault of ours.
// twice: what fails is tried once more; for browsers.
// builds: what must be built before, [preset, targets…] or ['site'], the finished dist/.
export function allSuites(top) {
  const native = (name, preset) => ({
    name: `${name} (${preset})`, lane: 'native', kind: 'doctest', builds: [[preset, `test_${name}`]],
    command: [`build/${preset}/tests/test_${name}`], exists: testFiles(top, `tests/${name}`, '.cpp').length > 0,
  });
  const wasm = (name) => ({
    name: `${name} (wasm)`, lane: 'web', kind: 'doctest', builds: [['web', `test_${name}`]],
    command: ['ctest', '--test-dir', 'build/web', '-V', '-R', `^${name}$`],
    exists: testFiles(top, `tests/${name}`, '.cpp').length > 0,
  });
  const scripts = (name, folder, lane, builds) => {
    const files = testFiles(top, folder, '.test.mjs');
    return {
      name, lane, kind: 'nodeTest', builds, exists: files.length > 0, twice: lane === 'browser',
      command: ['node', '--test', '--test-reporter=tap', '--test-concurrency=1', ...files],
    };
  };
  const check = (name, lane, builds) => ({ name, lane, kind: 'check', builds, command: [`tools/${name}`], exists: true });

  return [
    check('check_layers', 'native', []),
    check('check_texts', 'native', []),
    scripts('web', 'tests/unit/web', 'native', []),
    native('unit', 'native-asan'),
    native('store', 'native-asan'),
    native('sync', 'native-asan'),
    native('ui', 'native-asan'),
    scripts('cli', 'tests/cli', 'native', [['native-asan', 'leadkeep']]),
    native('sync', 'native'), // optimised, with ten times as many cases of each law
    check('size_budget', 'web', [['site']]),
    scripts('e2e', 'tests/e2e', 'browser', [['site']]),
    scripts('store in Chromium', 'tests/store', 'browser', [['web', 'bench_commits']]),
    wasm('unit'),
    wasm('store'),
  ].filter((suite) => suite.exists);
}
