import { readFileSync } from 'node:fs';
import { expect, signIn, test } from '../support/desk.ts';

const DIARY = [
  'Room,Date,Start,End,Group,Purpose,People',
  'Meeting Room,15/03/2028,10:00,12:00,Ashdown TRA,Meeting,12',
  'Attic,16/03/2028,2pm,4pm,Ashdown TRA,Meeting,6',
].join('\r\n');
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Elm Street//Diary//EN',
  'BEGIN:VEVENT',
  'UID:1@elm.example',
  'DTSTAMP:20270101T000000Z',
  'DTSTART;TZID=Europe/London:20280620T100000',
  'DTEND;TZID=Europe/London:20280620T120000',
  'SUMMARY:Ashdown TRA',
  'LOCATION:Meeting Room',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

test('a diary comes in as it was shown, its problem rows go out, and all of it can be taken back', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'manager', 'settings/import');
  const file = page.getByLabel('File to import');
  await file.setInputFiles({
    name: 'diary.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(DIARY),
  });
  const plan = page.getByRole('region', { name: 'What the import would do' });
  await expect(plan.getByRole('heading')).toHaveText('1 row will be added, 1 cannot be added');
  await expect(plan.getByRole('row', { name: /Attic/ })).toContainText('No room is called Attic');
  await plan.getByText('Which column holds what').click();
  await expect(plan.getByRole('combobox', { name: 'Starts' })).toHaveValue('Start');

  const saved = page.waitForEvent('download');
  await plan.getByRole('button', { name: 'Save these rows as a file to mend' }).click();
  const problems = readFileSync(await (await saved).path(), 'utf8');
  expect(problems).toContain('Attic,16/03/2028');
  expect(problems).not.toContain('15/03/2028');

  await page.getByRole('button', { name: 'Bring in 1 booking' }).click();
  await expect(page.getByText(/is in: 1 booking, 1 row left out\.$/)).toBeFocused();
  await page.goto(`${practice.address}rooms?date=2028-03-15&view=list`);
  await expect(page.getByRole('main')).toContainText('Ashdown TRA');

  await page.goto(`${practice.address}settings/import`);
  await page.getByRole('button', { name: /^Take back IMP-/ }).click();
  await page.getByRole('button', { name: 'Take the import back' }).click();
  await expect(page.getByRole('button', { name: /^Take back IMP-/ })).toBeHidden();
  await page.goto(`${practice.address}rooms?date=2028-03-15&view=list`);
  await expect(page.getByRole('main')).not.toContainText('Ashdown TRA');
});

test('a calendar file is shown before anything is saved, and leaving it saves nothing', async ({
  page,
  practice,
}) => {
  await signIn(page, practice.address, 'manager', 'settings/import');
  await page.getByLabel('File to import').setInputFiles({
    name: 'diary.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(CALENDAR),
  });
  const plan = page.getByRole('region', { name: 'What the import would do' });
  await expect(plan.getByRole('row', { name: /20 Jun/ })).toContainText('Will be added');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(plan).toBeHidden();
  await expect(page.getByRole('region', { name: 'Imports made' })).toBeHidden();
});
