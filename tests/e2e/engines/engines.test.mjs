// The main job in the other two engines: Firefox and WebKit start the app, draw it, keep a lead, show it after a reload and after
// closing and opening, in a second window and without a server. Limits: the whole work is tried in Chromium, by the tests
// beside this folder. Firefox's tests follow upon each other, in one profile, as days do.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, describe, test } from 'node:test';

import { closeBrowsers, newProfile, startSite } from '../app.mjs';
import { assertLooksLike, openInkReader } from '../ink.mjs';
import { openDisplay } from './display.mjs';
import { openFirefox } from './firefox.mjs';
import { Person } from './person.mjs';
import { checkShapes, readShapes } from './shapes.mjs';
import { openWebKit } from './webkit.mjs';

const TIMEOUT_MS = 120_000;

let display;
before(async () => { display = await openDisplay(); });
after(() => display?.close());

// An engine's tests: `add(name, work)` for each. `work` gets a person in a browser of that engine, which is closed
// whatever happens.
function engine(name, open, tests) {
  describe(name, () => {
    const profile = newProfile();
    let site;
    before(async () => { site = await startSite(); });
    after(async () => {
      await site.close();
      fs.rmSync(profile, { recursive: true, force: true });
    });
    tests((title, work) => test(title, { timeout: TIMEOUT_MS }, async ({ signal }) => {
      const hands = await open({ env: display.env, url: site.url, profile });
      signal.addEventListener('abort', hands.close); // a browser that hangs must not keep the tests from ending
      try {
        await work(new Person(hands), site);
      } finally {
        await hands.close();
      }
    }));
  });
}

const drawsWithoutCanvas = () => performance.getEntriesByType('resource').some(({ name }) => name.includes('later-plain_glyphs'));

async function startsAndKeeps(person, title) {
  await person.sees('heading', 'Start with your first enquiry');
  await person.sees('list', 'Not processed, 0 leads');
  assert.equal(await person.hands.evaluate(drawsWithoutCanvas), false, 'an honest browser is taken for one that falsifies');
  await person.addsLead(title);
  await person.isTold('Saved');
  await person.hands.reload();
  await person.sees('listitem', title);
}

async function worksInSecondWindow(person, { seen, added }) {
  const second = new Person(await person.hands.openSecond());
  await second.sees('listitem', seen);
  await second.press('button', 'Work here');
  await second.seesNoMore('button', 'Work here');
  await second.addsLead(added);
  await second.isTold('Saved');
  await person.hands.comeBack();
  await person.sees('button', 'Work here');
  await person.sees('listitem', added);
}

const isKept = async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated';

async function worksWithoutServer(person, site, title) {
  await person.until('the copy for work without a network', () => person.hands.evaluate(isKept));
  await site.close();
  await person.hands.reload();
  await person.sees('listitem', title);
  await person.addsLead('Added offline');
  await person.isTold('Saved');
}

async function drawsItsShapes(person) {
  await person.addsLead('Fence');
  await person.hands.key('Escape');
  checkShapes(await person.hands.evaluate(readShapes));
}

async function inkOfMenu(person, inkOf) {
  const inks = {};
  for (const name of ['Contacts', 'Companies', 'Settings']) inks[name] = await inkOf(await person.hands.picture(await person.sees('link', name)));
  return inks;
}

// Such a Firefox gives a page noise for what it reads from a canvas.
async function resistsAndIsReadable(person, site) {
  const inkOf = await openInkReader(site);
  const wanted = await inkOfMenu(person, inkOf);
  const profile = newProfile();
  const hands = await openFirefox({ env: display.env, url: site.url, profile, more: { 'privacy.resistFingerprinting': true } });
  try {
    const inks = await inkOfMenu(new Person(hands), inkOf);
    for (const [name, ink] of Object.entries(inks)) assertLooksLike(name, ink, wanted[name]);
  } finally {
    await hands.close();
    await closeBrowsers();
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

engine('Firefox', openFirefox, (add) => {
  add('the first start shows the empty board, and a lead is there after a reload', (person) => startsAndKeeps(person, 'Roof repair'));
  add('closed and opened again it has the lead, and a second window can take over', async (person) => {
    await person.sees('listitem', 'Roof repair');
    await worksInSecondWindow(person, { seen: 'Roof repair', added: 'Garden path' });
    await person.hands.kill();
  });
  add('set to resist fingerprinting, it shows the same words and icons', resistsAndIsReadable);
  add('killed, it has what was shown as saved, and works with the server stopped', async (person, site) => {
    await person.sees('listitem', 'Garden path');
    await worksWithoutServer(person, site, 'Garden path');
  });
  add('corners, shadows, rings and letters are drawn as the shaders say', drawsItsShapes);
});

engine('WebKit', openWebKit, (add) => {
  add('corners, shadows, rings and letters are drawn as the shaders say', drawsItsShapes);
  add('a second window can take over', async (person) => {
    await person.addsLead('Roof repair');
    await person.isTold('Saved');
    await worksInSecondWindow(person, { seen: 'Roof repair', added: 'Garden path' });
  });
  add('the first start shows the empty board, and a lead is there after a reload, in a new window and with the server stopped', async (person, site) => {
    await startsAndKeeps(person, 'Roof repair');
    const again = new Person(await person.hands.reopen());
    await again.sees('listitem', 'Roof repair');
    await worksWithoutServer(again, site, 'Roof repair');
  });
});
