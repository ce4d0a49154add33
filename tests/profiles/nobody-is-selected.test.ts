import { describe, expect, it } from 'vitest';
import { readProjectFiles } from '../architecture/source-tree.ts';

/** What puts the modules together, and what fills the practice centre; neither reads an answer. */
const MAY_IMPORT =
  /^db\/(?:profiles\/|practice\/|api(?:\.contract)?\.ts$|tables\.ts$|papers\.ts$|daily-work\.ts$)/;

describe('Equality answers', () => {
  it('are asked by no other module, so that nobody can be selected by one (PPL-09)', () => {
    const core = [...readProjectFiles(/^db\/.*\.ts$/)];
    expect(core.length).toBeGreaterThan(100);
    const others = core.filter(
      ([path, source]) =>
        !MAY_IMPORT.test(path) && /['"/]profiles\/|profile_(?:sheet|count)/.test(source),
    );
    expect(
      others.map(([path]) => path).filter((path) => !path.startsWith('db/migrations/')),
    ).toEqual([]);
  });
});
