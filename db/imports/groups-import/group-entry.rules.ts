import { GroupRecordDetails, type HomesDetails } from '#db/groups/group-record.contract';
import { NOTHING_ENTERED } from '#db/groups/empty-record.rules';
import { GROUP_KIND_WORDS, type GroupKind } from '#db/groups/groups.contract';
import type { KnownPost } from '#db/officers/officers.contract';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { cleanLines } from '#db/shared/text';
import {
  cellOf,
  type Cells,
  choiceIn,
  type ChoiceWords,
  countIn,
  dayOf,
  phoneIn,
  RowProblem,
} from '../cells.rules.ts';
import { GROUP_FIELD_WORDS } from './groups-columns.rules.ts';

/** Somebody whom a row names; the phone tells two of one name apart. */
export type NamedInRow = { readonly name: string; readonly phone: string };

/** One row as it was understood, before the areas, groups and people on record are looked at. */
export type GroupEntry = {
  /** With no contact and no area yet: they are named below. */
  readonly details: GroupRecordDetails;
  readonly areaNames: readonly string[];
  readonly contact: NamedInRow | null;
  readonly officers: readonly { readonly post: KnownPost; readonly who: NamedInRow }[];
  /** First day of the officers; null where the table does not say it. */
  readonly officersSince: LocalDate | null;
  readonly homes: readonly Omit<HomesDetails, 'asAt' | 'source' | 'landlord'>[];
  readonly otherLandlord: string;
  readonly homesAsAt: LocalDate | null;
  readonly duties: readonly {
    readonly kind: 'agm' | 'accounts' | 'insurance';
    readonly lastOn: LocalDate | null;
    readonly nextDueOn: LocalDate | null;
  }[];
  readonly lastConfirmedOn: LocalDate | null;
  readonly notes: readonly string[];
};

const KINDS: Partial<ChoiceWords<GroupKind>> = {
  tra: [
    'TRA',
    'RA',
    'TA',
    'Tenants and Residents Association',
    'Tenants association',
    'Residents association',
    'Tenants & Residents Association',
  ],
  tmo: ['TMO'],
  'neighbourhood-watch': ['NHW', 'NW', 'Neighborhood watch'],
  'voluntary-organisation': [
    'VCO',
    'Voluntary organisation',
    'Community organisation',
    'Voluntary group',
    'Community group',
    'Charity',
  ],
  'borough-forum': ['Borough forum'],
  'block-rep': ['Block rep'],
  'street-rep': ['Street rep'],
  'village-rep': ['Village rep'],
  'scrutiny-panel': ['Scrutiny group'],
  other: ['Other'],
};

/** Reads one row of a table of groups; throws a `RowProblem` where it says what cannot be told. */
export function readGroupEntry(cells: Cells): GroupEntry {
  const phone = phoneIn(cells, 'phone');
  const contactPhone = phoneIn(cells, 'contactPhone');
  const kind = choiceIn(cells, 'kind', {
    words: GROUP_KIND_WORDS,
    others: KINDS,
    thing: 'kind of group',
  });
  const name = cellOf(cells, 'name');
  if (foldForSearch(name) === '')
    throw new RowProblem('There is no name. Choose the column with the name, or write it.');
  const details = GroupRecordDetails.safeParse({
    ...NOTHING_ENTERED,
    name,
    kind: kind ?? 'other',
    phone: phone.phone,
    email: cellOf(cells, 'email'),
    areaIds: [],
    patch: cleanLines(cells['patch'] ?? ''),
    remit: cleanLines(cells['remit'] ?? ''),
    activeMembers: countIn(cells, 'activeMembers', 'Active members'),
    linkOfficer: cellOf(cells, 'linkOfficer'),
    startedOn: dayOf(cells, 'startedOn', 'Started on'),
  });
  if (!details.success) {
    const [issue] = details.error.issues;
    throw new RowProblem(
      `${GROUP_FIELD_WORDS[String(issue?.path[0])] ?? 'The row'}: ${issue?.message ?? ''}`,
    );
  }
  const contact = cellOf(cells, 'contact');
  return {
    details: details.data,
    areaNames: cellOf(cells, 'areas')
      .split(/[;/]|,(?![^(]*\))/)
      .map((area) => area.trim())
      .filter((area) => area !== ''),
    contact: contact === '' ? null : { name: contact, phone: contactPhone.phone },
    officers: officersIn(cells),
    officersSince: dayOf(cells, 'officersSince', 'Officers since'),
    ...homesIn(cells),
    duties: dutiesIn(cells),
    lastConfirmedOn: dayOf(cells, 'lastConfirmedOn', 'Last confirmed on'),
    notes: [
      ...[phone, contactPhone].map(({ note }) => note),
      ...(kind === undefined ? [`kind: ${GROUP_KIND_WORDS.other}`] : []),
    ].filter((note) => note !== ''),
  };
}

