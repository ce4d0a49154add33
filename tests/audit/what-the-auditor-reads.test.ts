import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROCEDURES } from '#db/api.contract';
import {
  ACTIVITIES_READ_BY_A_MANAGER,
  asksOfActivitiesWith,
} from '../support/builders/activities.ts';
import {
  AGREEMENTS_READ_BY_A_MANAGER,
  asksOfAgreementsWith,
} from '../support/builders/agreements.ts';
import {
  aDiaryThatNames,
  asksOfBookings,
  BOOKINGS_READ_BY_A_MANAGER,
} from '../support/builders/bookings-asked.ts';
import { asksOfCalendar } from '../support/builders/calendar.ts';
import { asksOfClaimPolicy } from '../support/builders/claim-policy.ts';
import { aConditionText } from '../support/builders/conditions.ts';
import {
  CLAIMS_READ_BY_A_MANAGER,
  WORDS_ABOUT_CLAIMS,
  asksOfClaimsWith,
} from '../support/builders/claims-asked.ts';
import { theRoom } from '../support/builders/facilities.ts';
import {
  asksOfGroups,
  GROUPS_READ_BY_A_MANAGER,
  groupsThatKnow,
} from '../support/builders/groups-asked.ts';
import { OFFICERS_READ_BY_A_MANAGER, asksOfOfficersWith } from '../support/builders/officers.ts';
import { PAYEES_READ_BY_A_MANAGER, asksOfPayeesWith } from '../support/builders/payees.ts';
import { aPerson } from '../support/builders/people.ts';
import { asksOfProfiles } from '../support/builders/profiles.ts';
import {
  RECOGNITION_READ_BY_A_MANAGER,
  WORDS_ABOUT_RECOGNITION,
  asksOfRecognition,
} from '../support/builders/recognition.ts';
import { aRestriction, restrictionDetails } from '../support/builders/restrictions.ts';
import { aPastUse, aSession } from '../support/builders/usage.ts';
import { asksOfVenues, theFederationOffice } from '../support/builders/venues.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { textOf } from '../support/read-pdf.ts';

/** A person of the centre, and every free text in which the desk may write something about a person. */
const PERSONAL: Readonly<Record<string, string>> = {
  name: 'Quillon',
  phone: '900987',
  needs: 'Interpreter',
  access: 'hearing loop',
  notes: 'Dialysis',
  keyholder: 'Ibbotson',
  openedFor: 'Ballot',
  enteredLate: 'Bereaved',
  squeezed: 'Funeral',
  cancelled: 'Hospital',
  damage: 'Scorched',
  checkOutNotes: 'Quarrelled',
  found: 'Hearing-aid',
  cameBack: 'Fetched',
  restricted: 'Threatened',
  lifted: 'Apologised',
  key: 'Grandson',
  visit: 'Unwell',
  session: 'Eviction',
  adult: 'Stepfather',
  useNotes: 'Shouting',
  paidWhy: 'Inheritance',
  rungBack: 'Stepsister',
  shownWhy: 'Garnishee',
  turnedDown: 'Swindle',
  groupSupport: 'Overdrawn',
  groupNote: 'Countersigned',
  groupEnded: 'Emigrated',
  ...WORDS_ABOUT_RECOGNITION,
  ...WORDS_ABOUT_CLAIMS,
};
const ON = '2027-01-05';
const PERIOD = { from: '2027-01-01', until: '2027-01-31' };

let core: TestCore;
/** What is asked of every procedure that the auditor may call. */
let asked: ReadonlyMap<string, readonly unknown[]>;

beforeAll(async () => {
  core = await openTestCore();
  asked = new Map(Object.entries(await aCentreThatKnowsSomebody()));
});
afterAll(() => core.close());

