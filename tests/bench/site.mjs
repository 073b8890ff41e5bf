// The built site for measurements, and profiles that are filled by importing a file as a person does. Limits: `dist/` (or
// LEADKEEP_DIST) must be built; it is copied first, since another build meanwhile would take its files away. Measurements that
// are given the same folder in LEADKEEP_FILLED (tools/bench does) fill each profile once; who made the folder takes it away.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { serve } from '../../tools/site/server.mjs';
import { chooseFile, newProfile, openApp, openBrowser, saved, top } from '../e2e/app.mjs';
import { allStages, writePeople } from './people.mjs';

export const dist = process.env.LEADKEEP_DIST ?? path.join(top, 'dist');

const filled = process.env.LEADKEEP_FILLED ?? null;

// What a browser keeps belongs to an address: whoever shares filled profiles has the port in common, too.
async function serveSite(root) {
  const portFile = filled && path.join(filled, 'port');
  const server = await serve({ root, port: portFile && fs.existsSync(portFile) ? Number(fs.readFileSync(portFile, 'utf8')) : 0 });
  if (portFile) fs.writeFileSync(portFile, String(server.port));
  return server;
}

// A folder for one measurement's files and a server of the site; close() takes both away.
export async function openSite() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leadkeep-bench-'));
  fs.cpSync(dist, path.join(folder, 'dist'), { recursive: true });
  const server = await serveSite(path.join(folder, 'dist'));
  const close = async () => {
    await server.close();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { url: server.url, folder, close };
}

export const finishedDialog = (page) => page.getByRole('dialog', { name: 'Import finished' });

// The import dialog with the file in it, one click away from importing. The page is at settings/data.
export async function proposeImport(page, file) {
  await chooseFile(page, () => page.getByRole('button', { name: 'Import CSV' }).click(), file);
  const button = page.getByRole('dialog', { name: 'Import', exact: true }).getByRole('button', { name: /^Import/ });
  await button.waitFor();
  return button;
}

async function fillProfile(site, profile, count, stages) {
  const browser = await openBrowser(profile);
  const page = await openApp(browser, site.url, 'settings/data');
  if (count > 0) {
    const button = await proposeImport(page, writePeople(path.join(site.folder, `${count}.csv`), count, stages));
    await button.click();
    await finishedDialog(page).waitFor({ timeout: 300_000 });
    await finishedDialog(page).getByRole('button', { name: 'Done' }).click();
    await saved(page);
  }
  // The next visits are not the first: program and fonts are kept by then, as they are with a person.
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  await browser.close();
}

// A profile whose board has `count` leads in `stages`, saved; no browser has it open.
export async function filledProfile(site, count, stages = allStages) {
  const profile = newProfile();
  const kept = filled && path.join(filled, `${count} in ${stages.join(', ')}`);
  if (kept && fs.existsSync(kept)) {
    fs.cpSync(kept, profile, { recursive: true });
    return profile;
  }
  await fillProfile(site, profile, count, stages);
  if (kept) fs.cpSync(profile, kept, { recursive: true });
  return profile;
}

export const removeProfile = (profile) => fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
