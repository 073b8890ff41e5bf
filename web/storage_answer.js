// How a request to IndexedDB ended: in the terms of platform::StorageOutcome, exactly once, whatever the browser does. It may
// never answer, close the connection, or say that it has no room. Limits: no retry here (the C++ side decides).

// As platform::StorageOutcome.
export const outcome = Object.freeze({
  done: 0, mismatch: 1, aborted: 2, connection: 3, full: 4, unavailable: 5, timeout: 6, unreadable: 7,
});

// No answer for this long, looked at in several ticks: after a computer's sleep all timers come due at once, before the
// answers that wait beside them.
const tickMs = 5000;
const mostTicks = 5;

export function classify(error) {
  switch (error?.name) {
    case 'QuotaExceededError': return outcome.full;
    case 'SecurityError': case 'NotAllowedError': return outcome.unavailable;
    // WebKit's lost server process, a closing connection, a broken backing store: opened anew, it may work.
    case 'UnknownError': case 'InvalidStateError': case 'TransactionInactiveError': return outcome.connection;
    case 'NotReadableError': case 'DataError': return outcome.unreadable;
    default: return outcome.aborted;
  }
}

export const describe = (error) => (error ? `${error.name}: ${error.message}` : '');

// Requests without an answer yet, and the one timer that looks at them all while there are any.
const waiting = new Set();
let watchdog = null;

function lookAfterWaiting() {
  if (waiting.size === 0) {
    clearInterval(watchdog);
    watchdog = null;
  }
  for (const request of waiting) {
    request.ticks += 1;
    if (request.ticks >= mostTicks) request.giveUp();
  }
}

// An answer that is given once, by whoever comes first: the events or the watchdog.
export function once(deliver, onTimeout) {
  const request = {
    ticks: 0,
    giveUp() {
      request.answer(outcome.timeout, 'no answer from IndexedDB');
      onTimeout();
    },
    answer(result, detail = '', found = undefined) {
      if (waiting.delete(request)) deliver({ outcome: result, detail, found });
    },
    alive() { request.ticks = 0; },
  };
  waiting.add(request);
  watchdog ??= setInterval(lookAfterWaiting, tickMs);
  return request;
}
