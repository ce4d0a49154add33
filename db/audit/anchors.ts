import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ChainHead } from './chain.ts';

/**
 * Heads of the chain kept outside the database. A chain cannot show by itself that its tail was cut off or that
 * it was rebuilt from the start; an older head on paper or in another file can.
 */
export function appendAnchor(file: string, at: string, head: ChainHead): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${at} ${head.seq} ${head.hash}\n`);
}

/** Every anchor kept; lines that cannot be read are left out, because a torn last line must not stop the program. */
export function readAnchors(file: string): readonly ChainHead[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^\S+ (\d+) ([0-9a-f]{64})$/.exec(line);
      return match === null ? [] : [{ seq: Number(match[1]), hash: String(match[2]) }];
    });
}
