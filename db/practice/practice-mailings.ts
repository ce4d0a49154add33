import { AreaId } from '#db/areas/areas.contract';
import type { Core } from '#db/open-core';
import { PersonId } from '#db/people/people.contract';
import { type PersonFacts, SERVICE_AREAS } from '#db/people/person-record.contract';
import { MailingId, Selection } from '#db/mailings/mailings.contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { addDays, atTime, instantOf, type LocalDate, timeOfMinutes } from '#db/shared/local-date';
import { todayOf } from '#db/settings/settings.service';
import { MADE_UP_PEOPLE } from './made-up-people.ts';
import type { Event, Known } from './practice-events.ts';

/** Whoever works for somebody else is on no Sounding Board; the others from this place of the card box on joined it. */
const FIRST_PLACE = 48;
const JOINED = MADE_UP_PEOPLE.map((person, place) => ({ ...person, place })).filter(
  ({ place, kind }) => place >= FIRST_PLACE && kind !== 'other-customer' && kind !== 'advocate',
);

const HOMES = ['Ashdown Estate', 'Thistle Estate'] as const;

/** How they like to hear and what they need, one after the other; the first four lines leave nothing in the way. */
const SAID: readonly (Partial<PersonFacts> & { readonly agrees?: true })[] = [
  { channels: ['letter'] },
  { channels: ['email', 'letter'], agrees: true },
  { channels: ['text'], agrees: true },
  { channels: ['phone', 'letter'] },
  { channels: ['letter'], formatNeed: 'large-print' },
  { channels: [] },
  { channels: ['email'] },
  { channels: ['letter'], formatNeed: 'braille' },
  { channels: ['letter'], languageNeed: 'Somali', needsInterpreter: true },
  { channels: ['face-to-face'] },
  { channels: ['letter'], address: '' },
  { channels: ['letter'] },
  { channels: ['email'], agrees: true },
  { channels: ['letter', 'phone'] },
  { channels: ['text', 'letter'], agrees: true },
];

/**
 * In the fourth week those who want a say are entered from their joining forms; in the months after, some of them are
 * spoken with, and one mailing goes out, so that lists and reasons have something to show.
 */
export function mailingEvents(core: Core, setUpOn: LocalDate, known: Known): readonly Event[] {
  const at = (day: number, minute: number) =>
    instantOf(atTime(addDays(setUpOn, day), timeOfMinutes(minute)));
  const joined = JOINED.map(
    ({ name }, i): Event => ({
      at: at(21 + Math.floor(i / 40), 9 * 60 + 30 + 5 * (i % 40)),
      by: 'desk',
      act: (ctx) => enterMember(core, ctx, { i, id: idOf(known, name) }),
    }),
  );
  const spokenWith = JOINED.filter((_, i) => i % 7 === 3).map(
    ({ name }, i): Event => ({
      at: at(140 + i, 11 * 60),
      by: 'desk',
      act: async (ctx) => {
        const id = idOf(known, name);
        const { version } = await core.api.people.record(ctx, { id });
        await core.api.people.confirmDetails(ctx, { id, version });
      },
    }),
  );
  return [...joined, ...spokenWith, mailingEvent(core, at(70, 14 * 60))];
}

async function enterMember(
  core: Core,
  ctx: Ctx,
  { i, id }: { readonly i: number; readonly id: PersonId },
): Promise<void> {
  const { agrees, ...said } = mustExist(SAID[i % SAID.length], 'it is in range');
  const home = mustExist(HOMES[i % HOMES.length], 'it is in range');
  const areas = await core.api.areas.list(ctx, {});
  const area = mustExist(
    areas.find(({ name }) => name === home),
    'areas are entered before people join',
  );
  const { version } = await core.api.people.get(ctx, { id });
  await core.api.people.changeRecord(ctx, {
    id,
    version,
    isOnRegister: true,
    address: `${100 + i} ${home}`,
    postcode: `ZZ${4 + (i % 4)} ${1 + (i % 9)}AB`,
    areaId: AreaId.parse(area.id),
    email: said.channels?.includes('email') === true ? `member${i + 1}@example.org` : '',
    hoursPerMonth: i % 3 === 0 ? 2 : null,
    interests: [
      {
        serviceArea: mustExist(
          SERVICE_AREAS[i % 3 === 2 ? 1 + (i % 4) : 0],
          'there are five service areas',
        ),
        methods: [i % 2 === 0 ? 'Surveys and leaflets' : 'Walkabouts'],
      },
    ],
    ...said,
    ...(i === 13
      ? {
          isUnder18: true,
          guardianName: 'A made-up parent',
          guardianPhone: '01632 960999',
          guardianConsentOn: todayOf(ctx),
        }
      : {}),
  });
  if (agrees === true)
    await core.api.people.giveConsent(ctx, {
      personId: id,
      purpose: 'mailing-sms-email',
      what: '',
      withWhom: '',
      givenOn: todayOf(ctx),
      until: null,
      how: 'form',
    });
}

/** One mailing in the past, with a few answers. */
function mailingEvent(core: Core, at: Event['at']): Event {
  return {
    at,
    by: 'officer',
    act: async (ctx) => {
      const selection = Selection.parse({ serviceAreas: ['Youth facilities'] });
      const { mark, chosen } = await core.api.mailings.choice(ctx, {
        selection,
        byHand: [],
        limit: 200,
      });
      const mailing = await core.api.mailings.create(ctx, {
        selection,
        byHand: [],
        mark,
        subject: 'What should the youth room be?',
        askedBy: 'The made-up participation team',
        letterOn: todayOf(ctx),
        body: 'The youth room opens again next spring. Tell us what you would use it for.\n\nCome to the centre any afternoon, or ring {centre phone}.',
      });
      for (const { personId, channel } of chosen.slice(0, 2))
        await core.api.mailings.recordOutcome(ctx, {
          id: MailingId.parse(mailing.id),
          personId: PersonId.parse(personId),
          outcome: channel === 'phone' ? 'reached' : 'will-take-part',
          note: '',
        });
    },
  };
}

const idOf = (known: Known, name: string): PersonId =>
  PersonId.parse(mustExist(known.people.get(name), 'the card box was copied first'));
