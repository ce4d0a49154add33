import { configDefaults, defineConfig } from 'vitest/config';

/** Reads a file and looks at it as a page. */
const BUILT_PAGE = 'tests/desktop/built-page.test.ts';

/** Two rooms: everything that runs in Node, and the form tests that need a page. */
export default defineConfig({
  test: {
    // Left alone it keeps one core free, which on two cores is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, BUILT_PAGE],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: 'forks',
          // Loading the program afresh for each file took two fifths of the time. No file leaves anything behind in
          // the process: each opens a centre of its own and closes it.
          isolate: false,
        },
      },
      {
        test: {
          name: 'page',
          include: ['tests/**/*.test.tsx', BUILT_PAGE],
          environment: 'jsdom',
        },
      },
    ],
  },
});
