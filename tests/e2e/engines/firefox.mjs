// Firefox over WebDriver BiDi, as the hands of a Person (person.mjs). Things are found in Firefox's own accessibility tree.
// Limits: a window is needed, since headless Firefox has no WebGL2 without a graphics card.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import puppeteer from 'puppeteer-core';

import { notInstalled } from './display.mjs';

const program = process.env.LEADKEEP_FIREFOX ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(fs.existsSync) ?? '/usr/bin/firefox-esr';
const START_MS = 60_000;
const COMMAND_MS = 30_000;
const END_MS = 10_000;

// What a started-for-automation Firefox does not set by itself.
const preferences = {
  'webgl.force-enabled': true,
  'intl.accept_languages': 'en-US, en',
  'ui.prefersReducedMotion': 1,
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
};

// Resolves to the address at which Firefox takes commands.
function listening(main) {
  return new Promise((resolve, reject) => {
    let said = '';
    const failed = (what) => reject(new Error(`Firefox ${what}: ${said.slice(-2000)}`));
    main.stderr.on('data', (text) => {
      said += text;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (found) resolve(`${found[1]}/session`);
    });
    main.once('error', () => reject(notInstalled('Firefox', program)));
    main.once('exit', (status) => failed(`ended with ${status}`));
    setTimeout(() => failed('takes no commands'), START_MS).unref();
  });
}

// The same profile folder again is the same browser opened again. It opens on `url`, as from a bookmark: in an empty
// window the keyboard would stay in the address bar. `more` are preferences of about:config beside those of every test.
export async function openFirefox({ env, profile, url, more = {} }) {
  const lines = Object.entries({ ...preferences, ...more }).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  fs.writeFileSync(path.join(profile, 'user.js'), lines.join(''));
  const main = spawn(program, ['--profile', profile, '--no-remote', '--remote-debugging-port=0', '--width=1440', '--height=900', url],
    { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise((resolve) => { main.once('close', resolve); });
  // As by a power cut: nothing is asked to write or to end.
  const kill = async () => {
    main.kill('SIGKILL');
    await gone;
  };
  try {
    const browser = await puppeteer.connect({ browserWSEndpoint: await listening(main), protocol: 'webDriverBiDi', protocolTimeout: COMMAND_MS, defaultViewport: null });
    const close = async () => {
      const late = setTimeout(() => main.kill('SIGKILL'), END_MS);
      await browser.close().catch(() => {}); // it may be gone already
      await gone;
      clearTimeout(late);
    };
    const [page] = await browser.pages();
    return handsOn({ browser, url, close, kill }, page);
  } catch (reason) {
    await kill();
    throw reason;
  }
}

function handsOn(firefox, page) {
  return {
    reload: () => page.reload(),
    picture: (element) => element.screenshot(),
    evaluate: (script, ...given) => page.evaluate(script, ...given),
    locate: (role, name) => page.$(`::-p-aria([name=${JSON.stringify(name)}][role="${role}"])`),
    press: (element) => element.click(),
    type: (text) => page.keyboard.type(text),
    key: (name) => page.keyboard.press(name),
    comeBack: () => page.bringToFront(),
    openSecond: async () => {
      const second = await firefox.browser.newPage();
      await second.goto(firefox.url);
      return handsOn(firefox, second);
    },
    close: firefox.close,
    kill: firefox.kill,
  };
}
