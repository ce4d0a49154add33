import { mkdirSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { startChromium } from './chromium.ts';

const here = dirname(fileURLToPath(import.meta.url));
const args = process.argv.slice(2);

/** The app's folder is the first word that is no flag and no flag's value. */
function appFolder(): string {
  const found = args.find((word, index) => !word.startsWith('-') && args[index - 1] !== '-r');
  return resolve(found ?? '.');
}

async function boot(): Promise<void> {
  process.execPath = join(here, 'electron');
  process.argv = [process.execPath, ...args];
  const standIn = pathToFileURL(join(here, 'electron-module.ts')).href;
  registerHooks({
    resolve: (wanted, context, next) =>
      wanted === 'electron' ? { url: standIn, shortCircuit: true } : next(wanted, context),
  });

  const { main } = app.load(appFolder());
  const require = createRequire(main);
  for (const [index, word] of args.entries()) if (word === '-r') require(args[index + 1] ?? '');
  if (args.includes('--inspect=0')) inspector.open(0, '127.0.0.1');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());

  await import(pathToFileURL(main).href);
  const profile = join(app.getPath('userData'), 'stand-in-profile');
  mkdirSync(profile, { recursive: true });
  const switches = [...app.commandLine.switches].map(([name, value]) =>
    value === '' ? `--${name}` : `--${name}=${value}`,
  );
  const browser = await startChromium({
    profile,
    switches,
    isTold: args.includes('--remote-debugging-port=0'),
  });
  app.endBrowser = browser.end;
  app.becomeReady();
}

boot().catch((error: unknown) => {
  process.stderr.write(`The stand-in could not start: ${String(error)}\n`);
  process.exit(1);
});
