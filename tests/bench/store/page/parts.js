// In a page: the 16 parts, each in turn with every contender that is named.
import * as contenders from './contenders.js';
import { sixteenParts } from './sixteen_parts.js';

const opened = {};

// Each contender's ms until a part returned and until it was saved.
export async function runParts(names) {
  const took = {};
  for (const name of names) {
    opened[name] ??= await contenders[name]();
    took[name] = { returned: [], saved: [] };
  }
  for (const sql of sixteenParts()) {
    for (const name of names) {
      const { run, saved } = opened[name];
      const start = performance.now();
      await run(sql);
      took[name].returned.push(performance.now() - start);
      await saved();
      took[name].saved.push(performance.now() - start);
    }
  }
  return took;
}
