import type { Page } from '@playwright/test';
import { mustExist } from '#db/shared/domain-error';
import { booked } from '../support/booked.ts';
import { EMPTY_DAY, expect, signIn, test } from '../support/desk.ts';
import { clientOf } from '../support/door-client.ts';
import { bookingForm } from '../support/screens/booking-form.ts';
import { type CountedHand, newCountedHand } from '../support/screens/counted-hand.ts';
import { keepEffort } from '../support/screens/kept-effort.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';
import { roomsScreen, slotFinder } from '../support/screens/rooms.ts';
import { seriesList } from '../support/screens/series-list.ts';

type Task = {
  readonly words: string;
  readonly limit: number;
  /** What is there before anybody starts to count. */
  readonly prepare: (page: Page, address: string) => Promise<void>;
  readonly run: (page: Page, hand: CountedHand) => Promise<void>;
};

const openDay = (date: string) => async (page: Page, address: string) => {
  await page.goto(`${address}rooms?date=${date}`);
  await expect(roomsScreen(page).grid).toBeVisible();
};

const openToday = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Rooms now and next' })).toBeVisible();
};

/** The group, chosen from the list by its first word; who is responsible fills itself in. */
async function chooseGroup(page: Page, hand: CountedHand, by: 'keys' | 'mouse'): Promise<void> {
  const form = bookingForm(page);
  await expect(form.who).toBeFocused();
  await hand.type('ashdown');
  const line = form.line(/^Ashdown TRA/);
  await expect(line).toBeVisible();
  await (by === 'keys' ? hand.press('Enter') : hand.click(line));
  await expect(form.responsible).not.toHaveValue('');
}

