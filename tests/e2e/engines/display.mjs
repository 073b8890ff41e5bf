// A virtual screen for browsers that must have a window: Xvfb on a display number that it finds by itself.
// Limits: Linux with Xvfb installed; WebGL2 comes from Mesa's software renderer.
import { spawn } from 'node:child_process';

const START_MS = 20_000;

export const notInstalled = (name, program) =>
  new Error(`${name} is not installed (no ${program}): run tools/bootstrap test`);

// Resolves to { env, close() }; `env` is what a browser needs to open its window here, whatever the machine's language.
export async function openDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => { server.once('close', resolve); });
  const close = async () => {
    server.kill();
    await ended;
  };
  let complaint = '';
  server.stderr.on('data', (text) => { complaint += text; });
  try {
    const number = await new Promise((resolve, reject) => {
      server.once('error', () => reject(notInstalled('A virtual screen', 'Xvfb')));
      server.once('close', () => reject(new Error(`Xvfb did not start: ${complaint}`)));
      server.stdio[3].once('data', (text) => resolve(String(text).trim()));
      setTimeout(() => reject(new Error(`Xvfb did not name its display in time: ${complaint}`)), START_MS).unref();
    });
    const { WAYLAND_DISPLAY, ...inherited } = process.env;
    const env = {
      ...inherited, DISPLAY: `:${number}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', MOZ_X11_EGL: '1', LC_ALL: 'C.UTF-8', TZ: 'Europe/Moscow',
    };
    return { env, close };
  } catch (error) {
    server.kill();
    throw error;
  }
}
