import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ACCOUNTS,
  openTestCore,
  passphraseOf,
  setUpCentre,
  weekdays,
} from '../support/open-test-core.ts';
import {
  type Desk,
  newHome,
  startTestProgram,
  type TestProgram,
} from '../support/program-for-tests.ts';

let started: TestProgram;
let desk: Desk;
beforeEach(async () => {
  started = await startTestProgram();
  desk = started.nobody();
});
afterEach(() => started.close());

const manager = { ...ACCOUNTS.manager, passphrase: passphraseOf('manager') };
const centre = {
  centre: { name: 'Elm Street', addressLines: ['1 Elm Street'], phone: '' },
  facilities: [
    { name: 'Hall', kind: 'meeting-room', isBookable: true, capacity: null, hours: null },
  ],
  officeHours: null,
} as const;
const stepOf = async (at: TestProgram = started) =>
  (await at.nobody().call('setup.progress', {})).step;

describe('The first run', () => {
  it('goes page by page, and stands where it stopped after closing in the middle', async () => {
    const reopen = async () => {
      await started.stop();
      started = await startTestProgram({ home: started.home, clock: started.clock });
      desk = started.nobody();
    };
    const steps: string[] = [await stepOf()];
    await desk.call('setup.saveComfort', { textSize: '130', theme: 'dark' });
    await reopen();
    steps.push(await stepOf());
    await desk.call('setup.chooseFolder', { path: started.home });
    await reopen();
    steps.push(await stepOf());
    await desk.call('setup.chooseCouncil', { presetId: 'southampton' });
    await reopen();
    steps.push(await stepOf());
    await desk.call('setup.chooseCentres', { real: true, practice: false });
    await reopen();
    steps.push(await stepOf());
    await desk.call('setup.addFirstManager', manager);
    await reopen();
    steps.push(await stepOf());
    await desk.call('users.signIn', { name: 'maya', secret: passphraseOf('manager') });
    await desk.call('setup.describeCentre', centre as never);
    await reopen();
    steps.push(await stepOf());
    expect(steps).toEqual([
      'comfort',
      'records',
      'council',
      'centres',
      'manager',
      'rooms',
      'finished',
    ]);
    expect((await desk.call('setup.progress', {})).comfort).toEqual({
      textSize: '130',
      theme: 'dark',
    });
  });

  it('makes no file before the folder is chosen', async () => {
    await desk.call('setup.saveComfort', { textSize: '100', theme: 'light' });
    expect(existsSync(join(started.home, 'centre.sqlite'))).toBe(false);
  });

  it('signs the first manager in, and lets them work once the rooms are described', async () => {
    const setUp = await setUpCentre(started);
    expect(setUp.session?.user).toMatchObject({ name: 'maya', role: 'manager' });
    const today = await setUp.call('bookings.today', {});
    // The hours of that day only, because a bank holiday has none.
    expect(today.officeHours).toEqual(
      weekdays('09:00', '17:00').filter(({ weekday }) => weekday === 1),
    );
    expect((await setUp.call('session.current', {})).isSetUp).toBe(true);
  });

  it('fills in the figures of another council when the first choice was a slip', async () => {
    await desk.call('setup.chooseFolder', { path: started.home });
    await desk.call('setup.chooseCouncil', { presetId: 'southampton' });
    const progress = await desk.call('setup.chooseCouncil', { presetId: 'blank' });
    expect(progress.chosenPresetId).toBe('blank');
    await desk.call('setup.chooseCentres', { real: true, practice: false });
    await desk.call('setup.addFirstManager', manager);
    await desk.call('setup.describeCentre', centre as never);
    const figures = await desk.call('settings.parameters', {});
    expect(figures.filter((figure) => figure.value !== null)).toEqual([]);
  });

  it('opens the practice centre beside the real one and tells its address', async () => {
    await desk.call('setup.chooseFolder', { path: started.home });
    await desk.call('setup.chooseCouncil', { presetId: 'blank' });
    const chosen = await desk.call('setup.chooseCentres', { real: true, practice: true });
    expect(chosen.practiceAddress).toBe('http://127.0.0.1:4871/');
    expect(started.program.settings().opens).toBe('real');
  });

  it('says so when the computer’s clock cannot be right', async () => {
    started.clock.jump(-3650 * 24 * 3_600_000);
    const progress = await desk.call('setup.progress', {});
    expect(progress.clockWarning).toContain('Set its clock right before you go on');
  });
});