const officersIn = (cells: Cells): GroupEntry['officers'] =>
  (['chair', 'secretary', 'treasurer'] as const).flatMap((post) => {
    const name = cellOf(cells, post);
    return foldForSearch(name) === '' || /^(?:vacant|vacancy|none|tbc)$/i.test(name)
      ? []
      : [{ post, who: { name, phone: '' } }];
  });

function homesIn(cells: Cells): Pick<GroupEntry, 'homes' | 'otherLandlord' | 'homesAsAt'> {
  const [properties, tenancies, others] = (
    ['councilProperties', 'councilTenancies', 'otherProperties'] as const
  ).map((field) => countIn(cells, field, GROUP_FIELD_WORDS[field] ?? field));
  const otherLandlord = cellOf(cells, 'otherLandlord');
  if (others !== null && others !== undefined && otherLandlord === '')
    throw new RowProblem('It does not say whose the other homes are. Write the landlord.');
  return {
    homes: [
      ...(properties === null && tenancies === null
        ? []
        : [{ isCouncil: true, properties: properties ?? null, tenancies: tenancies ?? null }]),
      ...(others === null
        ? []
        : [{ isCouncil: false, properties: others ?? null, tenancies: null }]),
    ],
    otherLandlord,
    homesAsAt: dayOf(cells, 'homesAsAt', 'Homes counted on'),
  };
}

const dutiesIn = (cells: Cells): GroupEntry['duties'] =>
  [
    {
      kind: 'agm' as const,
      lastOn: dayOf(cells, 'agmLast', 'Last annual general meeting'),
      nextDueOn: dayOf(cells, 'agmDue', 'Annual general meeting due'),
    },
    {
      kind: 'accounts' as const,
      lastOn: null,
      nextDueOn: dayOf(cells, 'accountsDue', 'Accounts due'),
    },
    {
      kind: 'insurance' as const,
      lastOn: null,
      nextDueOn: dayOf(cells, 'insuranceDue', 'Insurance due'),
    },
  ].filter(({ lastOn, nextDueOn }) => lastOn !== null || nextDueOn !== null);

/** Everything that a row says, as the desk would say it, so that what is shown is what comes in. */
export function groupWords(entry: GroupEntry): string {
  const { details } = entry;
  const on = (words: string, day: LocalDate | null): string =>
    day === null ? '' : `${words} ${formatDateNoWeekday(day)}`;
  return [
    details.name,
    GROUP_KIND_WORDS[details.kind],
    details.phone,
    details.email,
    entry.areaNames.join('; '),
    details.patch.replaceAll('\n', ' '),
    entry.contact === null
      ? ''
      : `contact ${[entry.contact.name, entry.contact.phone].filter((part) => part !== '').join(' ')}`,
    ...entry.homes.map(
      ({ isCouncil, properties, tenancies }) =>
        `${isCouncil ? 'council' : entry.otherLandlord}: ${[
          properties === null ? '' : `${properties} homes`,
          tenancies === null ? '' : `${tenancies} tenancies`,
        ]
          .filter((part) => part !== '')
          .join(', ')}`,
    ),
    on('homes counted on', entry.homesAsAt),
    ...entry.duties.flatMap(({ kind, lastOn, nextDueOn }) => [
      on(`last ${kind === 'agm' ? 'AGM' : kind}`, lastOn),
      on(`${kind === 'agm' ? 'AGM' : kind} due`, nextDueOn),
    ]),
    on('started on', details.startedOn),
    details.activeMembers === null ? '' : `${details.activeMembers} active members`,
    details.remit.replaceAll('\n', ' '),
    details.linkOfficer === '' ? '' : `link officer ${details.linkOfficer}`,
    ...entry.officers.map(({ post, who }) => `${post} ${who.name}`),
    on('officers since', entry.officersSince),
    on('last confirmed on', entry.lastConfirmedOn),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
