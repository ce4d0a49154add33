import { describe, expect, it } from 'vitest';
import type { LocalDateTime } from '#db/shared/local-date';
import {
  newRecordValues,
  newStartValues,
  RecordFormSchema,
  StartFormSchema,
} from '../../renderer/usage/usage-form-values.ts';
import { totalWords } from '../../renderer/usage/usage-words.ts';

const person = { id: 'person:p-1', title: 'Mrs Okafor' };
const now = '2027-06-10T10:20' as LocalDateTime;

describe('The forms of a use without a booking', () => {
  it('start a session on any computer for the person alone, unless something is chosen', () => {
    const typed = { ...newStartValues(), person, purpose: 'Job search' };
    expect(StartFormSchema.parse(typed)).toEqual({
      personId: 'p-1',
      groupId: null,
      seatId: null,
      isOldEnough: null,
      purpose: 'Job search',
      accompaniedBy: '',
    });
    const chosen = {
      ...typed,
      group: { id: 'group:g-1', title: 'Birch Court TRA' },
      seatId: 'seat-3',
      isOldEnough: 'no',
    };
    expect(StartFormSchema.parse(chosen)).toMatchObject({
      groupId: 'g-1',
      seatId: 'seat-3',
      isOldEnough: false,
    });
  });

  it('ask who it is and what for', () => {
    const fields = StartFormSchema.safeParse(newStartValues()).error?.issues.map(({ path }) =>
      path.join('.'),
    );
    expect(fields).toEqual(['person', 'purpose']);
  });

  it('take a past use from its day and time, with nothing where nothing was typed', () => {
    const typed = { ...newRecordValues(undefined, now), person, purpose: 'Leaflets' };
    expect(RecordFormSchema.safeParse(typed).error?.issues[0]?.path).toEqual(['facilityId']);
    expect(RecordFormSchema.parse({ ...typed, facilityId: 'copier', time: '09:05' })).toMatchObject(
      {
        facilityId: 'copier',
        startedAt: '2027-06-10T09:05',
        minutes: 0,
        copies: 0,
        colourCopies: 0,
      },
    );
  });
});

describe('The total of a log', () => {
  it('leaves out what is nothing', () => {
    expect(totalWords(3, 255, 14)).toBe('3 entries, 4 hours 15 minutes, 14 pages');
    expect(totalWords(1, 0, 1)).toBe('1 entry, 1 page');
  });
});
