import { recordAudit } from '#db/audit/record';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { Instant } from '#db/shared/instant';
import { dateOf, type LocalDate, localDateTimeOf } from '#db/shared/local-date';
import { findBadDay, inWeekOrder } from './hours.rules.ts';
import { checkParameterValue } from './parameter-value.rules.ts';
import { findParameter, PARAMETERS } from './parameter-list.ts';
import type { Preset } from './preset.ts';
import {
  type Centre,
  type CentreDetails,
  type Parameter,
  type ParameterValue,
  type settingsContract,
  WeekHours,
} from './settings.contract.ts';
import { settingsErrors } from './settings.errors.ts';
import * as settings from './settings.repository.ts';
import type { CentreRow } from './settings.table.ts';

/** Minutes without a key or click before a screen locks, until a manager changes it. */
export const DEFAULT_IDLE_LOCK_MINUTES = 5;

/** Today at the centre, by the centre's own clock. */
export function todayOf(ctx: Ctx): LocalDate {
  return dateOf(localDateTimeOf(ctx.now()));
}

export const settingsService: Handlers<typeof settingsContract> = {
  async centre(ctx) {
    return getCentre(ctx);
  },

  async changeCentre(ctx, wanted) {
    const before = await getCentre(ctx);

    const isSaved = await settings.updateCentre(
      ctx,
      { ...toCentreColumns(wanted), idle_lock_minutes: wanted.idleLockMinutes },
      wanted.version,
    );
    if (!isSaved) throw settingsErrors.error('settings.changed-by-someone-else', {});

    await recordAudit(ctx, {
      action: 'centre.changed',
      objectType: 'centre',
      objectId: '1',
      before: centreFacts(before),
      after: { ...centreFacts({ ...before, ...wanted }), idleLockMinutes: wanted.idleLockMinutes },
    });
    return getCentre(ctx);
  },

  async parameters(ctx) {
    const today = todayOf(ctx);
    const inForce = new Map((await settings.listParametersOn(ctx, today)).map((p) => [p.name, p]));
    return PARAMETERS.map((known): Parameter => {
      const found = inForce.get(known.name);
      return {
        name: known.name,
        meaning: known.meaning,
        type: known.type,
        value: found?.value ?? null,
        asGiven: found?.asGiven ?? '',
        from: found?.from ?? today,
        origin: found?.origin ?? 'the council’s paper does not say',
        recordedAt: found?.recordedAt ?? ctx.now(),
      };
    });
  },

  async setParameter(ctx, { name, value, from }) {
    const known = findParameter(name);
    if (known === undefined) throw settingsErrors.error('settings.unknown-parameter', { name });
    const wanted = value === null ? undefined : checkParameterValue(known, value);
    if (wanted !== undefined)
      throw settingsErrors.error('settings.wrong-kind-of-value', {
        meaning: known.meaning,
        wanted,
      });

    const by = ctx.actor.kind === 'user' ? ctx.actor.displayName : 'TRC Desk';
    await saveParameter(ctx, { name, value, from, asGiven: '', origin: `entered by ${by}` });
    const saved = mustExist(
      await settings.findParameterOn(ctx, name, from),
      'the figure was just written',
    );
    return { ...saved, meaning: known.meaning, type: known.type };
  },

  async history(ctx, { name }) {
    const known = findParameter(name);
    if (known === undefined) throw settingsErrors.error('settings.unknown-parameter', { name });
    const past = await settings.listHistory(ctx, name);
    return past.map((figure) => ({ ...figure, meaning: known.meaning, type: known.type }));
  },

  async officeHours(ctx) {
    return officeHoursOn(ctx, todayOf(ctx));
  },
};

/** The centre as screens and papers name it. Throws a defect before the first run has made it. */
export async function getCentre(ctx: Ctx): Promise<Centre> {
  const row = mustExist(await settings.findCentre(ctx), 'the first run has been through');
  const team = await settings.findParameterOn(ctx, 'team.name', todayOf(ctx));
  return toCentre(row, typeof team?.value === 'string' ? team.value : '');
}

