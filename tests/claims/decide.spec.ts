import type { Page } from '@playwright/test';
import type { ActivityPage } from '#db/activities/activities.contract';
import { ClaimId, ClaimLineId } from '#db/claims/claims.contract';
import type { LocalDate } from '#db/shared/local-date';
import { expect, signIn, test } from '../support/desk.ts';
import { clientOf, type DoorClient } from '../support/door-client.ts';
import { newCountedHand } from '../support/screens/counted-hand.ts';
import { keepEffort } from '../support/screens/kept-effort.ts';

const CLAIMS = 20;
/** A claim without doubts: approve every cost, then send it and go on. */
const MOST_INPUTS_EACH = 2;

type Desk = {
  readonly desk: DoorClient;
  readonly officer: DoorClient;
  readonly today: LocalDate;
  readonly meeting: ActivityPage;
};

const idOf = (n: number): string => `claim-to-decide-${n}`;
const nameOf = (n: number): string => `Claimant of house ${n}`;

/** A funded meeting of the council, today, with an empty register. */
async function openDesk(address: string): Promise<Desk> {
  const desk = await clientOf(address, 'desk');
  const { today } = await desk.call('session.current', {});
  const meeting = await desk.call('activities.add', {
    title: 'Panel of the many claims',
    kind: 'Meeting',
    groupId: null,
    place: { kind: 'entered', on: today, startsAt: null, endsAt: null, venue: 'Town Hall' },
    isFullDay: false,
    isLunchProvided: false,
    isTransportProvided: false,
    isFunded: true,
    notes: '',
  });
  return { desk, officer: await clientOf(address, 'officer'), today, meeting };
}

/** Somebody who came by bicycle; the desk takes the claim in and an officer checks its papers. */
async function takeAClaim({ desk, officer, today, meeting }: Desk, n: number): Promise<string> {
  const { id: personId, name } = await desk.call('people.add', {
    name: nameOf(n),
    kind: 'tenant',
    phone: '',
  });
  await desk.call('activities.recordPerson', {
    activityId: meeting.id,
    personId,
    name: '',
    tenure: null,
    groupIds: [],
    standing: 'came',
    isFirstTime: false,
    arrivedAt: null,
    leftAt: null,
    wantsToClaim: true,
  });
  const claimant = { kind: 'person', personId } as const;
  const draft = await desk.call('claims.saveDraft', {
    id: ClaimId.parse(idOf(n)),
    claimant,
    filerPersonId: personId,
    filerGroupId: null,
    payee: claimant,
    method: 'cash',
    batchId: null,
    receivedOn: today,
    notes: '',
    accessNeedMet: '',
    version: 0,
    lines: [
      {
        id: ClaimLineId.parse(`line-to-decide-${n}`),
        kind: 'bicycle',
        activityId: meeting.id,
        day: today,
        fromPlace: 'Home',
        toPlace: `Town Hall from house ${n}`,
        milesTenths: 40 + n,
        minutes: null,
        children: [],
        carer: '',
        claimedPence: null,
        reason: '',
        noReceiptWhy: '',
        preventedAttendance: false,
        overridePence: null,
        overrideWhy: '',
        receiptIds: [],
      },
    ],
  });
  const signed = await desk.call('claims.sign', {
    id: draft.id,
    key: `signed-once-${n}`,
    version: draft.version,
    signer: name,
    strokes: [[100, 100, 300, 120]],
  });
  await officer.call('claims.verify', {
    id: draft.id,
    key: `checked-once-${n}`,
    version: signed.version,
    isInOrder: true,
    why: '',
  });
  return signed.reference;
}

const beside = (page: Page, reference: string) =>
  page.getByRole('region', { name: `Claim ${reference}` });

test('a claim without doubts is decided in two inputs, and twenty without the mouse', async ({
  page,
  practice,
}) => {
  const at = await openDesk(practice.address);
  const references: string[] = [];
  for (let n = 1; n <= CLAIMS; n += 1) references.push(await takeAClaim(at, n));

  await signIn(page, practice.address, 'finance', `claims?claim=${idOf(1)}`);
  await expect(page.getByRole('listbox', { name: 'Claims that wait' })).toBeFocused();
  const hand = newCountedHand(page);
  for (const reference of references) {
    await expect(beside(page, reference)).toBeVisible();
    await expect(beside(page, reference).getByText('No doubts')).toBeVisible();
    await hand.press('a');
    await expect(page.getByRole('button', { name: /^Approve £\d/ })).toBeVisible();
    await hand.press('Control+Enter');
    await expect(page.getByText(`${reference} is decided`).first()).toBeVisible();
  }
  keepEffort([
    {
      words: 'Decide a claim without doubts, and go on to the next',
      limit: MOST_INPUTS_EACH,
      inputs: hand.inputs() / CLAIMS,
    },
  ]);

  await expect(page.getByRole('option', { name: /^Claimant of house/ })).toHaveCount(0);

  // Whoever approved them leaves the money to somebody else.
  await page.goto(`${practice.address}claims/${idOf(CLAIMS)}`);
  await expect(page.getByText(/^You approved CLM-/)).toBeVisible();
});
