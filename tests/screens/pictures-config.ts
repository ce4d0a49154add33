import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import usual from '../../playwright.config.ts';

/** The pictures for the README and the guide: the browser of the tests, one page after the other. */
const { projects: _, ...browser } = usual;

export default defineConfig({
  ...browser,
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  testMatch: '**/take-pictures.ts',
  outputDir: fileURLToPath(new URL('../../test-results/pictures', import.meta.url)),
  workers: 1,
});