/** A person who appears wherever people appear; answers with questions that lead there. */
async function aCentreThatKnowsSomebody(): Promise<Record<string, readonly unknown[]>> {
  const [desk, manager] = [core.as('desk'), core.as('manager')];
  const person = await aPerson(core, { name: 'Quillon Marsh', phone: '07700 900987' });
  const booker = { kind: 'person', personId: person.id } as const;
  const who = { booker, responsiblePersonId: person.id };
  const diary = await aDiaryThatNames(core, person.id);
  const { meeting, booking, made } = diary;

  const suite = await theRoom(core, 'Computer Suite');
  await aSession(core, suite, {
    personId: person.id,
    purpose: 'Eviction letter',
    accompaniedBy: 'Stepfather',
  });
  await aPastUse(core, suite, {
    personId: person.id,
    startedAt: '2027-01-04T07:30',
    purpose: 'Eviction',
    notes: 'Shouting',
  });
  await desk.call('venues.recordKey', {
    keyName: 'Front door 2',
    personId: person.id,
    heldSince: '2027-01-04',
    notes: 'Grandson has it',
  });
  const office = await theFederationOffice(core);
  await desk.call('venues.recordAccess', {
    venueId: office.id,
    at: '2027-01-04T08:00',
    officer: 'R. Plant',
    reason: 'maintenance',
    notes: 'Unwell man let in',
    committeeToldOn: null,
  });

  for (const kind of ['guidelines', 'fire']) await aConditionText(core, { kind });
  await desk.call('conditions.recordAcknowledged', {
    kind: 'fire',
    who: booker,
    on: '2027-01-04',
    how: 'told',
  });
  const scope = { kind: 'all-facilities' } as const;
  const part = { subject: booker, scope, reason: 'Threatened a volunteer' };
  const { restriction } = await aRestriction(core, part);
  const lifted = (await aRestriction(core, part)).restriction;
  await manager.call('restrictions.lift', {
    id: lifted.id,
    version: lifted.version,
    on: '2027-01-31',
    reason: 'Apologised to them',
  });

  const groups = await groupsThatKnow(core, person);
  const { rep, ended } = groups;
  const size = 'normal';
  return {
    'audit.recent': [{ limit: 500 }],
    'audit.ofObject': [
      { objectType: 'booking', objectId: booking.id },
      { objectType: 'booking', objectId: made.id },
      { objectType: 'person', objectId: person.id },
    ],
    'audit.check': [{}],
    ...(await asksOfBookings(core, person.id, diary)),
    ...(await asksOfActivitiesWith(core, person)),
    ...(await asksOfClaimsWith(core, person)),
    ...(await asksOfOfficersWith(core, person)),
    ...(await asksOfPayeesWith(core, person)),
    ...(await asksOfProfiles(core)),
    ...(await asksOfRecognition(core)),
    'areas.list': [{}],
    'facilities.list': [{}],
    ...asksOfGroups(groups),
    'recognition.exportStanding': [{}],
    'people.list': [{ text: '' }, { text: 'Quillon' }],
    'people.get': [{ id: person.id }],
    'search.everything': [{ text: 'BKG' }, { text: 'Quillon' }, { text: '900987' }],
    'settings.centre': [{}],
    'settings.parameters': [{}],
    ...asksOfClaimPolicy(ON),
    'settings.history': [{ name: 'rooms.officeHours' }],
    'settings.officeHours': [{}],
    ...asksOfCalendar(ON),
    ...asksOfVenues(office.id),
    'conditions.texts': [{}],
    'conditions.missing': [{ ...who, on: ON }],
    'conditions.acknowledged': [{ who: booker }],
    'conditions.printGuidelines': [{ size }],
    'conditions.printFireSheet': [{ size }],
    'conditions.printNotice': [{ size }],
    ...(await asksOfAgreementsWith(core, person)),
    'restrictions.list': [{}],
    'restrictions.barring': [
      { subjects: [booker], from: { kind: 'facility', facilityId: meeting.id }, on: ON },
    ],
    'restrictions.hitBy': [await restrictionDetails(core, part)],
    'restrictions.printLetter': [
      { id: restriction.id, size },
      { id: lifted.id, size },
    ],
    'tasks.list': [{ withDone: true }],
    'timeline.list': [
      { of: booker },
      { of: booker, when: 'coming' },
      { of: { kind: 'person', personId: person.id } },
      { of: { kind: 'group', groupId: rep.id } },
      { of: { kind: 'group', groupId: ended.id } },
    ],
    'timeline.today': [{ of: booker }, { of: { kind: 'group', groupId: rep.id } }],
    'usage.now': [{}],
    'usage.list': [PERIOD],
    'usage.allowances': [{}],
    'usage.left': [{ groupId: null, personId: person.id, on: ON }],
    'usage.printLog': [{ facilityId: suite.id, month: '2027-01-01', size }],
    'reports.use': [PERIOD],
    'reports.exportUse': [PERIOD],
    'reports.exportBookings': [{ ...PERIOD, from: '2026-12-28' }],
    'reports.printUse': [PERIOD],
    'users.list': [{}],
  };
}

