import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Waiting } from '#db/bookings/queue/queue.contract';
import { ACTION_WORDS, formatAction } from '../../renderer/audit/action-words.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Lines of the core that name an action of the record. */
const NAMES_AN_ACTION = /\baction\b|\baudit\(ctx, '|\bchange\(ctx, '|ProofAction =/;
const ACTION = /'([a-z]+\.[a-z]+(?:-[a-z]+)*)'/g;

/** Every action that the core writes, as its sources name it; the queue's are made from its states. */
function actionsWritten(): readonly string[] {
  const named = globSync('db/**/*.service.ts', { cwd: root }).flatMap((file) =>
    readFileSync(`${root}${file}`, 'utf8')
      .split('\n')
      .filter((line) => NAMES_AN_ACTION.test(line))
      .flatMap((line) => [...line.matchAll(ACTION)].map((found) => found[1] ?? '')),
  );
  const ofQueue = Waiting.shape.state.options.map((state) =>
    state === 'waiting' ? 'waiting.put-back' : `waiting.${state}`,
  );
  return [...new Set([...named, ...ofQueue])];
}

describe('The record in words', () => {
  it('has words for every action that the program writes', () => {
    const written = actionsWritten();
    expect(written.length).toBeGreaterThan(50);
    expect(written).toContain('usage.ended');
    expect(written).toContain('facility.seat-mended');
    expect(written.filter((action) => !(action in ACTION_WORDS))).toEqual([]);
  });

  it('says a known action and spells out an older one', () => {
    expect(formatAction('key.came-back')).toBe('Key: came back');
    expect(formatAction('ghost.went-by')).toBe('Ghost: went by');
  });
});
