import type { AreaId } from '#db/areas/areas.contract';
import { NOTHING_ENTERED } from '#db/groups/empty-record.rules';
import type { GroupDocumentDetails, GroupRecordDetails } from '#db/groups/group-record.contract';
import { GroupId, type GroupKind } from '#db/groups/groups.contract';
import type { Core } from '#db/open-core';
import { PersonId } from '#db/people/people.contract';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { addDays, atTime, instantOf, type LocalDate, timeOfMinutes } from '#db/shared/local-date';
import type { Event, Known } from './practice-events.ts';

/** What the card of a group said, by the group's name. */
type Card = {
  readonly name: string;
  /** Given for one that is not in the card box of bookings and is entered here. */
  readonly kind?: GroupKind;
  readonly areas: readonly string[];
  /** None where only the place and its homes were on the card. */
  readonly contact?: string;
  readonly facts?: Partial<GroupRecordDetails>;
  /** Council homes, and those of another landlord. */
  readonly homes?: readonly [number, number];
  /** Days from the first day of practice until the accounts, the meeting and the insurance are due. */
  readonly due?: readonly [number, number, number];
  readonly documents?: readonly Partial<GroupDocumentDetails>[];
  readonly support?: string;
};

const CARDS: readonly Card[] = [
  {
    name: 'Ashdown TRA',
    areas: ['Ashdown Estate'],
    contact: 'Mrs P. Okafor',
    facts: {
      remit: 'To speak for everybody who lives on Ashdown Estate.',
      activeMembers: 18,
      quorumWords: 'Five members, or one third of the committee if that is more',
      linkOfficer: 'Involvement officer, North',
    },
    homes: [214, 36],
    due: [20, 47, 130],
    documents: [
      { kind: 'constitution', title: 'Constitution', version: '3' },
      {
        kind: 'code-adoption',
        title: 'Code of conduct',
        version: '2',
        note: 'Signed by the chair',
      },
      { kind: 'accounts', title: 'Accounts of last year' },
    ],
    support: 'Helped with the notice of the annual general meeting',
  },
  {
    name: 'Birch Court TRA',
    areas: ['Kite Tower'],
    contact: 'Ms R. Haddad',
    facts: { linkOfficer: 'Involvement officer, East', quorumWords: 'Four members' },
    homes: [96, 0],
    due: [-12, 75, 160],
    documents: [{ kind: 'constitution', title: 'Constitution', version: '1' }],
    support: 'Explained what the treasurer does',
  },
  {
    name: 'Federation of Practice Tenants’ Associations',
    areas: ['North', 'East', 'Harbour'],
    contact: 'Winston Peabody-Clarke',
    facts: { remit: 'Brings the associations together.' },
    documents: [{ kind: 'constitution', title: 'Federation constitution', version: '5' }],
  },
  {
    name: 'Mooring Street representative',
    kind: 'street-rep',
    areas: ['Mooring Street'],
    contact: 'Stephen Marchbanks',
    facts: { patch: 'Numbers 1 to 61, Mooring Street' },
    documents: [{ kind: 'code-adoption', title: 'Code of conduct', version: '2' }],
  },
  {
    name: 'Harbour Neighbourhood Watch',
    kind: 'neighbourhood-watch',
    areas: ['Harbour'],
    contact: 'Thandiwe Mokoena',
  },
  { name: 'Damson Close TRA', areas: ['Damson Close'], homes: [58, 0] },
  { name: 'Elder Walk TRA', areas: ['Elder Walk'], homes: [74, 12] },
  { name: 'Foxglove Rise TRA', areas: ['Foxglove Rise'], homes: [181, 0] },
  { name: 'Gorse Hill Residents', areas: ['Gorse Hill'], homes: [240, 95] },
  { name: 'Hazelmere Towers TRA', areas: ['Hazelmere Towers'], homes: [128, 0] },
  { name: 'Ivybank TRA', areas: ['Ivybank'], homes: [166, 20] },
  { name: 'Juniper Place TRA', areas: ['Juniper Place'], homes: [49, 0] },
  { name: 'Kingcup Lane TRA', areas: ['Kingcup Lane'], homes: [83, 0] },
  { name: 'Larkspur Court TRA', areas: ['Larkspur Court'], homes: [64, 0] },
];