/** The unit's office hours on a day; an empty week while nobody has given them (BOOK-04). */
export async function officeHoursOn(ctx: Ctx, date: LocalDate): Promise<WeekHours> {
  const found = await settings.findParameterOn(ctx, 'rooms.officeHours', date);
  const parsed = WeekHours.safeParse(found?.value);
  return parsed.success ? parsed.data : [];
}

/** The office hours of every day up to `until`, read once; an empty week for days before anybody gave them. */
export async function readOfficeHours(
  ctx: Ctx,
  until: LocalDate,
): Promise<(date: LocalDate) => WeekHours> {
  const given = (await settings.listHistory(ctx, 'rooms.officeHours'))
    .filter((figure) => figure.from <= until)
    .map((figure) => ({ from: figure.from, hours: WeekHours.safeParse(figure.value).data ?? [] }));
  return (date) => given.find((figure) => figure.from <= date)?.hours ?? [];
}

/** Enters a figure from a day on and records who did. Hours are checked and put in week order. */
export async function saveParameter(
  ctx: Ctx,
  wanted: {
    readonly name: string;
    readonly value: ParameterValue | null;
    readonly from: LocalDate;
    readonly asGiven: string;
    readonly origin: string;
  },
): Promise<void> {
  const before = await settings.findParameterOn(ctx, wanted.name, wanted.from);
  const hours = WeekHours.safeParse(wanted.value);
  const isHours = wanted.name === 'rooms.officeHours' && hours.success;
  const badDay = isHours ? findBadDay(hours.data) : undefined;
  if (badDay !== undefined) throw settingsErrors.error('settings.hours-overlap', { day: badDay });
  const value = isHours ? inWeekOrder(hours.data) : wanted.value;

  await settings.insertParameter(ctx, {
    id: ctx.newId(),
    name: wanted.name,
    value_json: JSON.stringify(value),
    as_given: wanted.asGiven,
    valid_from: wanted.from,
    origin: wanted.origin,
    recorded_at: ctx.now(),
  });
  await recordAudit(ctx, {
    action: 'figure.entered',
    objectType: 'figure',
    objectId: wanted.name,
    before: { value: JSON.stringify(before?.value ?? null) },
    after: { value: JSON.stringify(value), from: wanted.from, origin: wanted.origin },
  });
}

/** Every figure in force on a day, by name; null where the council's paper does not say. */
export async function figuresOn(
  ctx: Ctx,
  date: LocalDate,
): Promise<ReadonlyMap<string, ParameterValue | null>> {
  const inForce = await settings.listParametersOn(ctx, date);
  return new Map(inForce.map((figure) => [figure.name, figure.value]));
}

/** Takes the next running number of a kind and year, in the unit of work of the record that bears it. */
export async function takeReference(ctx: Ctx, prefix: string, year: number): Promise<string> {
  const [reference] = await takeReferences(ctx, prefix, year, 1);
  return mustExist(reference, 'one was asked for');
}

/** So many references of one kind and year, in order and without a gap. */
export async function takeReferences(
  ctx: Ctx,
  prefix: string,
  year: number,
  count: number,
): Promise<readonly string[]> {
  return settings.takeReferences(ctx, prefix, year, count);
}

/** Makes the centre's row and enters a council's figures, each with its origin, from today on. */
export async function fillFromPreset(ctx: Ctx, preset: Preset): Promise<void> {
  const today = todayOf(ctx);
  if ((await settings.findCentre(ctx)) === undefined)
    await settings.insertCentre(ctx, {
      id: 1,
      name: '',
      address: '',
      phone: '',
      preset_id: preset.id,
      council: preset.council,
      opens_real: 1,
      idle_lock_minutes: DEFAULT_IDLE_LOCK_MINUTES,
      set_up_at: null,
      version: 1,
    });
  else await takeBackPreset(ctx, preset, today);
  for (const given of preset.values)
    await saveParameter(ctx, {
      name: given.name,
      value: given.value,
      from: today,
      asGiven: given.asGiven,
      origin: `${preset.council} preset, ${given.source}`,
    });
  await recordAudit(ctx, {
    action: 'centre.council-chosen',
    objectType: 'centre',
    objectId: '1',
    after: { preset: preset.id, figures: preset.values.length },
  });
}

