import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROCEDURES } from '#db/api.contract';
import type { Booking } from '#db/bookings/bookings.contract';
import type { Group } from '#db/groups/groups.contract';
import type { Person } from '#db/people/people.contract';
import { mustExist } from '#db/shared/domain-error';
import {
  ACTIVITIES_READ_BY_A_MANAGER,
  asksOfActivitiesWith,
} from '../support/builders/activities.ts';
import {
  AGREEMENTS_READ_BY_A_MANAGER,
  asksOfAgreementsWith,
} from '../support/builders/agreements.ts';
import { aBooking, bookingDetails } from '../support/builders/bookings.ts';
import { asksOfCalendar } from '../support/builders/calendar.ts';
import { asksOfClaimPolicy } from '../support/builders/claim-policy.ts';
import { aConditionText } from '../support/builders/conditions.ts';
import {
  CLAIMS_READ_BY_A_MANAGER,
  WORDS_ABOUT_CLAIMS,
  asksOfClaimsWith,
} from '../support/builders/claims-asked.ts';
import { theRoom } from '../support/builders/facilities.ts';
import { aGroup, documentDetails, recordDetails } from '../support/builders/groups.ts';
import { OFFICERS_READ_BY_A_MANAGER, asksOfOfficersWith } from '../support/builders/officers.ts';
import { PAYEES_READ_BY_A_MANAGER, asksOfPayeesWith } from '../support/builders/payees.ts';
import { aPerson } from '../support/builders/people.ts';
import { asksOfProfiles } from '../support/builders/profiles.ts';
import { aWaiting } from '../support/builders/queue.ts';
import {
  RECOGNITION_READ_BY_A_MANAGER,
  WORDS_ABOUT_RECOGNITION,
  asksOfRecognition,
} from '../support/builders/recognition.ts';
import { aRestriction, restrictionDetails } from '../support/builders/restrictions.ts';
import { aFacilityUsedAs } from '../support/builders/rooms-in-use.ts';
import { aSeries, changeFrom, seriesDetails } from '../support/builders/series.ts';
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

const which = ({ id, version }: Pick<Booking, 'id' | 'version'>) => ({ id, version });

