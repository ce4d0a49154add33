import { type AgreementDetails, AgreementId } from '#db/agreements/agreements.contract';
import type { ContactDetails } from '#db/directory/directory.contract';
import { GroupId } from '#db/groups/groups.contract';
import type { Core } from '#db/open-core';
import { PersonId } from '#db/people/people.contract';
import { todayOf } from '#db/settings/settings.service';
import { mustExist } from '#db/shared/domain-error';
import {
  addDays,
  addMonths,
  atTime,
  instantOf,
  type LocalDate,
  LocalTime,
} from '#db/shared/local-date';
import { reservedPhone } from './made-up-people.ts';
import type { Event, Known } from './practice-events.ts';

/** Made-up bodies beside those of the council's paper. */
const CONTACTS: readonly Omit<ContactDetails, 'lastVerifiedOn'>[] = [
  {
    name: 'Lantern Street Advice Centre',
    kind: 'local-adviser',
    address: '2 Lantern Street\nNowhere',
    phone: reservedPhone(950),
    email: 'advice@example.org',
    web: 'advice.example.org',
    note: 'Free advice on Tuesdays, no appointment needed.',
  },
  {
    name: 'Harbour Food Larder',
    kind: 'voluntary-organisation',
    address: '9 Quay Road\nNowhere',
    phone: reservedPhone(951),
    email: '',
    web: '',
    note: '',
  },
];

/** In the second week contacts are rung, and what was agreed with two groups and a person is copied from the folder. */
export function agreementEvents(core: Core, setUpOn: LocalDate, known: Known): readonly Event[] {
  const at = (time: string) => instantOf(atTime(addDays(setUpOn, 9), LocalTime.parse(time)));
  const groupOf = (name: string) =>
    GroupId.parse(mustExist(known.groups.get(name), 'the card box was copied first'));
  return [
    {
      at: at('09:30'),
      by: 'desk',
      act: async (ctx) => {
        for (const contact of CONTACTS)
          await core.api.directory.add(ctx, { ...contact, lastVerifiedOn: todayOf(ctx) });
      },
    },
    {
      at: at('10:00'),
      by: 'manager',
      act: async (ctx) => {
        await core.api.agreements.addCodeVersion(ctx, { version: '2', from: todayOf(ctx) });
      },
    },
    {
      at: at('10:15'),
      by: 'officer',
      act: async (ctx) => {
        const { id, version } = await core.api.agreements.add(
          ctx,
          compactOf(groupOf('Ashdown TRA')),
        );
        const today = todayOf(ctx);
        await core.api.agreements.confirmSigned(ctx, {
          id: AgreementId.parse(id),
          version,
          signedOn: today,
          reviewOn: addMonths(today, 12),
        });
      },
    },
    {
      at: at('10:30'),
      by: 'officer',
      act: async (ctx) => {
        const { id, version } = await core.api.agreements.add(ctx, codeOf(groupOf('Ashdown TRA')));
        const signed = { signedOn: todayOf(ctx), reviewOn: null };
        await core.api.agreements.confirmSigned(ctx, {
          ...signed,
          id: AgreementId.parse(id),
          version,
        });
      },
    },
    {
      at: at('10:45'),
      by: 'officer',
      act: async (ctx) => {
        const person = mustExist(known.people.get('Mrs P. Okafor'), 'she is in the card box');
        await core.api.agreements.add(ctx, promiseOf(PersonId.parse(person)));
      },
    },
  ];
}

const NOTHING = {
  personId: null,
  scope: '',
  aims: '',
  areaIds: [] as AgreementDetails['areaIds'],
  responsibilities: [] as AgreementDetails['responsibilities'],
  codeVersion: '',
  addedClauses: '',
  clausesOnlyAdd: false,
  actions: [] as AgreementDetails['actions'],
  reviewOn: null,
  whoWasConsulted: '',
  qualityNote: '',
};

const compactOf = (groupId: GroupId): AgreementDetails => ({
  ...NOTHING,
  kind: 'local-compact',
  groupId,
  title: 'Local Compact for the Ashdown Estate',
  scope: 'The courtyards and the stairs of the estate',
  aims: 'Courtyards that people use, and repairs that are done the first time',
  responsibilities: [
    { who: 'The council', what: 'Sweeps the courtyards', standard: 'Every Monday' },
    { who: 'Ashdown TRA', what: 'Walks the estate with an officer', standard: 'Twice a year' },
  ],
  parties: [
    { name: 'Ashdown TRA', role: 'Chair', signatoryName: '', signedOn: null },
    { name: 'The council', role: 'Housing officer', signatoryName: '', signedOn: null },
  ],
  actions: [{ what: 'Put up a notice board', who: 'The council', by: null, doneOn: null }],
  whoWasConsulted: 'Every household, by letter',
});

/** An earlier version, so that the list of codes has one to speak about. */
const codeOf = (groupId: GroupId): AgreementDetails => ({
  ...NOTHING,
  kind: 'code-adoption',
  groupId,
  title: 'Code of conduct adopted',
  codeVersion: '1',
  parties: [{ name: 'Ashdown TRA', role: 'Chair', signatoryName: '', signedOn: null }],
});

const promiseOf = (personId: PersonId): AgreementDetails => ({
  ...NOTHING,
  kind: 'confidentiality',
  groupId: null,
  personId,
  title: 'Confidentiality agreement',
  scope: 'Offers for the work on the lifts',
  parties: [
    { name: 'Participant', role: '', signatoryName: '', signedOn: null },
    { name: 'The council', role: 'Officer', signatoryName: '', signedOn: null },
  ],
});
