import { addStartingNames } from '#db/directory/directory.service';
import { addFacility } from '#db/facilities/facilities.service';
import {
  fillFromPreset,
  finishCentre,
  readCentreForSession,
  saveParameter,
  settleCentres,
  todayOf,
} from '#db/settings/settings.service';
import type { Preset } from '#db/settings/preset';
import { findParameter } from '#db/settings/parameter-list';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { addFirstManager, hasAnyAccount } from '#db/users/users.service';
import type { SessionUser } from '#db/users/sign-in.service';
import type { PresetCard, setupContract } from './setup.contract.ts';
import { setupErrors } from './setup.errors.ts';

export const setupService: Handlers<typeof setupContract> = {
  async describeCentre(ctx, wanted) {
    const { row } = await readCentreForSession(ctx);
    if (row === undefined) throw setupErrors.error('setup.not-yet', {});
    if (row.set_up_at !== null) throw setupErrors.error('setup.already-done', {});

    for (const facility of wanted.facilities) await addFacility(ctx, facility);
    if (wanted.officeHours !== null && wanted.officeHours.length > 0)
      await saveParameter(ctx, {
        name: 'rooms.officeHours',
        value: wanted.officeHours,
        from: todayOf(ctx),
        asGiven: '',
        origin: 'entered in the first run',
      });
    await finishCentre(ctx, wanted.centre);
    await addStartingNames(ctx);
    return {};
  },
};

/** Fills in the council's figures; only until the first run has ended. */
export async function chooseCouncil(ctx: Ctx, preset: Preset): Promise<void> {
  const { row } = await readCentreForSession(ctx);
  if (row !== undefined && row.set_up_at !== null)
    throw setupErrors.error('setup.already-done', {});
  await fillFromPreset(ctx, preset);
}

/** Settles whether a plain start opens the real centre; the council is chosen before it. */
export async function chooseCentres(ctx: Ctx, opensReal: boolean): Promise<void> {
  const { row } = await readCentreForSession(ctx);
  if (row === undefined) throw setupErrors.error('setup.not-yet', {});
  await settleCentres(ctx, opensReal);
}

/** Refused once there is any account; asked before the costly part of making one. */
export async function checkHasNoManager(ctx: Ctx): Promise<void> {
  if (await hasAnyAccount(ctx)) throw setupErrors.error('setup.has-manager', {});
}

/** Makes the first manager; refused once there is any account. */
export async function makeFirstManager(
  ctx: Ctx,
  wanted: {
    readonly name: string;
    readonly displayName: string;
    readonly passphraseHash: string;
  },
): Promise<SessionUser> {
  await checkHasNoManager(ctx);
  return addFirstManager(ctx, wanted);
}

/** A preset as the choosing page shows it: what it fills in, and what the council's paper leaves open. */
export function toPresetCard(preset: Preset): PresetCard {
  const meaning = (name: string): string => findParameter(name)?.meaning ?? name;
  return {
    id: preset.id,
    council: preset.council,
    title: preset.title,
    period: preset.period,
    fillsIn: preset.values.map((value) => ({
      meaning: meaning(value.name),
      asGiven: value.asGiven,
      source: value.source,
    })),
    doesNotSay: preset.notGiven.map(meaning),
    rooms: preset.facilities.map(({ name, kind, isBookable, source }) => ({
      name,
      kind,
      isBookable,
      source,
    })),
  };
}
