// Opening a database of 20 and of 100 MB until its first query is answered, beside one getAll of the very records that it
// reads, each in a page and process of its own, in turns. Limits: the module is compiled before the time runs, as a page's
// other scripts are; the system's file cache is warm for both.
import { openStore } from '../../store/page_host.mjs';
import { figure, median, medianRatio, rounded } from '../figure.mjs';
import { callIn, inFreshPage, openNewStore } from './pages.mjs';

const sizes = [20, 100];
const nameOf = (megabytes) => `bench-open-${megabytes}`;
const firstQuery = 'SELECT name FROM leads WHERE id = 777';

async function openOurs(page, name) {
  const opened = await openStore(page, name, firstQuery);
  if (opened.fault || !opened.answer.startsWith('Lead ')) throw new Error(opened.fault ?? opened.answer);
  return opened;
}

const readRecords = (page, name) => callIn(page, 'opening', 'readRaw', name);

async function fillAll({ launch, origin }) {
  const browser = await launch();
  for (const megabytes of sizes) {
    await inFreshPage(browser, origin, async (page) => {
      await openNewStore(page, nameOf(megabytes));
      await callIn(page, 'opening', 'fill', megabytes);
    });
  }
  await browser.close();
}

export async function openingFigures({ launch, origin, rounds }) {
  await fillAll({ launch, origin });
  const browser = await launch();
  const works = [['ours', openOurs], ['raw', readRecords]];
  const results = sizes.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, megabytes] of sizes.entries()) {
      const one = {};
      // Who comes second finds the records in the browser's cache, so they take turns at that too.
      for (const [key, work] of round % 2 === 0 ? works : [...works].reverse()) {
        one[key] = await inFreshPage(browser, origin, (page) => work(page, nameOf(megabytes)));
      }
      results[at].push(one);
    }
  }
  await browser.close();
  for (const [at, megabytes] of sizes.entries()) tell(megabytes, results[at]);
}

function tell(megabytes, results) {
  const ours = (one) => one.ours.ms;
  const raw = (one) => one.raw.ms;
  const { bytes, records, logRecords } = results[0].raw;
  figure({
    name: `open_${megabytes}`, value: medianRatio(results, ours, raw), unit: 'ratio', against: 'one getAll of the same records', bound: 1.3,
    measured: 'from the call to open until the first query is answered',
    ms: rounded(median(results.map(ours))), against_ms: rounded(median(results.map(raw))),
    all_ms: results.map((one) => [rounded(ours(one)), rounded(raw(one))]),
    megabytes: rounded(bytes / 1e6), records, log_records: logRecords, rounds: results.length,
  });
}
