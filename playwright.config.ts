import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import type { Door } from './tests/support/desk.ts';

/** As root, as on a build machine, Chromium has no sandbox of its own to start. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig<{ readonly door: Door }>({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  globalSetup: fileURLToPath(new URL('./tests/support/practice-folder.ts', import.meta.url)),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  // Every journey goes through both doors, except the few that are about one of them: those carry a tag and a reason.
  projects: [
    { name: 'web', grepInvert: /@desktop-door/, use: { door: 'web' } },
    { name: 'desktop', grepInvert: /@browser-door/, use: { door: 'desktop' } },
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Recording every step costs a quarter of the time; `--trace retain-on-failure` asks for it.
    trace: 'off',
    launchOptions: {
      ...(process.env['TRC_DESK_BROWSER'] === undefined
        ? {}
        : { executablePath: process.env['TRC_DESK_BROWSER'] }),
      args: [
        ...asRoot,
        '--disable-quic',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
