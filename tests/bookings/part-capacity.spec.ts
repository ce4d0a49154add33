import { mustExist } from '#db/shared/domain-error';
import { booked } from '../support/booked.ts';
import { expect, signIn, test } from '../support/desk.ts';
import { clientOf, type DoorClient } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

const DAY = '2028-03-15';

/** Eight computers of this test's own, five of them held by a course from 10am to noon. */
async function aSuiteWithACourse(manager: DoorClient) {
  const suite = await manager.call('facilities.add', {
    name: 'Upper Suite',
    kind: 'computer-suite',
    isBookable: true,
    capacity: null,
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '21:00' })),
  } as never);
  await manager.call('facilities.setUse', {
    id: suite.id,
    version: suite.version,
    units: 8,
    unitName: 'computer',
    partIds: [],
    accessFeatures: [],
    needsApproval: false,
    longestMinutes: null,
    daysAhead: null,
    noticeOpenDays: null,
    minimumAge: null,
    directions: '',
  });
  const { id: _, ...course } = await booked(manager, { date: DAY, from: '18:00', until: '19:00' });
  await manager.call('bookings.create', {
    facilityId: suite.id,
    date: DAY,
    from: '10:00',
    until: '12:00',
    booker: course.booker,
    responsiblePersonId: course.responsiblePersonId,
    purpose: 'training',
    expectedNumber: 5,
    needs: '',
    notes: '',
    units: 5,
  } as never);
  return suite;
}

test('while a course holds five of eight computers three more can be had, and the whole suite cannot', async ({
  page,
  practice,
}) => {
  const manager = await clientOf(practice.address, 'manager');
  const suite = await aSuiteWithACourse(manager);
  await signIn(page, practice.address, 'desk', `rooms?date=${DAY}&new=1`);
  const form = bookingForm(page);
  await form.who.fill('Cedar');
  await form.line(/^Cedar Estate Forum/).click();
  await form.from.fill('11-1pm');
  const label = mustExist(
    (await form.room.getByRole('option').allTextContents()).find((words) =>
      words.startsWith('Upper Suite'),
    ),
    'the suite can be chosen',
  );
  await form.room.selectOption({ label });
  const computers = form.dialog.getByRole('textbox', { name: 'How many computers?' });

  for (const wanted of ['4', '8']) {
    await computers.fill(wanted);
    await expect(form.said.filter({ hasText: '3 free until noon, 8 after' })).toBeVisible();
    await form.book.click();
    await expect(form.summary).toContainText('3 free until noon, 8 after');
  }
  await computers.fill('3');
  if ((await form.responsible.inputValue()) === '') {
    await form.responsible.fill('Imogen');
    await form
      .line(/^Imogen Farthing/)
      .first()
      .click();
  }
  await form.book.click();
  await expect(deskScreen(page).news(/^Booked: Upper Suite/)).toBeVisible();

  const { bookings } = await manager.call('bookings.between', {
    from: DAY,
    until: DAY,
    facilityId: suite.id,
  });
  expect(bookings.map(({ units }) => units)).toEqual([5, 3]);
});