/** A second choice of council in the first run: figures of the first one that the second does not give become empty. */
async function takeBackPreset(ctx: Ctx, preset: Preset, today: LocalDate): Promise<void> {
  const given = new Set<string>(preset.values.map((value) => value.name));
  for (const old of await settings.listParametersOn(ctx, today))
    if (old.value !== null && !given.has(old.name))
      await saveParameter(ctx, {
        name: old.name,
        value: null,
        from: today,
        asGiven: '',
        origin: `${preset.council} preset does not say`,
      });
  const row = mustExist(await settings.findCentre(ctx), 'it was found a moment ago');
  await settings.updateCentre(ctx, { preset_id: preset.id, council: preset.council }, row.version);
}

/** The council's own words for screens, and what the first run has settled. */
export async function readCentreForSession(ctx: Ctx): Promise<{
  readonly row: CentreRow | undefined;
  readonly labels: { readonly group: string; readonly people: string; readonly team: string };
}> {
  const today = todayOf(ctx);
  const word = async (name: string, otherwise: string): Promise<string> => {
    const found = await settings.findParameterOn(ctx, name, today);
    return typeof found?.value === 'string' ? found.value : otherwise;
  };
  return {
    row: await settings.findCentre(ctx),
    labels: {
      group: await word('labels.group', 'group'),
      people: await word('labels.people', 'tenants'),
      team: await word('team.name', ''),
    },
  };
}

/** Whether a plain start opens the real centre, as chosen in the first run. */
export async function settleCentres(ctx: Ctx, opensReal: boolean): Promise<void> {
  const row = mustExist(
    await settings.findCentre(ctx),
    'the council was chosen on the page before',
  );
  await settings.updateCentre(ctx, { opens_real: opensReal ? 1 : 0 }, row.version);
  await recordAudit(ctx, {
    action: 'centre.real-or-practice',
    objectType: 'centre',
    objectId: '1',
    after: { opensReal },
  });
}

/** Ends the first run: name, address and phone are known from now on. */
export async function finishCentre(ctx: Ctx, details: CentreDetails): Promise<void> {
  const row = mustExist(await settings.findCentre(ctx), 'the council was chosen before the rooms');
  await settings.updateCentre(
    ctx,
    { ...toCentreColumns(details), set_up_at: ctx.now() },
    row.version,
  );
  await recordAudit(ctx, {
    action: 'centre.set-up',
    objectType: 'centre',
    objectId: '1',
    after: { name: details.name, address: details.addressLines, phone: details.phone },
  });
}

const toCentreColumns = (details: CentreDetails) => ({
  name: details.name,
  address: details.addressLines.filter((line) => line !== '').join('\n'),
  phone: details.phone,
});

const centreFacts = (centre: Pick<Centre, 'name' | 'addressLines' | 'phone'>) => ({
  name: centre.name,
  address: centre.addressLines,
  phone: centre.phone,
});

function toCentre(row: CentreRow, team: string): Centre {
  return {
    name: row.name,
    council: row.council,
    team,
    addressLines: row.address === '' ? [] : row.address.split('\n'),
    phone: row.phone,
    presetId: row.preset_id,
    idleLockMinutes: row.idle_lock_minutes,
    version: row.version,
  };
}

/** When the first run ended; null while it is under way. */
export const setUpAt = (row: CentreRow | undefined): Instant | null =>
  (row?.set_up_at ?? null) as Instant | null;
