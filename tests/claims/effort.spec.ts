import type { Locator, Page } from '@playwright/test';
import { mustExist } from '#db/shared/domain-error';
import { expect, signIn, test } from '../support/desk.ts';
import { clientOf, type DoorClient } from '../support/door-client.ts';
import { type CountedHand, newCountedHand } from '../support/screens/counted-hand.ts';
import { keepEffort } from '../support/screens/kept-effort.ts';

/** A claim of three costs with two receipts, signed, from the start page, at most. */
const MOST_INPUTS = 25;
/** The same journey as last time, signed, from the start page, at most. */
const MOST_INPUTS_AGAIN = 8;

/** A picture that any browser takes: one dot. */
const RECEIPT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const ANOTHER_RECEIPT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** From the start page to whom the claim is for, and on to which meeting: four inputs. */
async function beginFor(page: Page, hand: CountedHand, typed: string, name: RegExp): Promise<void> {
  await hand.press('Alt+Shift+C');
  await expect(page.getByRole('combobox', { name: 'Who claims?' })).toBeFocused();
  await hand.type(typed);
  await expect(page.getByRole('option', { name })).toBeVisible();
  await hand.press('Enter');
  await hand.press('Enter');
  await expect(meetings(page).first()).toBeFocused();
}

const meetings = (page: Page): Locator =>
  page.getByRole('region', { name: 'They came to these' }).getByRole('button');

const question = (page: Page, words: string): Locator =>
  page.getByRole('heading', { level: 2, name: words });

/** One stroke in the box, and Enter: two inputs, of which the hand counts the second. */
async function sign(page: Page, hand: CountedHand): Promise<void> {
  await expect(question(page, 'Sign the claim')).toBeFocused();
  const box = mustExist(
    await page.getByRole('img', { name: /^Signature of / }).boundingBox(),
    'the box to sign in is on screen',
  );
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.2, 0.5));
  await page.mouse.down();
  await page.mouse.move(...at(0.4, 0.3), { steps: 4 });
  await page.mouse.move(...at(0.6, 0.6), { steps: 4 });
  await page.mouse.up();
  await hand.press('Enter');
  await expect(question(page, 'The claim is handed in')).toBeFocused();
}
const STROKE = 1;

test('a claim is filled in and signed with no more inputs than promised, and again like the last one', async ({
  page,
  practice,
}) => {
  await driveToMeeting(await clientOf(practice.address, 'desk'), 'Haddad');
  await signIn(page, practice.address, 'desk');

  const hand = newCountedHand(page);
  await beginFor(page, hand, 'okafor', /^Mrs P\. Okafor/);
  await hand.press('1');
  await expect(question(page, 'Receipts')).toBeFocused();
  // A click on the button and one on each file; the computer's own window cannot be counted.
  const clicksForTwoFiles = 3;
  await page.getByLabel('Receipt or paper').setInputFiles([
    { name: 'bus.png', mimeType: 'image/png', buffer: RECEIPT },
    { name: 'parking.png', mimeType: 'image/png', buffer: ANOTHER_RECEIPT },
  ]);
  await expect(page.getByText('2 papers taken in.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue' })).toBeFocused();
  await hand.press('Enter');
  const kinds = (name: string) => page.getByRole('group', { name });
  await expect(kinds('What is this receipt for?')).toBeFocused();
  await hand.press('5');
  await expect(page.getByRole('textbox', { name: 'What did it cost?' })).toBeFocused();
  await hand.type('4.80');
  await hand.press('Enter');
  await expect(page.getByRole('heading', { name: 'Bus' })).toBeHidden();
  await expect(kinds('What is this receipt for?')).toBeFocused();
  await hand.press('8');
  await expect(page.getByRole('textbox', { name: 'What did it cost?' })).toBeFocused();
  await hand.type('3');
  await hand.press('Enter');
  await expect(kinds('Another cost?')).toBeFocused();
  await hand.press('1');
  await expect(page.getByRole('textbox', { name: 'How many miles?' })).toBeFocused();
  await hand.type('6.5');
  await hand.press('Enter');
  await expect(kinds('Another cost?')).toBeFocused();
  await expect(page.getByRole('list', { name: 'Costs so far' }).getByRole('listitem')).toHaveCount(
    3,
  );
  await hand.press('Enter');
  await expect(page.getByRole('radio', { name: 'Bank transfer' })).toBeFocused();
  await hand.press('Enter');
  await expect(question(page, 'Check the answers')).toBeFocused();
  await expect(page.getByText('payable £4.80')).toBeVisible();
  await hand.press('Enter');
  await sign(page, hand);
  await expect(page.getByText(/^CLM-\d{4}-\d{4}$/).last()).toBeVisible();
  const first = hand.inputs() + clicksForTwoFiles + STROKE;

  // Somebody who drove to a meeting before comes with the same journey to another.
  const again = newCountedHand(page);
  await beginFor(page, again, 'haddad', /^Ms R\. Haddad/);
  await again.press('s');
  await expect(question(page, 'Check the answers')).toBeFocused();
  await again.press('Enter');
  await sign(page, again);
  keepEffort([
    {
      words: 'Take a claim of three costs with two receipts, signed, from the start page',
      limit: MOST_INPUTS,
      inputs: first,
    },
    {
      words: 'Take a claim for the same journey as last time, signed, from the start page',
      limit: MOST_INPUTS_AGAIN,
      inputs: again.inputs() + STROKE,
    },
  ]);
});

/** A claim of before: there and back by car, to the meeting before the last, handed in. */
async function driveToMeeting(desk: DoorClient, name: string): Promise<void> {
  const { people } = await desk.call('people.list', { text: name, limit: 1 });
  const { id: personId } = mustExist(people[0], 'somebody of that name is on record');
  const claimant = { kind: 'person', personId } as const;
  const { attended } = await desk.call('claims.choices', { claimant });
  const meeting = mustExist(attended[1], 'they came to two meetings');
  const draft = await desk.call('claims.saveDraft', {
    id: 'claim-of-before',
    claimant,
    filerPersonId: personId,
    filerGroupId: null,
    payee: claimant,
    method: 'bank-transfer',
    batchId: null,
    receivedOn: meeting.on,
    notes: '',
    accessNeedMet: '',
    version: 0,
    lines: [
      {
        id: 'line-of-before',
        kind: 'car',
        activityId: meeting.id,
        day: meeting.on,
        fromPlace: 'Home',
        toPlace: 'Town Hall',
        milesTenths: 64,
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
  await desk.call('claims.sign', {
    id: draft.id,
    key: 'signed-before',
    version: draft.version,
    signer: name,
    strokes: [[100, 100, 300, 120]],
  });
}