/** In the second week the cards of a few groups are copied, with dates that lie round the first day of practice. */
export function groupEvents(
  core: Core,
  days: { readonly setUpOn: LocalDate; readonly firstDay: LocalDate },
  known: Known,
): readonly Event[] {
  const copied = CARDS.map(
    (card, i): Event => ({
      at: instantOf(atTime(addDays(days.setUpOn, 9), timeOfMinutes(9 * 60 + 10 * i))),
      by: 'officer',
      act: (ctx) => copyCard(core, ctx, { card, firstDay: days.firstDay, known }),
    }),
  );
  const represents: Event = {
    at: instantOf(atTime(addDays(days.setUpOn, 9), timeOfMinutes(12 * 60))),
    by: 'officer',
    act: async (ctx) => {
      await core.api.groups.addRepresentation(ctx, {
        groupId: groupOf(known, 'Ashdown TRA'),
        personId: personOf(known, 'Mr D. Lane'),
        bodyGroupId: groupOf(known, 'Federation of Practice Tenants’ Associations'),
        from: todayOf(ctx),
      });
    },
  };
  return [...copied, represents];
}

async function copyCard(
  core: Core,
  ctx: Ctx,
  of: { readonly card: Card; readonly firstDay: LocalDate; readonly known: Known },
): Promise<void> {
  const { groups } = core.api;
  const { card, firstDay, known } = of;
  const group =
    card.kind === undefined
      ? await groups.get(ctx, { id: groupOf(known, card.name) })
      : await groups.add(ctx, { name: card.name, kind: card.kind, phone: '' });
  const groupId = GroupId.parse(group.id);
  await groups.changeRecord(ctx, {
    id: groupId,
    version: group.version,
    name: group.name,
    kind: group.kind,
    phone: group.phone,
    ...NOTHING_ENTERED,
    contactId: card.contact === undefined ? null : personOf(known, card.contact),
    areaIds: await areasOf(core, ctx, card.areas),
    ...card.facts,
  });
  for (const [place, count] of (card.homes ?? []).entries())
    if (count > 0)
      await groups.addHomes(ctx, {
        groupId,
        landlord: place === 0 ? 'Practice Council' : 'Made-up Homes',
        isCouncil: place === 0,
        properties: count,
        tenancies: Math.floor(count * 0.9),
        asAt: todayOf(ctx),
        source: place === 0 ? 'Rent system' : 'Letter of the landlord',
      });
  for (const [place, ahead] of (card.due ?? []).entries())
    await groups.setDuty(ctx, {
      groupId,
      kind: mustExist((['accounts', 'agm', 'insurance'] as const)[place], 'three days are given'),
      lastOn: null,
      nextDueOn: addDays(firstDay, ahead),
      shown: { lastOn: null, nextDueOn: null },
    });
  for (const document of card.documents ?? [])
    await groups.addDocument(ctx, {
      groupId,
      replacesId: null,
      kind: 'other',
      title: '',
      version: '',
      datedOn: null,
      receivedOn: todayOf(ctx),
      expiresOn: null,
      whereKept: 'Cabinet 2, drawer 1',
      note: '',
      ...document,
    });
  if (card.support !== undefined)
    await groups.recordSupport(ctx, {
      groupId,
      on: todayOf(ctx),
      kind: 'advice',
      what: card.support,
      by: 'Involvement officer',
    });
}

async function areasOf(core: Core, ctx: Ctx, names: readonly string[]): Promise<AreaId[]> {
  const areas = await core.api.areas.list(ctx, {});
  return names.map(
    (name) =>
      mustExist(
        areas.find((area) => area.name === name),
        'the areas were entered two days before',
      ).id as AreaId,
  );
}

const groupOf = (known: Known, name: string): GroupId =>
  GroupId.parse(mustExist(known.groups.get(name), 'the group is in the card box'));

const personOf = (known: Known, name: string): PersonId =>
  PersonId.parse(mustExist(known.people.get(name), 'the person is in the card box'));
