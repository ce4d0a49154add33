import { AreaId, type AreaKind } from '#db/areas/areas.contract';
import type { Core } from '#db/open-core';
import { PersonId } from '#db/people/people.contract';
import { type PersonFacts, SERVICE_AREAS } from '#db/people/person-record.contract';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import {
  addDays,
  atTime,
  instantOf,
  type LocalDate,
  LocalTime,
  timeOfMinutes,
} from '#db/shared/local-date';
import { MADE_UP_PEOPLE } from './made-up-people.ts';
import type { Event, Known } from './practice-events.ts';

/** Made-up places, each after the one it lies in. */
const AREAS: readonly {
  readonly name: string;
  readonly kind: AreaKind;
  readonly inside: string;
}[] = [
  { name: 'North', kind: 'area', inside: '' },
  { name: 'East', kind: 'area', inside: '' },
  { name: 'Harbour', kind: 'area', inside: '' },
  { name: 'Ashdown Estate', kind: 'estate', inside: 'North' },
  { name: 'Lantern House', kind: 'scheme', inside: 'North' },
  { name: 'Thistle Estate', kind: 'estate', inside: 'East' },
  { name: 'Kite Tower', kind: 'block', inside: 'Thistle Estate' },
  { name: 'Mooring Street', kind: 'street', inside: 'Harbour' },
  { name: 'Damson Close', kind: 'street', inside: 'East' },
  { name: 'Elder Walk', kind: 'street', inside: 'North' },
  { name: 'Foxglove Rise', kind: 'estate', inside: 'East' },
  { name: 'Gorse Hill', kind: 'estate', inside: 'North' },
  { name: 'Hazelmere Towers', kind: 'block', inside: 'Harbour' },
  { name: 'Ivybank', kind: 'estate', inside: 'Harbour' },
  { name: 'Juniper Place', kind: 'street', inside: 'Harbour' },
  { name: 'Kingcup Lane', kind: 'street', inside: 'East' },
  { name: 'Larkspur Court', kind: 'block', inside: 'North' },
];

/** Where the people of the card box live, one after the other. */
const HOMES = ['Ashdown Estate', 'Kite Tower', 'Mooring Street', 'Thistle Estate'] as const;

/** What a few people said of themselves, by their place in the card box. */
const SAID: readonly Partial<PersonFacts>[] = [
  { formatNeed: 'large-print', accessNeeds: 'Hearing loop', channels: ['phone', 'letter'] },
  { channels: ['text', 'email'], hoursPerMonth: 2, noMeetings: true },
  { languageNeed: 'Arabic', needsInterpreter: true, channels: ['phone'] },
  { channels: ['email'], hoursPerMonth: 4 },
  { languageNeed: 'Polish', channels: ['letter'] },
  { needsTransport: true, accessNeeds: 'Step-free way in', channels: ['phone'] },
];

/** Every fifth of them is on the Sounding Board. */
const PEOPLE_WITH_RECORDS = 48;

/** In the second week the areas are entered, and what people said of themselves is copied from the card box. */
export function recordEvents(core: Core, setUpOn: LocalDate, known: Known): readonly Event[] {
  const areas = new Map<string, AreaId>();
  const at = (day: number, minute: number) =>
    instantOf(atTime(addDays(setUpOn, day), timeOfMinutes(minute)));
  const entered = AREAS.map(
    ({ name, kind, inside }, i): Event => ({
      at: at(7, 9 * 60 + 2 * i),
      by: 'manager',
      act: async (ctx) => {
        const parentId = areas.get(inside) ?? null;
        areas.set(name, AreaId.parse((await core.api.areas.add(ctx, { name, kind, parentId })).id));
      },
    }),
  );
  const copied = MADE_UP_PEOPLE.slice(0, PEOPLE_WITH_RECORDS).map(
    ({ name }, i): Event => ({
      at: at(7, 10 * 60 + 3 * i),
      by: 'desk',
      act: (ctx) => copyRecord(core, ctx, { name, place: i, areas, known }),
    }),
  );
  return [...entered, ...copied, consentEvent(core, setUpOn, known), doubleEvent(core, setUpOn)];
}

async function copyRecord(
  core: Core,
  ctx: Ctx,
  of: {
    readonly name: string;
    readonly place: number;
    readonly areas: ReadonlyMap<string, AreaId>;
    readonly known: Known;
  },
): Promise<void> {
  const { name, place, areas } = of;
  const person = await core.api.people.get(ctx, { id: idOf(of.known, name) });
  const isMember = place % 5 === 0;
  const home = mustExist(HOMES[place % HOMES.length], 'there is a home for each');
  await core.api.people.changeRecord(ctx, {
    id: PersonId.parse(person.id),
    version: person.version,
    address: `${place + 1} ${home}`,
    // No real postcode begins with these letters.
    postcode: `ZZ${1 + (place % 3)} ${1 + (place % 9)}AA`,
    areaId: areas.get(home) ?? null,
    schemeId: place % 12 === 5 ? (areas.get('Lantern House') ?? null) : null,
    email: place % 3 === 0 ? `person${place + 1}@example.org` : '',
    ...SAID[place % SAID.length],
    ...(isMember
      ? {
          isOnRegister: true,
          interests: [
            {
              serviceArea: mustExist(SERVICE_AREAS[place % SERVICE_AREAS.length], 'it is in range'),
              methods: ['Surveys and leaflets'],
            },
          ],
        }
      : {}),
    ...(place === 19 ? { notInvolvedSince: todayOf(ctx) } : {}),
  });
}

/** One written consent, so that the consents of a person have something to show. */
function consentEvent(core: Core, setUpOn: LocalDate, known: Known): Event {
  const day = addDays(setUpOn, 8);
  return {
    at: instantOf(atTime(day, LocalTime.parse('10:00'))),
    by: 'desk',
    act: async (ctx) => {
      await core.api.people.giveConsent(ctx, {
        personId: idOf(known, 'Mrs P. Okafor'),
        purpose: 'share-contact',
        what: 'Phone number',
        withWhom: 'the committee of her group',
        givenOn: day,
        until: null,
        how: 'form',
      });
    },
  };
}

/** Somebody whose card was in the box twice, so that the list of possible doubles has something to show. */
const TWICE = { name: 'S. Birtwhistle', of: 'Stan Birtwhistle' };

function doubleEvent(core: Core, setUpOn: LocalDate): Event {
  const { phone } = mustExist(
    MADE_UP_PEOPLE.find(({ name }) => name === TWICE.of),
    'they are in the card box',
  );
  return {
    at: instantOf(atTime(addDays(setUpOn, 8), LocalTime.parse('10:30'))),
    by: 'desk',
    act: async (ctx) => {
      await core.api.people.add(ctx, { name: TWICE.name, kind: 'not-said', phone });
    },
  };
}

const idOf = (known: Known, name: string): PersonId =>
  PersonId.parse(mustExist(known.people.get(name), 'the card box was copied first'));
