#!/usr/bin/env node
// tests/bench/store.mjs [--only NAME,…] [--rounds N]: the page store beside its rivals, every figure a ratio of works done in
// turns in one browser with a profile on disk (an incognito page's IndexedDB lies in memory). One JSON line a figure.
// Names: commits, mirror, parts, open. Needs the target bench_commits (tools/build_web bench_commits).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { launchProfile, startServer } from '../store/page_host.mjs';
import { option } from './figure.mjs';
import { commitFigures } from './store/commits.mjs';
import { mirrorFigures } from './store/mirror.mjs';
import { openingFigures } from './store/opening.mjs';
import { partFigures } from './store/parts.mjs';

const measurements = { commits: commitFigures, mirror: mirrorFigures, parts: partFigures, open: openingFigures };
const names = Object.keys(measurements);

function wanted() {
  const at = process.argv.indexOf('--only');
  if (at < 0) return names;
  const chosen = process.argv[at + 1].split(',');
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown) throw new Error(`there is no ${unknown}; there are: ${names.join(' ')}`);
  return names.filter((name) => chosen.includes(name));
}

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'leadkeep-bench-'));
// rounds: how often what is not said otherwise is repeated.
const server = await startServer();
const bench = { origin: server.origin, launch: () => launchProfile(profile), rounds: option('rounds', 5) };
try {
  for (const name of wanted()) await measurements[name](bench);
} finally {
  server.close();
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
