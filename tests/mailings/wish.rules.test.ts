import { describe, expect, it } from 'vitest';
import type { AreaId } from '#db/areas/areas.contract';
import { Selection } from '#db/mailings/mailings.contract';
import { formatSelection } from '#db/mailings/selection.rules';
import { parseWish } from '#db/mailings/wish.rules';
import { SERVICE_AREAS } from '#db/people/person-record.contract';
import type { LocalDate } from '#db/shared/local-date';

const AREAS = [
  { id: 't' as AreaId, name: 'Thornhill' },
  { id: 'k' as AreaId, name: 'Kite Tower' },
  { id: 'm' as AreaId, name: 'Mooring Street' },
  { id: 'l' as AreaId, name: 'Łan and Żak Court' },
];
const KNOWN = { areas: AREAS, serviceAreas: SERVICE_AREAS, today: '2027-01-04' as LocalDate };

const read = (text: string) => parseWish(text, KNOWN);
const understood = (text: string) => {
  const { selection, unknown } = read(text);
  return { words: formatSelection(selection, AREAS), unknown };
};

describe('Whom to ask, as people say it', () => {
  it.each([
    [
      'repairs, Thornhill, not asked since June',
      'Interested in repairs, living in Thornhill, not asked since 1 June 2026',
    ],
    [
      'Leaseholders in Kite Tower and Mooring Street, by post, 40 people',
      'Leaseholders, living in Kite Tower and Mooring Street, who like best to hear by letter, at most 40 people',
    ],
    [
      'people interested in improvements and major works',
      'Interested in improvements and major works',
    ],
    ['asb, walkabouts', 'Interested in anti-social behaviour, by way of walkabouts'],
    ['lan and zak court', 'Living in Łan and Żak Court'],
    ['not asked for 3 months', 'Not asked for 3 months'],
    ['not contacted for half a year', 'Not asked for 6 months'],
    ['not asked for a year', 'Not asked for 12 months'],
    ['not asked for 6 weeks', 'Not asked since 23 November 2026'],
    ['not asked since January', 'Not asked since 1 January 2027'],
    ['not asked since March 2025', 'Not asked since 1 March 2025'],
    ['not asked since 24/11', 'Not asked since 24 November 2026'],
    ['never asked', 'Never asked before'],
    ['large print; 2 hours a month', 'Who need large print, with 2 hours a month or more'],
    ['at most 12', 'At most 12 people'],
    [
      'repairs Thornhill not asked since June',
      'Interested in repairs, living in Thornhill, not asked since 1 June 2026',
    ],
    [
      'people interested in repairs living in Thornhill who like text messages',
      'Interested in repairs, living in Thornhill, who like best to hear by text message',
    ],
    ['', 'Everybody on the Sounding Board'],
  ])('reads “%s”', (text, words) => {
    expect(understood(text)).toEqual({ words, unknown: [] });
  });

  it('tells what it does not know, and never guesses', () => {
    expect(understood('repairs, Thornhil Road, not asked since Smarch')).toEqual({
      words: 'Interested in repairs',
      unknown: ['Thornhil Road', 'not asked since Smarch'],
    });
    expect(read('not asked for 0 months').unknown).toHaveLength(1);
  });

  it('takes the later of two answers to one question', () => {
    expect(read('never asked, not asked for 3 months').selection.asked).toEqual({
      kind: 'months',
      months: 3,
    });
  });

  it('knows a place by its beginning, and whole names before beginnings', () => {
    expect(read('thorn').selection.areaIds).toEqual(['t']);
    const two = [...AREAS, { id: 'th' as AreaId, name: 'Thornhill Heights' }];
    expect(parseWish('thornhill', { ...KNOWN, areas: two }).selection.areaIds).toEqual(['t']);
    expect(parseWish('thorn', { ...KNOWN, areas: two }).selection.areaIds).toEqual(['t', 'th']);
  });
});

describe('A selection', () => {
  it('has no place for anything that somebody answered about equality (PPL-09)', () => {
    expect(Object.keys(Selection.shape)).toEqual([
      'areaIds',
      'kinds',
      'serviceAreas',
      'methods',
      'channels',
      'formats',
      'languages',
      'leastHours',
      'asked',
      'atMost',
    ]);
  });
});
