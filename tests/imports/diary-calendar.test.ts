import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const LONDON = `BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

const entry = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'SUMMARY:Ashdown TRA', 'LOCATION:Meeting Room', ...lines, 'END:VEVENT'].join(
    '\n',
  );
const calendar = (...parts: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Made up//EN', ...parts, 'END:VCALENDAR'].join(
    '\r\n',
  );
const file = (text: string, part: object = {}) =>
  ({ kind: 'diary-ics', fileName: 'room.ics', text, columns: {}, ...part }) as const;
const check = (text: string, part: object = {}) =>
  core.as('manager').call('imports.checkFile', file(text, part));
const said = async (...parts: readonly string[]) =>
  (await check(calendar(...parts))).rows.map((row) =>
    row.outcome === 'add'
      ? row.words.split(', ').slice(0, 2).join(', ')
      : `${row.outcome}: ${row.why}`,
  );

describe('A calendar file', () => {
  it('is read in the centre’s own time, however it says it', async () => {
    expect(
      await said(
        LONDON,
        entry(
          'UID:1',
          'DTSTART;TZID=Europe/London:20270301T100000',
          'DTEND;TZID=Europe/London:20270301T120000',
        ),
        entry('UID:2', 'DTSTART:20270701T090000Z', 'DTEND:20270701T103000Z'),
        entry('UID:3', 'DTSTART:20270302T140000', 'DURATION:PT2H'),
      ),
    ).toEqual([
      'Mon 1 Mar 2027, 10am to noon',
      'Thu 1 Jul 2027, 10am to 11:30am',
      'Tue 2 Mar 2027, 2pm to 4pm',
    ]);
  });

  it('knows London without its rules, and says so of a zone nobody knows', async () => {
    expect(
      await said(
        entry(
          'UID:1',
          'DTSTART;TZID=GMT Standard Time:20270701T100000',
          'DTEND;TZID=GMT Standard Time:20270701T120000',
        ),
        entry(
          'UID:2',
          'DTSTART;TZID=Mars/Base:20270701T140000',
          'DTEND;TZID=Mars/Base:20270701T150000',
        ),
      ),
    ).toEqual([
      'Thu 1 Jul 2027, 10am to noon',
      'problem: The file does not say what time Mars/Base is. Enter it by hand.',
    ]);
  });

  it('keeps the hour of a repeated entry over the change of the clocks, with its exceptions', async () => {
    expect(
      await said(
        LONDON,
        entry(
          'UID:1',
          'DTSTART;TZID=Europe/London:20270303T180000',
          'DTEND;TZID=Europe/London:20270303T200000',
          'RRULE:FREQ=WEEKLY;COUNT=6',
          'EXDATE;TZID=Europe/London:20270310T180000',
        ),
        entry(
          'UID:1',
          'RECURRENCE-ID;TZID=Europe/London:20270317T180000',
          'DTSTART;TZID=Europe/London:20270318T140000',
          'DTEND;TZID=Europe/London:20270318T150000',
        ),
        entry(
          'UID:1',
          'RECURRENCE-ID;TZID=Europe/London:20270324T180000',
          'STATUS:CANCELLED',
          'DTSTART;TZID=Europe/London:20270324T180000',
          'DTEND;TZID=Europe/London:20270324T200000',
        ),
      ),
    ).toEqual([
      'skip: Cancelled in the file.',
      'Wed 3 Mar 2027, 6pm to 8pm',
      'Thu 18 Mar 2027, 2pm to 3pm',
      'Wed 31 Mar 2027, 6pm to 8pm',
      'Wed 7 Apr 2027, 6pm to 8pm',
    ]);
  });

  it('lets an entry in universal time move with the clocks, as it says', async () => {
    expect(
      await said(
        entry(
          'UID:1',
          'DTSTART:20270322T100000Z',
          'DTEND:20270322T110000Z',
          'RRULE:FREQ=WEEKLY;UNTIL=20270405T100000Z;INTERVAL=2',
        ),
      ),
    ).toEqual(['Mon 22 Mar 2027, 10am to 11am', 'Mon 5 Apr 2027, 11am to noon']);
  });

  it('follows an entry without an end for a year from today, and says so', async () => {
    const rows = await said(
      entry(
        'UID:1',
        'DTSTART:20270105T100000',
        'DTEND:20270105T110000',
        'RRULE:FREQ=MONTHLY;BYDAY=1TU',
      ),
    );
    expect(rows).toHaveLength(14);
    expect(rows.at(-1)).toBe(
      'skip: It repeats without an end; its dates more than a year from today were left out.',
    );
  });

  it.each([
    [
      'lasts all day',
      ['DTSTART;VALUE=DATE:20270301'],
      'skip: It lasts all day and has no times, so it holds no room.',
    ],
    [
      'is cancelled',
      ['DTSTART:20270301T100000', 'DTEND:20270301T110000', 'STATUS:CANCELLED'],
      'skip: Cancelled in the file.',
    ],
    [
      'goes over midnight',
      ['DTSTART:20270301T200000', 'DTEND:20270302T020000'],
      'problem: It ends on another day than it starts. Enter each day by itself.',
    ],
    ['has no start', ['DTEND:20270302T020000'], 'problem: It has no start. Enter it by hand.'],
    [
      'repeats every second',
      ['DTSTART:20270301T100000', 'DTEND:20270301T110000', 'RRULE:FREQ=SECONDLY'],
      'problem: The way in which it repeats cannot be followed. Enter its dates by hand.',
    ],
  ])('says so of an entry that %s', async (_, lines, words) => {
    expect(await said(entry('UID:1', ...lines))).toEqual([words]);
  });

  it('never stops at a rule that fits no day', async () => {
    expect(
      await said(
        entry(
          'UID:1',
          'DTSTART:20270301T100000',
          'DTEND:20270301T110000',
          'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3',
        ),
        entry('UID:2', 'DTSTART:20270302T100000', 'DTEND:20270302T110000'),
      ),
    ).toContain('Tue 2 Mar 2027, 10am to 11am');
  });

  it('takes the room that was chosen for entries that name none', async () => {
    const text = calendar(
      entry('UID:1', 'DTSTART:20270301T100000', 'DTEND:20270301T110000').replace(
        'LOCATION:Meeting Room\n',
        '',
      ),
    );
    expect((await check(text)).rows[0]).toMatchObject({
      outcome: 'problem',
      why: expect.stringContaining('There is no room.'),
    });
    expect((await check(text, { columns: { room: 'Small Room' } })).rows[0]).toMatchObject({
      outcome: 'add',
    });
  });

  it('is imported date by date', async () => {
    const text = calendar(
      entry(
        'UID:1',
        'ORGANIZER;CN=P. Okafor:mailto:nobody@example.org',
        'DESCRIPTION:Bring a pen',
        'DTSTART:20270303T180000',
        'DTEND:20270303T200000',
        'RRULE:FREQ=WEEKLY;COUNT=3',
      ),
    );
    const { planId } = await check(text);
    const run = await core.as('manager').call('imports.startImport', { ...file(text), planId });
    expect(run).toMatchObject({ kind: 'diary-ics', added: 3 });
    const { bookings } = await core
      .as('manager')
      .call('bookings.list', { from: '2027-03-01', until: '2027-03-31' });
    expect(
      bookings.map((one) => [one.startsAt, one.bookerName, one.responsibleName, one.notes]),
    ).toEqual(
      ['2027-03-03', '2027-03-10', '2027-03-17'].map((date) => [
        `${date}T18:00`,
        'Ashdown TRA',
        'P. Okafor',
        'Bring a pen',
      ]),
    );
  });

  it.each([
    ['something else', 'hello', 'import.not-a-calendar'],
    ['broken', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nthis is no line', 'import.not-a-calendar'],
    ['without entries', calendar(), 'import.empty'],
    ['no text', `${calendar()}\0`, 'import.not-text'],
  ])('is refused when it is %s', async (_, text, code) => {
    expect(await core.as('manager').refusal('imports.checkFile', file(text))).toMatchObject({
      code,
    });
  });
});