/** A person who appears wherever people appear; answers with questions that lead there. */
async function aCentreThatKnowsSomebody(): Promise<Record<string, readonly unknown[]>> {
  const [desk, officer, manager] = [core.as('desk'), core.as('officer'), core.as('manager')];
  const person = await aPerson(core, { name: 'Quillon Marsh', phone: '07700 900987' });
  const booker = { kind: 'person', personId: person.id } as const;
  const who = { booker, responsiblePersonId: person.id };
  const meeting = await theRoom(core, 'Meeting Room');
  const small = await theRoom(core, 'Small Room');

  const today = { ...who, date: '2027-01-04', facilityId: small.id };
  const made = await aBooking(core, { ...today, from: '09:00', until: '10:00' });
  const used = await desk.call('bookings.startUse', which(made));
  await desk.call('bookings.stopUse', {
    ...which(used),
    checklist: { tidy: true, crockery: null, equipment: true, nothingLeft: false },
    damage: 'Scorched table',
    found: ['Hearing-aid in a box', 'Hearing-aid of a child'],
    notes: 'Quarrelled with the next',
  });
  const [found] = await desk.call('bookings.found', {});
  const { id } = mustExist(found, 'two things were found');
  await desk.call('bookings.settleFound', { id, how: 'Fetched by a neighbour', version: 1 });
  await aBooking(core, { ...today, from: '14:00', until: '15:00', facilityId: meeting.id });
  const late = await aBooking(core, {
    ...today,
    date: '2026-12-30',
    lateEntry: { reason: 'Bereaved at the time' },
  });
  await desk.call('bookings.cancel', { ...which(late), reason: 'Hospital again' });

  const booking = await aBooking(core, {
    ...who,
    date: ON,
    needs: 'Interpreter',
    accessNeeds: ['hearing-loop'],
    notes: 'Dialysis until nine',
    setupMinutes: 30,
    cleardownMinutes: 30,
  });
  await officer.call(
    'bookings.create',
    await bookingDetails(core, {
      date: ON,
      from: '12:00',
      until: '13:00',
      squeeze: { reason: 'Funeral tea' },
    }),
  );
  await manager.call(
    'bookings.create',
    await bookingDetails(core, {
      ...who,
      date: '2027-01-10',
      outsideHours: { keyholder: 'Mr Ibbotson', reason: 'Count of the ballot' },
    }),
  );
  await aWaiting(core, { ...who, date: ON });
  await aBooking(core, { ...who, date: '2027-01-12', hold: { lapsesOn: '2027-01-06' } });
  const room = await aFacilityUsedAs(core, { needsApproval: true });
  await aBooking(core, { ...who, date: '2027-01-13', facilityId: room.id });
  await aBooking(core, { ...who, date: '2027-03-08' });
  const series = await aSeries(core, {
    ...who,
    end: { kind: 'until', date: '2027-03-22' },
  });

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
    ...which(lifted as never),
    on: '2027-01-31',
    reason: 'Apologised to them',
  });

  const { rep, ended } = await groupsThatKnow(person);
  const size = 'normal';
  const span = { date: ON, facilityId: meeting.id };
  const form = await bookingDetails(core, { ...who, date: ON, from: '11:00', until: '12:00' });
  return {
    'audit.recent': [{ limit: 500 }],
    'audit.ofObject': [
      { objectType: 'booking', objectId: booking.id },
      { objectType: 'booking', objectId: made.id },
      { objectType: 'person', objectId: person.id },
    ],
    'audit.check': [{}],
    'bookings.today': [{}],
    'bookings.onDay': [{ date: ON }],
    'bookings.onWeek': [{ date: ON }],
    'bookings.inMonth': [{ date: ON }],
    'bookings.findFree': [{ minutes: 60, from: ON, until: ON }],
    'bookings.foresee': [{ ...form, id: null }],
    'bookings.between': [{ from: '2027-01-04', until: ON }],
    'bookings.list': [{ ...PERIOD, from: '2026-12-28', withCancelled: true }],
    'bookings.ofBooker': [{ booker, from: '2027-01-04' }],
    'bookings.get': [{ id: booking.id }, { id: late.id }],
    'bookings.printSlip': [
      { id: booking.id, size },
      { id: late.id, size },
    ],
    'bookings.printDaySheet': [{ date: ON, size }],
    'bookings.printBlankForm': [{ size }],
    'bookings.previewSeries': [
      await seriesDetails(core, { end: { kind: 'until', date: '2027-03-22' } }),
      await seriesDetails(core, {
        ...who,
        from: '14:00',
        until: '15:00',
        end: { kind: 'until', date: '2027-03-22' },
      }),
    ],
    'bookings.series': [{ id: series.id }],
    'bookings.previewSeriesChange': [
      changeFrom(series, '2027-03-01', { from: '13:00', until: '14:00' }),
    ],
    'bookings.queue': [{ withSettled: true }],
    'bookings.closeOut': [{ id: made.id }],
    'bookings.found': [{}],
    'bookings.printWeekSheet': ['desk', 'public'].map((audience) => ({
      ...span,
      audience,
      size,
    })),
    'bookings.printMonthOverview': [{ ...span, size }],
    'bookings.printDoorSign': [{ ...span, size }],
    'bookings.printCheckOutSheet': [{ id: made.id, size }],
    'bookings.exportCalendar': [
      { ...PERIOD, of: { kind: 'booking', id: booking.id } },
      { ...PERIOD, of: { kind: 'facility', facilityId: meeting.id } },
    ],
    'bookings.lastOf': [{ booker }],
    'bookings.undecided': [{}],
    'bookings.notice': [{ id: booking.id }],
    'bookings.squeezes': [{ id: booking.id }],
    ...(await asksOfActivitiesWith(core, person)),
    ...(await asksOfClaimsWith(core, person)),
    ...(await asksOfOfficersWith(core, person)),
    ...(await asksOfPayeesWith(core, person)),
    ...(await asksOfProfiles(core)),
    ...(await asksOfRecognition(core)),
    'areas.list': [{}],
    'facilities.list': [{}],
    'groups.list': [{ text: '' }],
    'groups.get': [{ id: rep.id }],
    'groups.record': [{ id: rep.id }, { id: ended.id }],
    'groups.warnings': [{ id: rep.id, kind: 'street-rep', areaIds: [] }],
    'groups.register': [{ withEnded: true }],
    'groups.exportRegister': [{ withEnded: true }],
    'groups.coverage': [{}],
    'groups.exportCoverage': [{}],
    'recognition.exportStanding': [{}],
    'groups.linkOfficers': [{ year: 2027 }],
    'groups.exportLinkOfficers': [{ year: 2027 }],
    'groups.startUp': [{ id: rep.id }],
    'groups.printRecord': [
      { id: rep.id, size },
      { id: ended.id, size },
    ],
    'groups.printRegister': [{ withEnded: true, size }],
    'groups.printCoverage': [{ size }],
    'groups.printRepForm': [{ id: rep.id, size }],
    'groups.printStarterPack': [{ id: rep.id, size }],
    'groups.printOtherForm': [{ id: rep.id, size }],
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

/** A representative with a note and support about them, and a group that ended for a reason of its own. */
async function groupsThatKnow(person: Person): Promise<{ rep: Group; ended: Group }> {
  const desk = core.as('desk');
  const rep = await aGroup(core, { name: 'Elm Row', kind: 'street-rep', phone: person.phone });
  await desk.call('groups.changeRecord', recordDetails(rep, { contactId: person.id }));
  for (const purpose of ['be-named', 'share-contact'] as const)
    await desk.call('people.giveConsent', {
      personId: person.id,
      purpose,
      what: '',
      withWhom: '',
      givenOn: '2027-01-04',
      until: null,
      how: 'written',
    });
  await desk.call('groups.recordSupport', {
    groupId: rep.id,
    on: '2027-01-04',
    kind: 'advice',
    what: 'Overdrawn account talked over',
    by: 'R. Plant',
  });
  await desk.call('groups.addDocument', {
    ...documentDetails({ note: 'Countersigned at home' }),
    groupId: rep.id,
  });
  const ended = await aGroup(core, { name: 'Old Row' });
  await desk.call('groups.endGroup', {
    id: ended.id,
    on: '2027-01-04',
    reason: 'Emigrated',
    successorId: null,
    version: ended.version,
  });
  return { rep, ended };
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
  ...CLAIMS_READ_BY_A_MANAGER,
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
  'bookings.today': ['name'],
  'bookings.onDay': ['name', 'needs'],
  'bookings.onWeek': ['name', 'needs'],
  'bookings.foresee': ['name', 'restricted'],
  'bookings.between': ['name', 'needs'],
  'bookings.list': [
    'name',
    'phone',
    'needs',
    'access',
    'notes',
    'keyholder',
    'openedFor',
    'enteredLate',
    'cancelled',
  ],
  'bookings.ofBooker': ['name', 'phone', 'needs', 'access', 'notes', 'keyholder', 'openedFor'],
  'bookings.get': ['name', 'phone', 'needs', 'access', 'notes', 'enteredLate', 'cancelled'],
  'bookings.printSlip': ['name', 'phone', 'needs', 'access', 'notes', 'cancelled'],
  'bookings.printDaySheet': ['name', 'phone', 'needs', 'access', 'notes'],
  'bookings.previewSeries': ['name', 'restricted'],
  'bookings.series': ['name', 'phone'],
  'bookings.previewSeriesChange': ['name', 'restricted'],
  'bookings.queue': ['name', 'phone'],
  'bookings.closeOut': ['damage', 'checkOutNotes'],
  'bookings.found': ['found', 'cameBack'],
  'bookings.printWeekSheet': ['name'],
  'bookings.printCheckOutSheet': ['name', 'damage', 'checkOutNotes', 'found'],
  'bookings.exportCalendar': ['name'],
  'bookings.lastOf': ['name', 'phone'],
  'bookings.undecided': ['name', 'phone'],
  'bookings.squeezes': ['squeezed'],
  'timeline.list': ['restricted', 'lifted', 'session', 'groupSupport', 'groupEnded'],
  'timeline.today': ['restricted'],
  'groups.list': ['phone'],
  'groups.get': ['phone'],
  'groups.record': ['name', 'phone', 'groupSupport', 'groupNote', 'groupEnded'],
  'groups.register': ['name', 'phone'],
  'groups.exportRegister': ['name', 'phone'],
  'groups.printRecord': ['name', 'phone', 'groupSupport', 'groupEnded'],
  'groups.printRegister': ['name', 'phone'],
  'groups.printRepForm': ['name', 'phone'],
  'groups.printOtherForm': ['name', 'phone'],
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
