// The main thread's work while something is done to a page, from Chromium's own trace: what each task took of the clock
// (ms) and of the processor (cpuMs; other programs on the machine do not count). Limits: Chromium; one page a browser.

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

async function traced(page, act) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories } });
  try {
    await act();
  } finally {
    const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
  }
  return events;
}

const took = ({ ts, dur, tdur }) => ({ startMs: ts / 1000, ms: dur / 1000, cpuMs: (tdur ?? 0) / 1000 });

// Resolves to { frames, tasks }: the app's animation frame callbacks (those of the test driver are left out), and all
// tasks of the thread that ran them.
export async function mainThread(page, act) {
  const events = await traced(page, act);
  const whole = events.filter(({ ph }) => ph === 'X');
  const isOurs = (event) => event.name === 'FunctionCall' && /\/assets\/boot-/.test(event.args.data?.url ?? '');
  const calls = whole.filter(isOurs);
  if (calls.length === 0) throw new Error('the trace holds no call of the app');
  const [{ pid, tid }] = calls;
  const onThread = (name) => whole.filter((event) => event.name === name && event.pid === pid && event.tid === tid);
  const starts = calls.map(({ ts }) => ts).sort((a, b) => a - b);
  const holdsCall = ({ ts, dur }) => starts.some((start) => start >= ts && start <= ts + dur);
  return { frames: onThread('FireAnimationFrame').filter(holdsCall).map(took), tasks: onThread('RunTask').map(took) };
}

// The processor time (ms) of the tasks of the page's main thread that lie in one of the ranges, [first, last] names of
// performance.mark(), each set once by the page; the tasks that hold the marks are counted whole.
export async function mainThreadIn(page, ranges, act) {
  const events = await traced(page, act);
  const mark = (name) => {
    const found = events.find((event) => event.name === name && event.cat.includes('blink.user_timing'));
    if (!found) throw new Error(`the trace holds no mark ${name}`);
    return found;
  };
  const times = ranges.map(([first, last]) => [mark(first).ts, mark(last).ts]);
  const { pid, tid } = mark(ranges[0][0]);
  const tasks = events.filter((event) => event.name === 'RunTask' && event.ph === 'X' && event.pid === pid && event.tid === tid);
  const counted = tasks.filter(({ ts, dur }) => times.some(([first, last]) => ts + dur >= first && ts <= last));
  return counted.map(took).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}
