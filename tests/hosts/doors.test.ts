import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));

const Spec = z.object({
  file: z.string(),
  title: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
    }),
  ),
});
type Spec = z.infer<typeof Spec>;
type Suite = { readonly specs: readonly Spec[]; readonly suites?: readonly Suite[] | undefined };
const Suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(Spec), suites: z.array(Suite).optional() }),
);

type Journey = { readonly name: string; readonly because: readonly string[] };

/** The journeys that a door is given, as Playwright itself lists them. */
function journeysThrough(door: string): readonly Journey[] {
  const listed = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--list',
      '--reporter=json',
      `--project=${door}`,
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { suites } = z.object({ suites: z.array(Suite) }).parse(JSON.parse(listed.stdout));
  const specsIn = (suite: Suite): readonly Spec[] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(specsIn),
  ];
  return suites.flatMap(specsIn).map(({ file, title, tests }) => ({
    name: `${file}: ${title}`,
    because: tests.flatMap((one) =>
      one.annotations.flatMap(({ type, description = '' }) =>
        type === 'one door only' ? [description] : [],
      ),
    ),
  }));
}

/** A journey that stays with one door says so here as well, so that the list cannot grow unseen. */
const THROUGH_ONE_DOOR = {
  web: [
    'app/shell.spec.ts: a program that stops answering is noticed, and noticed again when it is back',
    'receipts/take-a-receipt-in.spec.ts: a receipt is taken in by the camera, and a photograph loses the place where it was taken',
  ],
  desktop: [
    'desktop/desktop.spec.ts: a copy of a paper is saved where the system’s dialog says, under a name of ours',
    'desktop/desktop.spec.ts: a file that is not the program’s own is not saved, whatever a page tries',
    'desktop/desktop.spec.ts: a page that tries to leave stays where it is, and a window it opens does not come',
    'desktop/desktop.spec.ts: a program that stops answering is noticed, and noticed again when it is back',
    'desktop/desktop.spec.ts: a second start on the same records shows the first one and ends by itself',
    'desktop/desktop.spec.ts: the menu has what a system expects, closes the program, and opens no tools',
    'desktop/desktop.spec.ts: the screen is locked with the computer, at lock-screen',
    'desktop/desktop.spec.ts: the screen is locked with the computer, at suspend',
    'desktop/desktop.spec.ts: the window is a page of the program alone: its own address, two functions, nothing of the system',
    'desktop/desktop.spec.ts: the window opens again where it stood',
    'desktop/desktop.spec.ts: two windows are two screens, and each hears what the other changed',
  ],
} as const;

describe('The journeys', () => {
  let web: readonly Journey[];
  let desktop: readonly Journey[];
  beforeAll(() => {
    web = journeysThrough('web');
    desktop = journeysThrough('desktop');
  });

  const namesOf = (journeys: readonly Journey[]): readonly string[] =>
    journeys.map((one) => one.name).toSorted();
  const only = (these: readonly Journey[], others: readonly Journey[]): readonly Journey[] =>
    these.filter((one) => !others.some((other) => other.name === one.name));

  it('go through both doors, but for the few that are about one of them', () => {
    expect(namesOf(only(web, desktop))).toEqual(THROUGH_ONE_DOOR.web);
    expect(namesOf(only(desktop, web))).toEqual(THROUGH_ONE_DOOR.desktop);
    expect(web.length - THROUGH_ONE_DOOR.web.length).toBeGreaterThan(30);
  });

  it('say why they stay with one door, and only then', () => {
    for (const one of [...only(web, desktop), ...only(desktop, web)])
      expect(one.because.join(), one.name).toMatch(/\w{3,} .{20,}/);
    const others = web.filter((one) => desktop.some((other) => other.name === one.name));
    expect(others.filter((one) => one.because.length > 0)).toEqual([]);
  });

  it('are of every file that there is', () => {
    const files = globSync('**/*.spec.ts', { cwd: join(root, 'tests') });
    expect(files.length).toBeGreaterThan(8);
    const unheard = files.filter(
      (file) => !desktop.some((one) => one.name.startsWith(`${file.replaceAll('\\', '/')}: `)),
    );
    expect(unheard).toEqual([]);
  });
});
