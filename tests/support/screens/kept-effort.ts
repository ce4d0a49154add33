import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';

const FILE = fileURLToPath(new URL('../../../docs/effort.md', import.meta.url));

/** A job of the desk, the most inputs it may cost, and those that a script counted. */
export type CountedJob = {
  readonly words: string;
  readonly limit: number;
  readonly inputs: number;
};

/**
 * Holds each job to its limit, and the list in docs/effort.md to what was counted. A line that is out of date is
 * written anew before the test fails, so that only the look at it and the commit are left to do.
 */
export function keepEffort(jobs: readonly CountedJob[]): void {
  for (const { words, limit, inputs } of jobs) expect(inputs, words).toBeLessThanOrEqual(limit);
  const kept = readFileSync(FILE, 'utf8');
  const table = jobs.reduce(withJob, kept);
  if (kept !== table) writeFileSync(FILE, table);
  expect(kept, 'docs/effort.md was out of date and has been written anew').toBe(table);
}

function withJob(table: string, { words, limit, inputs }: CountedJob): string {
  const line = `| ${words} | ${limit} | ${inputs} |`;
  const lines = table.split('\n');
  const place = lines.findIndex((each) => each.startsWith(`| ${words} | `));
  if (place === -1) lines.splice(lines.length - 1, 0, line);
  else lines[place] = line;
  return lines.join('\n');
}