describe('What the first run refuses', () => {
  it('refuses everything else until it is finished', async () => {
    await desk.call('setup.chooseFolder', { path: started.home });
    await desk.call('setup.chooseCouncil', { presetId: 'blank' });
    await desk.call('setup.addFirstManager', manager);
    expect(await desk.refusal('bookings.today', {})).toMatchObject({
      code: 'api.setup-first',
      message: 'This centre has not been set up yet. Finish the first pages, then come back here.',
    });
  });

  it('refuses to sign in while there are no records', async () => {
    expect(
      await desk.refusal('users.signIn', { name: 'maya', secret: 'whatever it is' }),
    ).toMatchObject({
      code: 'api.no-records-yet',
      message: 'No records are open yet. Choose where the records live first.',
    });
  });

  it('refuses pages before the page they follow', async () => {
    const code = async (name: Parameters<Desk['refusal']>[0], input: unknown) =>
      (await desk.refusal(name, input)).code;
    expect(await code('setup.chooseCouncil', { presetId: 'blank' })).toBe('setup.not-yet');
    expect(await code('setup.addFirstManager', manager)).toBe('setup.not-yet');
    expect(await code('setup.chooseCentres', { real: true, practice: false })).toBe(
      'api.no-records-yet',
    );
    await desk.call('setup.chooseFolder', { path: started.home });
    expect(await code('setup.chooseCentres', { real: true, practice: false })).toBe(
      'setup.not-yet',
    );
    await desk.call('setup.addFirstManager', manager);
    expect(await desk.refusal('setup.describeCentre', centre)).toMatchObject({
      code: 'setup.not-yet',
      message:
        'The page before this one is not finished yet. Go back, finish it, then come here again.',
    });
  });

  it('refuses a council that does not ship with the program', async () => {
    expect(await desk.refusal('setup.chooseCouncil', { presetId: '../secrets' })).toMatchObject({
      code: 'setup.no-such-council',
      field: 'presetId',
      message:
        'There is no such council in this program. Choose one of the cards, or start from a blank sheet.',
    });
  });

  it('refuses neither of the two centres', async () => {
    await desk.call('setup.chooseFolder', { path: started.home });
    expect(
      await desk.refusal('setup.chooseCentres', { real: false, practice: false }),
    ).toMatchObject({
      code: 'setup.choose-one',
      message: 'Choose the real centre, the practice centre, or both.',
    });
  });

  it('refuses another folder than the one given at the start', async () => {
    const refusal = await desk.refusal('setup.chooseFolder', { path: join(started.home, 'other') });
    expect(refusal).toMatchObject({ code: 'setup.folder-fixed', field: 'path' });
    expect(refusal.message).toBe(
      `The folder was given when TRC Desk was started (${started.home}), so it cannot be changed here. Start TRC Desk without --data to choose another.`,
    );
  });

  it('refuses a folder that is copied to the internet, and says by what', async () => {
    const free = await startTestProgram({ isFolderFixed: false });
    const path = join(free.home, 'OneDrive - Council', 'trc');
    const refusal = await free.nobody().refusal('setup.chooseFolder', { path });
    expect(refusal).toMatchObject({ code: 'setup.folder-unfit', field: 'path' });
    expect(refusal.message).toBe(
      'Records would not be safe in this folder. The folder is copied to the internet by OneDrive, and records can be damaged there. Choose another folder.',
    );
    expect(await free.nobody().call('setup.checkFolder', { path })).toMatchObject({
      problems: [expect.stringContaining('OneDrive')],
      hasCentre: false,
    });
    await free.close();
  });

  it('remembers a folder of its own beside the settings', async () => {
    const free = await startTestProgram({ isFolderFixed: false });
    const elsewhere = newHome();
    mkdirSync(elsewhere, { recursive: true });
    await free.nobody().call('setup.chooseFolder', { path: elsewhere });
    expect(existsSync(join(elsewhere, 'centre.sqlite'))).toBe(true);
    await free.stop();
    const again = await startTestProgram({ home: free.home, isFolderFixed: false });
    expect(again.program.folder()).toBe(elsewhere);
    expect(again.core.file).toBe(join(elsewhere, 'centre.sqlite'));
    await again.close();
    rmSync(elsewhere, { recursive: true });
  });

  it('refuses a second first manager', async () => {
    await desk.call('setup.chooseFolder', { path: started.home });
    await desk.call('setup.addFirstManager', manager);
    expect(
      await started.nobody().refusal('setup.addFirstManager', { ...manager, name: 'mallory' }),
    ).toMatchObject({
      code: 'setup.has-manager',
      message:
        'The first manager has an account already. Sign in with it; more accounts are added under Settings.',
    });
  });
});

describe('The first run once it is over', () => {
  it('is refused, and tells nobody about folders and people', async () => {
    const core = await openTestCore();
    const nobody = core.nobody();
    const done = {
      code: 'setup.already-done',
      message: 'This centre has been set up already. Change its details under Settings.',
    };
    expect(await nobody.refusal('setup.chooseCouncil', { presetId: 'blank' })).toMatchObject(done);
    expect(await nobody.refusal('setup.checkFolder', { path: '/' })).toMatchObject(done);
    expect(await nobody.refusal('setup.chooseFolder', { path: core.home })).toMatchObject(done);
    expect(
      await nobody.refusal('setup.chooseCentres', { real: false, practice: true }),
    ).toMatchObject(done);
    expect(await nobody.refusal('setup.addFirstManager', manager)).toMatchObject({
      code: 'setup.has-manager',
    });
    expect(await core.as('manager').refusal('setup.describeCentre', centre)).toMatchObject(done);

    const progress = JSON.stringify(await nobody.call('setup.progress', {}));
    expect(progress).toContain('finished');
    expect(progress).not.toContain(core.home);
    expect(progress).not.toContain('Maya');
    await core.close();
  });
});
