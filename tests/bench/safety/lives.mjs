// A seed's story: one disk, process after process that writes the steps of chain.mjs on it while it fails, each cut off at
// a random moment, each looked at when the next one has opened. What it tells is told to be true by tests/store/chain.mjs.
// Limits: time is real, so a seed repeats the faults but not the exact interleaving.
import { beginning, examine, step, tidying } from '../../store/chain.mjs';
import { randomFrom } from '../../store/kills.mjs';
import { Disk, noFaults, someFaults } from './disk.mjs';
import { Sandbox } from './sandbox.mjs';

const livesOfSeed = 4;
const mostMs = 4000;
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
const within = (promise, ms) => Promise.race([promise, pause(ms).then(() => { throw new Error('no answer'); })]);

// afterError: 'goes on' (with what the database shows) or 'reloads' (the page, at once). The latter is the careful user.
async function work(store, { seed, from, steps, random, afterError, note, onLastStep }) {
  let n = from;
  let errors = 0;
  for (let done = 0; done < steps;) {
    if (store.readOnly()) return;
    if (!store.mayWrite()) {
      await pause(3);
      continue;
    }
    try {
      if (n === 1) await store.step(beginning);
      if (done === steps - 1) onLastStep();
      const { saved } = await store.step(step(seed, n));
      const own = n;
      const noted = saved.then(() => note(own), () => {});
      const chance = random();
      if (chance < 0.3 && store.reportsSaved) await noted;
      else if (chance < 0.6) await pause(0);
      const tidy = tidying(n);
      n += 1;
      done += 1;
      errors = 0;
      if (tidy) await store.step(tidy);
    } catch (error) {
      errors += 1;
      if (afterError === 'reloads' || errors > 5) return;
      await pause(2);
      n = (Number(await store.ask('SELECT value FROM counter')) || 0) + 1;
    }
  }
}

// Resolves to { lost, torn, failed_to_open, steps, fault }.
export async function story(contender, seed, afterError) {
  const random = randomFrom(seed * 7919 + 13);
  const disk = new Disk(random);
  const result = { seed, steps: 0, lost: 0, torn: 0, failed_to_open: 0, fault: null };
  let savedUpTo = 0;
  for (let life = 0; life <= livesOfSeed && !result.fault; life += 1) {
    disk.full = false;
    disk.faults = noFaults;
    const sandbox = new Sandbox(disk);
    let store;
    try {
      store = await within(contender.open(sandbox), 5000);
    } catch (error) {
      result.failed_to_open = 1;
      result.fault = `life ${life}: ${error.message}`;
      await sandbox.end();
      break;
    }
    const found = await examine(seed, store.ask);
    judge(result, found, savedUpTo, life);
    savedUpTo = Math.max(savedUpTo, found.reached);
    result.steps = found.reached;
    if (!result.fault && life < livesOfSeed) {
      disk.faults = someFaults;
      const note = (n) => { if (!sandbox.ended) savedUpTo = Math.max(savedUpTo, n); };
      // The end comes while the last step is on its way, or a moment later; where no answer comes, when one loses patience.
      const lastStep = new Promise((onLastStep) => {
        const steps = 5 + Math.floor(random() * 40);
        work(store, { seed, from: found.reached + 1, steps, random, afterError, note, onLastStep }).catch(() => {}).finally(onLastStep);
      });
      await Promise.race([lastStep, pause(mostMs)]);
      await pause(random() * 10);
    }
    await sandbox.end();
    if (random() < 0.3) await openUnderFaults(contender, disk);
  }
  return { ...result, faults: disk.happened };
}

// A start that may fail and is cut off: it must not harm what is there.
async function openUnderFaults(contender, disk) {
  disk.faults = someFaults;
  const sandbox = new Sandbox(disk);
  contender.open(sandbox).catch(() => {});
  await pause(disk.random() * 60);
  await sandbox.end();
}

function judge(result, found, savedUpTo, life) {
  if (found.fault) {
    result.torn = 1;
    result.fault = `life ${life}: ${found.fault}`;
  } else if (found.reached < savedUpTo) {
    result.lost = 1;
    result.fault = `life ${life}: step ${savedUpTo} was reported saved, there are ${found.reached}`;
  }
}
