import { defineConfig } from 'vitest/config';

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
          include: ['tests/**/*.test.tsx'],
          environment: 'jsdom',
        },
      },
    ],
  },
});
