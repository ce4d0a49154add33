import { expect, signIn, test } from '../support/desk.ts';
import { newCountedHand } from '../support/screens/counted-hand.ts';
import { deskScreen } from '../support/screens/desk-screen.ts';

/** From the start page to letters that can be printed, at most. */
const MOST_INPUTS = 8;

test('people of two estates are asked: who gets what, why others do not, letters and e-mails apart, and taken back', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'desk');

  // Those who are interested in repairs, in one estate, by eight inputs.
  const hand = newCountedHand(page);
  await hand.press('Alt+Shift+M');
  const who = page.getByRole('textbox', { name: 'Whom do you want to ask?' });
  await expect(who).toBeFocused();
  await hand.type('repairs, Ashdown, not asked since June');
  await expect(
    page.getByText(/^Interested in repairs, living in Ashdown Estate, not asked since 1 June/),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'People' })).toHaveAttribute('aria-busy', 'false');
  await hand.press('Control+Enter');
  const letters = page.getByRole('dialog', { name: /^Letters MLG-/ });
  await expect(letters.getByText(/^\d+ pages\.$/)).toBeVisible();
  expect(hand.inputs()).toBeLessThanOrEqual(MOST_INPUTS);
  await letters.getByRole('button', { name: 'Close the preview' }).click();
  await deskScreen(page).undo.click();
  await expect(page.getByText('Taken back').first()).toBeVisible();

  // Forty people from two estates.
  await page.keyboard.press('Alt+Shift+M');
  await who.fill('Ashdown Estate, Thistle Estate, not asked for 3 months, 40 people');
  await expect(page.getByText(/^40 people: \d+ letters, \d+ e-mails, /)).toBeVisible();
  const leftOut = page.getByRole('table', { name: 'Who is left out' });
  for (const reason of [
    'Was asked not long ago',
    'Is under 18',
    'Has not agreed to texts or e-mails',
    'Likes to hear only in ways that no mailing has',
  ])
    await expect(leftOut.getByText(reason).first()).toBeVisible();
  const first = page.getByRole('table', { name: 'Who gets it' }).getByRole('link').first();
  const name = await first.innerText();
  await page.getByRole('button', { name: `Leave ${name} out` }).click();
  await page.getByRole('textbox', { name: 'Why?' }).fill('In hospital');
  await page.keyboard.press('Enter');
  await expect(leftOut.getByText('Left out by you: In hospital')).toBeVisible();
  await expect(page.getByRole('region', { name: 'People' })).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('button', { name: 'Make the mailing' }).click();
  await letters.getByRole('button', { name: 'Close the preview' }).click();

  await page
    .getByRole('region', { name: 'E-mails' })
    .getByRole('button', { name: 'Copy the addresses' })
    .click();
  await expect(page.getByRole('textbox', { name: 'Addresses for BCC' })).toHaveValue(
    /^member\d+@example\.org; /,
  );
  await page.getByRole('button', { name: 'Close the text' }).click();

  // What came of a call.
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Phone call');
  await page
    .getByRole('button', { name: /^Note what came of asking / })
    .first()
    .click();
  await page.getByRole('combobox', { name: 'What came of it?' }).selectOption('No answer');
  await page.getByRole('dialog').getByRole('button', { name: 'Note it' }).click();
  await expect(
    page.getByRole('table', { name: 'Who was asked' }).getByText(/^No answer on /),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take the mailing back' })).toBeHidden();
});
