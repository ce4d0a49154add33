import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, formatCalendar } from '#db/bookings/papers/calendar-file';
import { Instant } from '#db/shared/instant';
import { LocalDateTime } from '#db/shared/local-date';

const STAMP = Instant.parse('2027-01-04T09:00:00.000Z');

const entry = (part: { readonly [K in keyof CalendarEntry]?: unknown } = {}): CalendarEntry =>
  ({
    uid: 'b-1@southampton.trc-desk',
    version: 1,
    status: 'confirmed',
    startsAt: LocalDateTime.parse('2027-01-05T10:00'),
    endsAt: LocalDateTime.parse('2027-01-05T12:00'),
    summary: 'Oak Estate TRA: Meeting Room',
    location: 'Meeting Room, 1 Elm Street',
    description: 'BKG-2027-0001\nMeeting of a group',
    ...part,
  }) as CalendarEntry;

/** What another program reads out of the file. */
const readBack = (entries: readonly CalendarEntry[]) =>
  new ICAL.Component(ICAL.parse(formatCalendar('Meeting Room', STAMP, entries)) as never)
    .getAllSubcomponents('vevent')
    .map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        sequence: event.sequence,
        summary: event.summary,
        location: event.location,
        description: event.description,
        status: component.getFirstPropertyValue('status'),
        start: event.startDate.toString(),
        end: event.endDate.toString(),
        stamp: String(component.getFirstPropertyValue('dtstamp')),
      };
    });

describe('A calendar file', () => {
  it('is read by another program as it was written, whatever letters it has', () => {
    const written = entry({
      summary:
        'Łódź; “Oak”, Estate \\ TRA: Meeting Room — a name that is much longer than the seventy-five octets of a line',
      description: 'BKG-2027-0001\nMeeting of a group, with commas; and more',
      version: 4,
    });
    expect(readBack([written])).toEqual([
      {
        uid: written.uid,
        sequence: 3,
        summary: written.summary,
        location: written.location,
        description: written.description,
        status: 'CONFIRMED',
        start: '2027-01-05T10:00:00Z',
        end: '2027-01-05T12:00:00Z',
        stamp: '2027-01-04T09:00:00Z',
      },
    ]);
  });

  it.each([
    ['in winter', '2027-01-05T10:00', '2027-01-05T10:00:00Z'],
    ['in summer', '2027-06-15T10:00', '2027-06-15T09:00:00Z'],
    ['on the morning the clocks go forward', '2027-03-28T09:00', '2027-03-28T08:00:00Z'],
    ['on the evening before', '2027-03-27T19:00', '2027-03-27T19:00:00Z'],
    ['in the hour that comes twice, the first time', '2027-10-31T01:30', '2027-10-31T00:30:00Z'],
    ['on the morning after the clocks went back', '2027-10-31T09:00', '2027-10-31T09:00:00Z'],
  ])('says in world time when it begins %s', (_, startsAt, start) => {
    const [read] = readBack([entry({ startsAt, endsAt: `${startsAt.slice(0, 11)}22:00` })]);
    expect(read?.start).toBe(start);
  });

  it('ends at midnight with the next day', () => {
    const [read] = readBack([entry({ endsAt: '2027-01-06T00:00' })]);
    expect(read?.end).toBe('2027-01-06T00:00:00Z');
  });

  it.each([
    ['confirmed', 'CONFIRMED'],
    ['provisional', 'TENTATIVE'],
    ['requested', 'TENTATIVE'],
    ['offered', 'TENTATIVE'],
    ['cancelled', 'CANCELLED'],
    ['refused', 'CANCELLED'],
    ['lapsed', 'CANCELLED'],
  ])('calls a booking that is %s %s', (status, word) => {
    expect(readBack([entry({ status })])[0]?.status).toBe(word);
  });

  it('has the line ends and the line lengths of the standard', () => {
    const text = formatCalendar('Meeting Room', STAMP, [entry({ summary: 'é'.repeat(200) })]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is the same for the same bookings', () => {
    expect(formatCalendar('A', STAMP, [entry()])).toBe(formatCalendar('A', STAMP, [entry()]));
  });
});
