// WebKitGTK's MiniBrowser over WebKitWebDriver, as the hands of a Person (person.mjs). Role and name are WebKit's own.
// Limits: under automation it keeps its data in memory, so that they end with it; a window can be closed and opened.
import { spawn } from 'node:child_process';
import net from 'node:net';

import { Builder, error, Key } from 'selenium-webdriver';

import { notInstalled } from './display.mjs';

const program = process.env.LEADKEEP_WEBKIT_DRIVER ?? 'WebKitWebDriver';
const START_MS = 20_000;
const END_MS = 10_000;
const patience = { script: 20_000, pageLoad: 60_000 };
const LOOK_AGAIN_MS = 50;
const keys = { Enter: Key.ENTER, Escape: Key.ESCAPE };

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const answers = (port) => new Promise((resolve) => {
  const socket = net.connect(port, '127.0.0.1');
  socket.once('connect', () => { socket.destroy(); resolve(true); });
  socket.once('error', () => resolve(false));
});

async function startDriver(env) {
  const port = await freePort();
  const server = spawn(program, [`--port=${port}`], { env, stdio: 'ignore' });
  let trouble = null;
  server.once('error', () => { trouble = notInstalled('WebKit', program); });
  server.once('exit', (status) => { trouble ??= new Error(`${program} ended with ${status}`); });
  const end = Date.now() + START_MS;
  while (!trouble && !await answers(port)) {
    if (Date.now() > end) trouble ??= new Error(`${program} does not answer`);
    await new Promise((resolve) => { setTimeout(resolve, LOOK_AGAIN_MS); });
  }
  if (!trouble) return { server, address: `http://127.0.0.1:${port}` };
  server.kill();
  throw trouble;
}

// The driver starts the MiniBrowser it was built with.
export async function openWebKit({ env, url }) {
  const { server, address } = await startDriver(env);
  let driver;
  const close = async () => {
    const late = setTimeout(() => server.kill('SIGKILL'), END_MS);
    await driver?.quit().catch(() => {});
    clearTimeout(late);
    server.kill();
  };
  try {
    driver = await new Builder().usingServer(address).disableEnvironmentOverrides().withCapabilities({ browserName: 'MiniBrowser' }).build();
    await driver.manage().setTimeouts(patience);
    await driver.manage().window().setRect({ x: 0, y: 0, width: 1440, height: 900 });
    await driver.get(url);
    return handsOn({ driver, close, url }, await driver.getWindowHandle());
  } catch (reason) {
    await close();
    throw reason;
  }
}

// In the page: what may have that role and name; WebKit has the last word on both.
const candidates = (role, name) => [...document.querySelectorAll(`#mirror [role="${role}"], #mirror input, #mirror textarea`)]
  .filter((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);

async function find(driver, role, name) {
  try {
    for (const one of await driver.executeScript(candidates, role, name))
      if (await one.getAriaRole() === role && await one.getAccessibleName() === name) return one;
  } catch (reason) {
    if (!(reason instanceof error.StaleElementReferenceError)) throw reason; // it went while being asked
  }
  return null;
}

function handsOn(browser, windowHandle) {
  const { driver, close, url } = browser;
  // A window of its own: MiniBrowser leaves a new tab behind the present one, where nothing is drawn.
  const openWindow = async () => {
    await driver.switchTo().newWindow('window');
    await driver.get(url);
    return handsOn(browser, await driver.getWindowHandle());
  };
  const here = (act) => async (...given) => {
    await driver.switchTo().window(windowHandle);
    return act(...given);
  };
  return {
    reload: here(() => driver.navigate().refresh()),
    evaluate: here((script, ...given) => driver.executeScript(script, ...given)),
    locate: here((role, name) => find(driver, role, name)),
    press: here((element) => element.click()),
    type: here((text) => driver.actions().sendKeys(text).perform()),
    key: here((name) => driver.actions().sendKeys(keys[name]).perform()),
    comeBack: here(() => {}),
    openSecond: openWindow,
    // The app in a new window, after the one it was in is closed.
    reopen: here(async () => {
      const fresh = await openWindow();
      await driver.switchTo().window(windowHandle);
      await driver.close();
      return fresh;
    }),
    close,
  };
}