/** Every word of an answer; of a paper, those that are drawn on it. */
function wordsOf(answer: unknown): string {
  const paper = (answer as { readonly base64?: string } | null)?.base64;
  // A picture of a receipt has no words that could be read here.
  return paper === undefined || !paper.startsWith('JVBERi0')
    ? JSON.stringify(answer)
    : `${JSON.stringify({ ...(answer as object), base64: '' })} ${textOf(Buffer.from(paper, 'base64'))}`;
}

/** Which of the personal words somebody reads in the answers of a procedure. */
async function personalIn(name: string, role: 'auditor' | 'manager'): Promise<readonly string[]> {
  let words = '';
  for (const input of asked.get(name) ??
    expect.fail(`Ask ${name} something above, as the auditor may`))
    words += wordsOf(await core.as(role).call(name as never, input as never));
  // A code and its words count as one: hearing-loop, Hearing loop.
  const plain = words.toLowerCase().replaceAll('-', ' ');
  return Object.keys(PERSONAL).filter((what) =>
    plain.includes((PERSONAL[what] ?? '').toLowerCase().replaceAll('-', ' ')),
  );
}

/** Host procedures and one’s own secrets show nobody’s records. */
const SHOWING = [...PROCEDURES].flatMap(([name, { access, kind }]) =>
  Array.isArray(access) && access.includes('auditor') && kind !== 'host' ? [name] : [],
);

/** What a manager reads in the same answers, so that nothing is hidden only because it is not there. */
const READ_BY_A_MANAGER: Readonly<Record<string, readonly string[]>> = {
  ...ACTIVITIES_READ_BY_A_MANAGER,
  ...AGREEMENTS_READ_BY_A_MANAGER,
  ...BOOKINGS_READ_BY_A_MANAGER,
  ...CLAIMS_READ_BY_A_MANAGER,
  ...GROUPS_READ_BY_A_MANAGER,
  ...OFFICERS_READ_BY_A_MANAGER,
  ...PAYEES_READ_BY_A_MANAGER,
  ...RECOGNITION_READ_BY_A_MANAGER,
  'audit.recent': Object.keys(PERSONAL),
  'audit.ofObject': [
    'name',
    'phone',
    'needs',
    'access',
    'notes',
    'squeezed',
    'damage',
    'checkOutNotes',
    'found',
    'cameBack',
    'restricted',
    'lifted',
    'paidWhy',
    'rungBack',
    'shownWhy',
    'turnedDown',
  ],
  'timeline.list': ['restricted', 'lifted', 'session', 'groupSupport', 'groupEnded'],
  'timeline.today': ['restricted'],
  'people.list': ['name', 'phone'],
  'people.get': ['name', 'phone'],
  'search.everything': ['name', 'phone'],
  'calendar.hitBy': ['name'],
  'venues.accessLog': ['visit'],
  'venues.printAccessLog': ['visit'],
  'venues.keys': ['name', 'key'],
  'conditions.missing': ['name'],
  'conditions.acknowledged': ['name'],
  'conditions.printFireSheet': ['name'],
  'restrictions.list': ['name', 'restricted', 'lifted'],
  'restrictions.barring': ['name', 'restricted', 'lifted'],
  'restrictions.hitBy': ['name'],
  'restrictions.printLetter': ['name', 'restricted', 'lifted'],
  'tasks.list': ['name', 'damage', 'found'],
  'usage.now': ['name', 'session', 'adult'],
  'usage.list': ['name', 'session', 'adult', 'useNotes'],
  'usage.printLog': ['name', 'session'],
  'reports.exportBookings': ['name', 'notes', 'cancelled'],
};

describe('What the auditor reads', () => {
  it.each(SHOWING)('in %s is no name, phone, need, note or reason of anybody', async (name) => {
    expect(await personalIn(name, 'manager')).toEqual(READ_BY_A_MANAGER[name] ?? []);
    expect(await personalIn(name, 'auditor')).toEqual([]);
  });
});
