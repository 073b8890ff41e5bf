// Starts the program: program and fonts load side by side, then main() runs. What goes wrong on the way ends in a plain
// sentence (page.js). LEADKEEP_ASSETS is put in by tools/package: { wasm, fonts: [{ url, weights, range, first }],
// plainGlyphs }, each address relative to this script.
import createModule from 'leadkeep-module';
import { loadFonts } from './fonts.js';
import { pageText } from './page_texts.js';
import * as services from './services.js';

const assets = LEADKEEP_ASSETS;
const here = (name) => new URL(name, import.meta.url).href;

function missingFromBrowser() {
  if (typeof WebAssembly !== 'object') return 'noWebAssembly';
  if (typeof WebGL2RenderingContext === 'undefined') return 'noWebGl';
  if (typeof indexedDB === 'undefined') return 'noDatabase';
  return null;
}

// The same request as the page's <link rel=preload>, so that it is not made twice.
async function compileProgram() {
  const response = await fetch(here(assets.wasm), { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  // A static host may send another MIME type, which streaming refuses.
  if (/^application\/wasm\b/.test(response.headers.get('Content-Type') ?? '')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

// Only a browser that falsifies what is read from a canvas loads what draws letters without one.
async function seeToGlyphs() {
  if (services.glyphs.areTrue()) return;
  const { loadPlainGlyphs } = await import(here(assets.plainGlyphs));
  services.glyphs.drawWithoutCanvas(await loadPlainGlyphs());
}

function stopped(error) {
  const report = String(error?.stack || error?.message || error || '');
  console.error(error);
  services.page.showTrouble({
    title: pageText('stopped'), text: pageText('stoppedText'), kept: pageText('savedIsKept'), report,
  });
}

// A trap or an abort inside wasm leaves the program in no state to go on; other faults of scripts do not.
const isFatal = (error) => error instanceof WebAssembly.RuntimeError || error?.name === 'ExitStatus';

function watchForCrashes() {
  window.addEventListener('error', ({ error }) => { if (isFatal(error)) stopped(error); });
  window.addEventListener('unhandledrejection', ({ reason }) => { if (isFatal(reason)) stopped(reason); });
}

function start(program) {
  return createModule({
    services,
    instantiateWasm(imports, receive) {
      WebAssembly.instantiate(program, imports).then((instance) => receive(instance, program), stopped);
      return {};
    },
    onAbort: (reason) => stopped(new WebAssembly.RuntimeError(String(reason))),
  });
}

// After one visit everything is kept by the service worker and works without a network.
async function keepForOffline() {
  await services.page.whenReady;
  try {
    await navigator.serviceWorker?.register('service_worker.js', { scope: './' });
  } catch (error) {
    console.info('Offline copy not kept:', error); // private windows and file: pages have none
  }
}

async function boot() {
  const missing = missingFromBrowser();
  if (missing) {
    services.page.showTrouble({ title: pageText('cannotStart'), text: pageText(missing) });
    return;
  }
  watchForCrashes();
  services.storage.openEarly('leadkeep'); // as src/main/web.cpp calls it
  const fonts = loadFonts(assets.fonts.map((font) => ({ ...font, url: here(font.url) })));
  let program;
  try {
    [program] = await Promise.all([compileProgram(), seeToGlyphs()]);
  } catch (error) {
    services.page.showTrouble({ title: pageText('cannotLoad'), text: pageText('loadFailed'), report: String(error) });
    return;
  }
  await fonts;
  try {
    await start(program);
  } catch (error) {
    stopped(error);
    return;
  }
  services.page.watchHiding();
  services.page.watchOpening();
  keepForOffline();
}

boot();
