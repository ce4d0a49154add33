import { PROGRAM } from '#db/open-core';
import { readCentreForSession, setUpAt } from '#db/settings/settings.service';
import {
  checkHasNoManager,
  chooseCentres,
  chooseCouncil,
  makeFirstManager,
  toPresetCard,
} from '#db/setup/setup.service';
import type { Comfort, SetupProgress, SetupStep } from '#db/setup/setup.contract';
import { setupErrors } from '#db/setup/setup.errors';
import type { FirstManager } from '#db/setup/setup.contract';
import { findFirstManagerName } from '#db/users/users.service';
import { checkFolder } from './data-folder.ts';
import type { HostHandler } from './dispatch.ts';
import { readPresets } from './presets.ts';
import type { Program } from './program.ts';
import { needCore, toSignedIn } from './session-handlers.ts';

/** Before this program was made no clock can have been right. */
const EARLIEST_BELIEVABLE_DAY = '2026-11-01';

/** The first run, page by page; it works before there is a database, so the host keeps it. */
export function setupHandlers(program: Program): ReadonlyMap<string, HostHandler> {
  const handlers: Record<string, HostHandler> = {
    'setup.progress': () => progressOf(program),

    'setup.saveComfort': async (_caller, input) => {
      program.saveSettings({ comfort: input as Comfort });
      return progressOf(program);
    },

    'setup.checkFolder': async (_caller, input) => {
      await refuseWhenSetUp(program);
      return checkFolder((input as { readonly path: string }).path);
    },

    'setup.chooseFolder': async (_caller, input) => {
      await refuseWhenSetUp(program);
      await program.chooseFolder((input as { readonly path: string }).path);
      return progressOf(program);
    },

    'setup.chooseCouncil': async (_caller, input) => {
      const { presetId } = input as { readonly presetId: string };
      const preset = readPresets().find((one) => one.id === presetId);
      if (preset === undefined) throw setupErrors.error('setup.no-such-council', { presetId });
      if (program.core() === undefined) throw setupErrors.error('setup.not-yet', {});
      await needCore(program).unit(PROGRAM, 'writes', (ctx) => chooseCouncil(ctx, preset));
      return progressOf(program);
    },

    'setup.chooseCentres': async (_caller, input) => {
      const wanted = input as { readonly real: boolean; readonly practice: boolean };
      await refuseWhenSetUp(program);
      if (!wanted.real && !wanted.practice) throw setupErrors.error('setup.choose-one', {});
      await needCore(program).unit(PROGRAM, 'writes', (ctx) => chooseCentres(ctx, wanted.real));
      program.saveSettings({ opens: wanted.real ? 'real' : 'practice' });
      const practiceAddress = wanted.practice ? await program.openPractice() : null;
      return { progress: await progressOf(program), practiceAddress };
    },

    'setup.addFirstManager': async (caller, input) => {
      const { name, displayName, passphrase } = input as FirstManager;
      if (program.core() === undefined) throw setupErrors.error('setup.not-yet', {});
      const core = needCore(program);
      await core.unit(PROGRAM, 'reads', checkHasNoManager);
      const passphraseHash = await core.slow.hashSecret(passphrase);
      const user = await core.unit(PROGRAM, 'writes', (ctx) =>
        makeFirstManager(ctx, { name, displayName, passphraseHash }),
      );
      const opened = program.sessions.open(user, caller.host);
      caller.openSession(opened);
      return toSignedIn(opened.session);
    },
  };
  return new Map(Object.entries(handlers));
}

/** Pages without a sign-in must not answer about folders once the centre is in use. */
async function refuseWhenSetUp(program: Program): Promise<void> {
  const core = program.core();
  if (core === undefined) return;
  const { row } = await core.unit(PROGRAM, 'reads', (ctx) => readCentreForSession(ctx));
  if (setUpAt(row) !== null) throw setupErrors.error('setup.already-done', {});
}

async function progressOf(program: Program): Promise<SetupProgress> {
  const settings = program.settings();
  const core = program.core();
  const centre =
    core === undefined
      ? undefined
      : await core.unit(PROGRAM, 'reads', async (ctx) => ({
          row: (await readCentreForSession(ctx)).row,
          managerName: await findFirstManagerName(ctx),
        }));
  if (setUpAt(centre?.row) !== null) return finishedProgress(program);
  const today = program.clock.now().slice(0, 10);
  return {
    step: stepOf({
      hasComfort: settings.comfort !== undefined,
      hasRecords: core !== undefined,
      centre,
      opens: settings.opens,
    }),
    comfort: settings.comfort ?? null,
    folder: checkFolder(program.folder()),
    folderIsFixed: program.isFolderFixed,
    presets: readPresets().map(toPresetCard),
    chosenPresetId: centre?.row?.preset_id ?? null,
    managerName: centre?.managerName ?? null,
    clockWarning:
      today < EARLIEST_BELIEVABLE_DAY
        ? `This computer says that today is ${today}. Set its clock right before you go on, or every booking will carry a wrong date.`
        : null,
  };
}

/** After the first run anyone may still ask, but is told nothing about folders and people. */
function finishedProgress(program: Program): SetupProgress {
  return {
    step: 'finished',
    comfort: program.settings().comfort ?? null,
    folder: { path: '', problems: [], freeBytes: null, hasCentre: true },
    folderIsFixed: true,
    presets: [],
    chosenPresetId: null,
    managerName: null,
    clockWarning: null,
  };
}

/** The first page that is not settled yet; that is where a first run resumes. */
function stepOf(known: {
  readonly hasComfort: boolean;
  readonly hasRecords: boolean;
  readonly opens: string | undefined;
  readonly centre:
    | {
        readonly row: Parameters<typeof setUpAt>[0];
        readonly managerName: string | null;
      }
    | undefined;
}): SetupStep {
  if (!known.hasComfort) return 'comfort';
  if (!known.hasRecords) return 'records';
  if (known.centre?.row === undefined) return 'council';
  // With the practice centre alone there is nothing more to set up, until the real one is chosen too.
  if (known.opens !== 'real') return 'centres';
  if (known.centre.managerName === null) return 'manager';
  return 'rooms';
}
