import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#db/shared/local-date';
import { happenedSection } from '#db/timeline/timeline-sheet.rules';
import type { TimelineEntry } from '#db/timeline/timeline.contract';

const entry = (on: string, words: string): TimelineEntry => ({
  kind: 'booking',
  on: on as LocalDate,
  words,
  detail: 'Ngozi Okafor',
  path: '',
});

describe('What happened, on a record sheet', () => {
  it('says in one line how often the same was, with the last day', () => {
    const section = happenedSection([
      entry('2027-05-24', 'Meeting Room: Meeting of a group'),
      entry('2027-05-20', 'Small Room: Training'),
      entry('2027-05-17', 'Meeting Room: Meeting of a group'),
    ]);
    expect(section.table?.rows).toEqual([
      ['Meeting Room: Meeting of a group (2 times)', 'Last on 24 May 2027', 'Rooms'],
      ['Small Room: Training', '20 May 2027', 'Rooms'],
    ]);
  });
});
