import { expect, type Page } from '@playwright/test';
import type { Booking } from '#db/bookings/bookings.contract';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { booked } from '../booked.ts';
import { EMPTY_DAY } from '../desk.ts';
import { clientOf, type DoorClient } from '../door-client.ts';

/** Before the day on which the practice centre stands in the tests. */
const DAY_OF_CLAIM = '2027-06-09';

/** Every address of the program, with a record of its own where one is shown. */
export async function routesOf(address: string): Promise<readonly string[]> {
  const officer = await clientOf(address, 'officer');
  const booking = await booked(officer, {
    needs: 'Hearing loop',
    notes: 'Rings before coming',
  });
  await fillQueue(officer, booking);
  const groupId = booking.booker.kind === 'group' ? booking.booker.groupId : '';
  return [
    '',
    `rooms?date=${EMPTY_DAY}`,
    `rooms?date=${EMPTY_DAY}&view=week`,
    `rooms?date=${EMPTY_DAY}&view=week&room=${booking.facilityId}`,
    `rooms?date=${EMPTY_DAY}&view=month`,
    'rooms?find=2+hours',
    `rooms?date=${EMPTY_DAY}&view=list&period=month&cancelled=1`,
    'rooms/queue',
    `bookings/${booking.id}`,
    'groups',
    'groups/coverage',
    `groups/${groupId}`,
    'directory',
    `directory/${(await listedContact(officer)).id}`,
    'activities',
    `activities/${await someActivity(officer)}`,
    'agreements',
    'agreements/code',
    `agreements/${(await draftAgreement(officer, groupId)).id}`,
    'people',
    `people/${booking.responsiblePersonId}`,
    'people/sounding-board',
    'people/mailings',
    'people/mailings/new',
    `people/mailings/${await someMailing(officer)}`,
    'people/doubles',
    'people/who-takes-part',
    'people/who-takes-part/forms',
    'people/who-takes-part/questions',
    `people/merge?keep=${booking.responsiblePersonId}`,
    `people/${booking.responsiblePersonId}/held`,
    `groups/${groupId}/held`,
    'settings/records',
    'settings',
    'settings/centre',
    'settings/rooms',
    'settings/hours',
    'settings/figures',
    'settings/accounts',
    'settings/my-account',
    'settings/record',
    'settings/days',
    'settings/conditions',
    'settings/venues',
    'settings/restrictions',
    'settings/recognition',
    'settings/areas',
    'settings/claims',
    'settings/import',
    'claims/new',
    'claims/to-finish',
    `claims/${await begunClaim(officer, booking.responsiblePersonId)}/form`,
    `claims/sheets/${await begunSheet(officer, groupId, booking.responsiblePersonId)}`,
    'walk-ins',
    'walk-ins/log',
    'rooms/found',
    'reports',
    'gallery',
    'no-such-page',
  ];
}

/** An activity of the practice centre; its register may be open or complete. */
async function someActivity(officer: DoorClient): Promise<string> {
  const activities = await officer.call('activities.list', {});
  return activities.find((one) => !one.isSheetClosed && one.attended > 0)?.id ?? '';
}

/** A claim that is being filled in: nobody has said what it cost. */
async function begunClaim(officer: DoorClient, person: string): Promise<string> {
  const personId = PersonId.parse(person);
  const claimant = { kind: 'person', personId } as const;
  const { id } = await officer.call('claims.saveDraft', {
    id: 'claim-begun',
    claimant,
    filerPersonId: personId,
    filerGroupId: null,
    payee: claimant,
    method: 'bank-transfer',
    batchId: null,
    receivedOn: DAY_OF_CLAIM,
    notes: '',
    accessNeedMet: '',
    lines: [],
    version: 0,
  });
  return id;
}

async function begunSheet(officer: DoorClient, group: string, person: string): Promise<string> {
  const { id } = await officer.call('claims.startBatch', {
    id: 'sheet-begun',
    groupId: GroupId.parse(group),
    treasurerPersonId: PersonId.parse(person),
    receivedOn: DAY_OF_CLAIM,
  });
  return id;
}

/** The mailing that the practice centre has behind it. */
async function someMailing(officer: DoorClient): Promise<string> {
  const [first] = await officer.call('mailings.list', {});
  return first?.id ?? '';
}

const listedContact = (officer: DoorClient) =>
  officer.call('directory.add', {
    name: 'Harbour Law Centre',
    kind: 'local-adviser',
    address: '3 Made-up Street',
    phone: '01632 960111',
    email: '',
    web: '',
    note: 'Free advice on Tuesdays',
    lastVerifiedOn: null,
  });

const draftAgreement = (officer: DoorClient, groupId: string) =>
  officer.call('agreements.add', {
    kind: 'local-compact',
    groupId,
    personId: null,
    title: 'Local Compact',
    scope: 'The courtyard',
    aims: '',
    areaIds: [],
    responsibilities: [{ who: 'The council', what: 'Sweeps it', standard: 'Every Monday' }],
    codeVersion: '',
    addedClauses: '',
    clausesOnlyAdd: false,
    parties: [{ name: 'The group', role: 'Chair', signatoryName: '', signedOn: null }],
    actions: [{ what: 'Buy a broom', who: 'The council', by: null, doneOn: null }],
    reviewOn: null,
    whoWasConsulted: '',
    qualityNote: '',
  });

/** Somebody who waits for a time that is taken, and a room that is only held, so that the queue has something to show. */
async function fillQueue(officer: DoorClient, taken: Booking): Promise<void> {
  const { facilityId, booker, responsiblePersonId, purpose, expectedNumber } = taken;
  const wish = { facilityId, booker, responsiblePersonId, purpose, expectedNumber };
  await officer.call('bookings.addWaiting', {
    ...wish,
    date: EMPTY_DAY,
    from: '15:00',
    until: '16:30',
  });
  await officer.call('bookings.create', {
    ...wish,
    date: EMPTY_DAY,
    from: '18:00',
    until: '20:00',
    needs: '',
    notes: '',
    hold: { lapsesOn: addDays(EMPTY_DAY as LocalDate, -7) },
  });
}

/** Goes to another page of the program without loading it all again, as the Back button does. */
export async function goWithin(page: Page, route: string): Promise<void> {
  // A long walk without a key would find the screen locked on its way.
  await page.keyboard.press('Shift');
  const isSameScreen = await page.evaluate((to) => {
    const { pathname } = new URL(to, location.origin);
    if (pathname === location.pathname) return true;
    for (const old of document.querySelectorAll('h1')) old.dataset['old'] = '';
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    return false;
  }, `/${route}`);
  if (isSameScreen) await page.goto(new URL(`/${route}`, page.url()).href);
  await settled(page);
}

/** Waits until the page has its title and nothing more is being read. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1:not([data-old])').first().waitFor();
  // The gallery shows what is being read for ever, because that is one of its pieces.
  const isGallery = new URL(page.url()).pathname === '/gallery';
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(isGallery ? 1 : 0);
}
