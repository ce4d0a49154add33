import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillPractice } from '#db/practice/fill-practice';
import { PRACTICE_ACCOUNTS } from '#db/practice/practice-accounts';
import { newClock } from '#db/shared/clock';
import { mustExist } from '#db/shared/domain-error';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import type { StartOptions } from '../options.ts';
import { defaultDataFolder } from './data-folder.ts';
import { readPresets } from './presets.ts';
import type { ProgramOptions } from './program.ts';
import { everyMinute } from './rounds.ts';
import { readSettingsFile } from './settings-file.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** The program's own folder, from the sources as from the built bundle. */
export function programFolder(): string {
  const found = [join(here, '..', '..'), join(here, '..')].find((folder) =>
    existsSync(join(folder, 'package.json')),
  );
  return mustExist(found, 'the program lies below its package.json');
}

/** The built screens, the same for both doors. */
export const pagesFolder = (): string => join(programFolder(), 'out', 'renderer');

/** Practice passphrases are printed on the sign-in page, so there is nothing for a costly hash to protect. */
const PRACTICE_SECRET_COST = 10;

/** Which centre a start opens, where, and by which clock; the same for both doors. */
export function programOptionsFor(
  options: StartOptions,
  openPractice: ProgramOptions['openPractice'],
): ProgramOptions {
  const home = resolve(options.data ?? defaultDataFolder());
  const isPractice =
    options.practice || readSettingsFile(join(home, 'settings.json')).opens === 'practice';
  const clock = newClock(options.clock);
  const { version } = JSON.parse(readFileSync(join(programFolder(), 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const common = {
    home,
    isFolderFixed: options.data !== undefined,
    appVersion: version,
    clock,
    openPractice,
    repeat: everyMinute,
  };
  if (!isPractice) return { ...common, mode: 'real' };
  const southampton = mustExist(
    readPresets().find((preset) => preset.id === 'southampton'),
    'the preset ships with the program',
  );
  const firstDay = dateOf(localDateTimeOf(clock.now()));
  return {
    ...common,
    mode: 'practice',
    secretCost: PRACTICE_SECRET_COST,
    practiceAccounts: [...PRACTICE_ACCOUNTS],
    fillPractice: (core) => fillPractice(core, southampton, { firstDay }),
  };
}