const TASKS: readonly Task[] = [
  {
    words: 'Book a room once for a known group, by keyboard, from the day view',
    limit: 6,
    prepare: openDay(EMPTY_DAY),
    async run(page, hand) {
      await hand.press('Alt+Shift+B');
      await chooseGroup(page, hand, 'keys');
      await hand.press('Tab');
      await hand.type('6-8');
      await hand.press('Control+Enter');
      await expect(roomsScreen(page).booking(/^Ashdown TRA 6pm to 8pm/)).toBeVisible();
    },
  },
  {
    words: 'Book a room once for a known group, by mouse, from the day view',
    limit: 5,
    prepare: openDay('2028-03-16'),
    async run(page, hand) {
      const column = page.getByRole('group', { name: /^Meeting Room, / });
      const box = mustExist(await column.boundingBox(), 'the room is on screen');
      // The first minutes after 3pm, of a day that is shown from 8am to 10pm.
      const share = (15.1 - 8) / (22 - 8);
      await hand.clickAt({ x: box.x + box.width / 2, y: box.y + box.height * share });
      await chooseGroup(page, hand, 'mouse');
      await hand.click(bookingForm(page).book);
      await expect(roomsScreen(page).booking(/^Ashdown TRA 3pm to /)).toBeVisible();
    },
  },
  {
    words: 'Book a year of second Tuesdays',
    limit: 10,
    prepare: openDay('2028-04-11'),
    async run(page, hand) {
      const form = bookingForm(page);
      await hand.press('Alt+Shift+B');
      await chooseGroup(page, hand, 'keys');
      await hand.press('Tab');
      await hand.type('6-8');
      await hand.choose(form.repeat, 'Every month on the second Tuesday');
      await hand.click(form.seeDates);
      const list = seriesList(page);
      await expect(list.lines).toHaveCount(12);
      await hand.click(list.save);
      await expect(deskScreen(page).news(/^Booked 12 dates/)).toBeVisible();
    },
  },
  {
    words: 'Answer “when is the hall free for two hours next week?”',
    limit: 4,
    prepare: openDay(EMPTY_DAY),
    async run(page, hand) {
      const finder = slotFinder(page);
      await hand.press('Alt+Shift+F');
      await expect(finder.wish).toBeFocused();
      await hand.type('meeting 2h next');
      await expect(finder.understood).toContainText('Meeting Room, 2 hours, Mon 14 Jun');
      await expect(finder.lines.first()).toContainText('Meeting Room');
    },
  },
  {
    words: 'Check a group in',
    limit: 1,
    prepare: openToday,
    async run(page, hand) {
      await hand.click(page.getByRole('button', { name: 'Check in Meeting Room', exact: true }));
      await expect(deskScreen(page).news(/ is checked in\.$/)).toBeVisible();
    },
  },
  {
    words: 'Check a group out, everything in order',
    limit: 2,
    prepare: openToday,
    async run(page, hand) {
      await hand.click(page.getByRole('button', { name: 'Check out Meeting Room', exact: true }));
      await hand.click(page.getByRole('dialog').getByRole('button', { name: 'Check out' }));
      await expect(deskScreen(page).news(/ is checked out\.$/)).toBeVisible();
    },
  },
  {
    words:
      'Ask people: “repairs, Ashdown, not asked since June”, from the start page to the letters',
    limit: 8,
    prepare: openToday,
    async run(page, hand) {
      await hand.press('Alt+Shift+M');
      await expect(page.getByRole('textbox', { name: 'Whom do you want to ask?' })).toBeFocused();
      await hand.type('repairs, Ashdown, not asked since June');
      await expect(
        page.getByText(/^Interested in repairs, living in Ashdown Estate/),
      ).toBeVisible();
      await expect(page.getByRole('region', { name: 'People' })).toHaveAttribute(
        'aria-busy',
        'false',
      );
      await hand.press('Control+Enter');
      const letters = page.getByRole('dialog', { name: /^Letters MLG-/ });
      await expect(letters.getByText(/^\d+ pages?\./)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(letters).toBeHidden();
    },
  },
  {
    words:
      'Enter a new committee: chair, secretary, treasurer and media contact, with hand-over and letters',
    limit: 25,
    async prepare(page, address) {
      await page.goto(`${address}groups`);
      await page.getByRole('link', { name: 'Ashdown TRA', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Officers', exact: true })).toBeVisible();
    },
    async run(page, hand) {
      const takes = async (post: string, typed: string, name: string) => {
        await expect(page.getByRole('combobox', { name: new RegExp(`^${post}`) })).toBeFocused();
        await hand.type(typed);
        await expect(page.getByRole('option', { name: new RegExp(`^${name}`) })).toBeVisible();
        await hand.press('Enter');
      };
      const goOn = async (steps: number) => {
        for (let step = 0; step < steps; step += 1) await hand.press('Tab');
      };
      await hand.click(page.getByRole('button', { name: 'Enter a new committee' }));
      await takes('Chair', 'noor', 'Noor Al-Tamimi');
      // Past the vote of the chair, the vice-chair and that vote.
      await goOn(4);
      await takes('Secretary', 'vrab', 'Miroslav Vrabčík');
      await goOn(2);
      await takes('Treasurer', 'lane', 'Mr D. Lane');
      await goOn(2);
      await takes('Media contact', 'petra', 'Petra Šimková');
      await hand.press('Control+Enter');
      const print = page.getByRole('button', { name: 'Print the letters' });
      await expect(print).toBeFocused();
      await hand.press('Enter');
      const paper = page.getByRole('dialog', { name: /^Hand-over letters/ });
      await expect(paper.getByText(/^\d+ pages?\./)).toBeVisible();
      await hand.click(paper.getByRole('button', { name: 'Print', exact: true }));
    },
  },
  {
    words: 'Find a group or person from anywhere: four letters or digits at most, and Enter',
    limit: 3,
    prepare: openToday,
    async run(page, hand) {
      await hand.press('Control+K');
      await expect(deskScreen(page).palette).toBeFocused();
      const typed = 'mivr';
      expect(typed.length).toBeLessThanOrEqual(4);
      await hand.type(typed);
      await expect(page.getByRole('option').first()).toContainText('Miroslav Vrabčík');
      await hand.press('Enter');
      await expect(page.getByRole('heading', { name: 'Miroslav Vrabčík', level: 1 })).toBeVisible();
    },
  },
  // Last, because the browser's own printing goes on beside the page.
  {
    words: 'Print today’s papers',
    limit: 2,
    prepare: openToday,
    async run(page, hand) {
      await hand.click(page.getByRole('button', { name: 'Print the day sheet' }));
      const paper = page.getByRole('dialog', { name: /^Day sheet for / });
      await expect(paper.getByText(/^\d+ pages?\./)).toBeVisible();
      await hand.click(paper.getByRole('button', { name: 'Print', exact: true }));
    },
  },
];

test('the jobs of the desk cost no more inputs than promised, and the list of what they cost is up to date', async ({
  page,
  practice,
}) => {
  // A booking that is on at the practice minute, in a room that has nothing else then.
  await booked(await clientOf(practice.address, 'manager'), {
    date: '2027-06-10',
    from: '10:20',
    until: '11:15',
  });
  await signIn(page, practice.address, 'desk');

  const counted: { task: Task; inputs: number }[] = [];
  for (const task of TASKS) {
    await task.prepare(page, practice.address);
    const hand = newCountedHand(page);
    await task.run(page, hand);
    counted.push({ task, inputs: hand.inputs() });
  }

  keepEffort(counted.map(({ task, inputs }) => ({ words: task.words, limit: task.limit, inputs })));
});
