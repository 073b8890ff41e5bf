// Every service that C++ reaches as Module.services.<name>; one line each, sorted.
export * as browserStorage from './browser_storage.js';
export * as clipboard from './clipboard.js';
export * as display from './display.js';
export * as files from './files.js';
export * as glyphs from './glyphs.js';
export * as input from './input.js';
export * as locale from './locale.js';
export * as location from './location.js';
export * as memory from './memory.js';
export * as page from './page.js';
export * as preferences from './preferences.js';
export * as semantics from './semantics.js';
export * as sentinel from './sentinel.js';
export * as storage from './storage.js';
export * as tabs from './tabs.js';
export * as timer from './timer.js';
export * as wake from './wake.js';
