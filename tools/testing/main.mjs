// Builds and runs the suites of tools/test; a failure, of a build as well, never stops the others. Full output goes to
// build/test-logs/; what failed is told once more at the end, where it is looked for first.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { countsOf, failuresIn, filesOfFailed } from './counts.mjs';
import { allSuites } from './suites.mjs';

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const logs = path.join(top, 'build/test-logs');
const TIMEOUT_MS = 45 * 60_000;

// Resolves to { status, output }; a program that hangs is ended and counts as failed.
function run(command, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { cwd: top, env: { ...process.env, ...env }, detached: true });
    const chunks = [];
    const timer = setTimeout(() => {
      chunks.push(Buffer.from(`\nended after ${TIMEOUT_MS / 60_000} minutes\n`));
      process.kill(-child.pid, 'SIGKILL');
    }, TIMEOUT_MS);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const done = (status) => {
      clearTimeout(timer);
      resolve({ status, output: Buffer.concat(chunks).toString() });
    };
    child.on('error', (error) => { chunks.push(Buffer.from(String(error))); done(127); });
    child.on('close', (status) => done(status ?? 1));
  });
}

async function inTurn(...commands) {
  let output = '';
  for (const command of commands) {
    const step = await run(command);
    output += step.output;
    if (step.status !== 0) return { status: step.status, output };
  }
  return { status: 0, output };
}

// One preset is built by one Ninja at a time, all of its wanted targets at once, and only once.
const targetsOf = (suites, preset) =>
  [...new Set(suites.flatMap(({ builds }) => builds).filter(([of]) => of === preset).flatMap((build) => build.slice(1)))];

function builders(suites) {
  const made = new Map();
  const once = (key, make) => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key);
  };
  const native = (preset) => once(preset, () => {
    const configured = fs.existsSync(path.join(top, 'build', preset, 'build.ninja'));
    const build = ['cmake', '--build', `build/${preset}`, '--target', ...targetsOf(suites, preset), '--', '-k', '0'];
    return configured ? inTurn(build) : inTurn(['cmake', '--preset', preset], build);
  });
  const site = () => once('site', () => inTurn(['tools/build_web', 'leadkeep_web'], ['tools/package']));
  // The site first: the browsers wait for it.
  const web = () => once('web', async () => {
    if (suites.some(({ builds }) => builds.some(([of]) => of === 'site'))) await site();
    return inTurn(['tools/build_web', ...targetsOf(suites, 'web')]);
  });
  const alone = (preset, targets) =>
    inTurn(preset === 'web' ? ['tools/build_web', ...targets] : ['cmake', '--build', `build/${preset}`, '--target', ...targets]);
  return async ({ builds }) => {
    for (const [of, ...targets] of builds) {
      let result = await (of === 'site' ? site() : of === 'web' ? web() : native(of));
      // Another suite's target may be the one that failed; the rest of this one's is built by now.
      if (result.status !== 0 && of !== 'site') result = await alone(of, targets);
      if (result.status !== 0) return result;
    }
    return { status: 0, output: '' };
  };
}

// A browser on a starved machine fails now and then for no fault of ours: the files of what failed run once more, and
// what fails again has failed. What did not is told, since it may hide a race of our own.
async function runAgain(suite, first) {
  const files = first.counts.failed ? filesOfFailed(first.output) : [];
  if (!files.length) return first;
  const second = await run([...suite.command.filter((word) => !word.endsWith('.test.mjs')), ...files], suite.env);
  const failed = countsOf(suite.kind, second.output, second.status).failed;
  console.log(`${suite.name}: ${first.counts.failed} failed at first, ${failed} again; at first:\n${failuresIn(suite.kind, first.output)}\n`);
  const total = first.counts.passed + first.counts.failed;
  return { counts: { passed: Math.max(0, total - failed), failed }, output: `${first.output}\nonce more:\n${second.output}`, failures: failuresIn(suite.kind, second.output) };
}

async function runSuite(suite, built) {
  const started = Date.now();
  const build = await built(suite);
  let counts = { passed: 0, failed: 1 };
  let output = `The build failed.\n${build.output}`;
  let failures = failuresIn(suite.kind, output);
  if (build.status === 0) {
    const result = await run(suite.command, suite.env);
    const first = { counts: countsOf(suite.kind, result.output, result.status), output: result.output, failures: failuresIn(suite.kind, result.output) };
    ({ counts, output, failures } = suite.twice ? await runAgain(suite, first) : first);
  }
  fs.writeFileSync(path.join(logs, `${suite.name.replace(/[^\w-]+/g, '_')}.log`), output);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${suite.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return { ...counts, failures: counts.failed ? `${suite.name}:\n${failures}` : '' };
}

async function main(names) {
  const suites = allSuites(top).filter(({ name }) => names.length === 0 || names.some((wanted) => name.includes(wanted)));
  if (suites.length === 0) {
    console.error(`test: no suite has ${names.join(' or ')} in its name; there are: ${allSuites(top).map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  fs.mkdirSync(logs, { recursive: true });
  const built = builders(suites);
  const runLane = async (lane) => {
    const results = [];
    for (const suite of suites.filter((one) => one.lane === lane)) results.push(await runSuite(suite, built));
    return results;
  };
  const sideBySide = await Promise.all(['native', 'web'].map(runLane));
  const counts = [...sideBySide.flat(), ...await runLane('browser')];
  for (const { failures } of counts.filter((one) => one.failures)) console.log(`\n${failures}\n`);
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('failed') ? 1 : 0);
}

await main(process.argv.slice(2));
