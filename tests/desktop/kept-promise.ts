import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type BuiltCopy,
  copyBuilt,
  mutated,
  type Mutant,
  type StartedDesktop,
  startDesktop,
} from './built-desktop.ts';

/** A promise of the built program, the check that it is kept, and changes after which it would not be. */
export type KeptPromise = {
  readonly rule: string;
  readonly check: (desktop: StartedDesktop, copy: BuiltCopy) => void | Promise<void>;
  /** Each is one line of the built main file, changed; the same check must then fail. */
  readonly mutants: readonly Mutant[];
  /** False: the program is started while another start of it has the single-instance lock. */
  readonly isFirst?: boolean;
};

/** A change in few words, for a test's title. */
const inWords = ([find, put]: Mutant): string => {
  const short = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 90);
  return put.trim() === '' ? `without ${short(find)}` : `${short(find)} → ${short(put)}`;
};

/** Files the promises as tests: each rule on the shipped file, and once for each change that must be noticed. */
export function describePromises(title: string, promises: readonly KeptPromise[]): void {
  describe(`${title}`, () => {
    let copy: BuiltCopy;
    beforeAll(() => {
      copy = copyBuilt();
      // Every start says that the program is open, which would fill the terminal of whoever runs the tests.
      vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    });
    afterAll(() => {
      vi.restoreAllMocks();
      copy.remove();
    });

    const start = (kept: KeptPromise, text: string): Promise<StartedDesktop> =>
      startDesktop(copy, { text, isFirst: kept.isFirst ?? true });

    it.each(promises.map((kept) => ({ rule: kept.rule, kept })))('$rule', async ({ kept }) => {
      const desktop = await start(kept, copy.read('main/main.js'));
      try {
        expect.hasAssertions();
        await kept.check(desktop, copy);
      } finally {
        await desktop.stop();
      }
    });

    const changes = promises.flatMap((kept) =>
      kept.mutants.map((mutant) => ({ kept, mutant, rule: kept.rule, change: inWords(mutant) })),
    );
    it.each(changes)('$rule: notices $change', async ({ kept, mutant }) => {
      const desktop = await start(kept, mutated(copy.read('main/main.js'), mutant));
      const checked = (async () => kept.check(desktop, copy))();
      try {
        // The check itself must fail, not the program on its way there.
        await expect(checked).rejects.toMatchObject({ name: 'AssertionError' });
      } finally {
        await desktop.stop();
      }
    });
  });
}
