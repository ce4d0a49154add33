import { describe, expect, it } from 'vitest';
import { changesOf, isNewOfficer, meetingWords, termsEnded } from '#db/officers/committee.rules';
import { placeOfKeeper } from '#db/officers/hand-over.rules';
import {
  capacitiesOn,
  capacityWords,
  comparePosts,
  countPeopleAndMemberships,
  expectedPosts,
  findingWords,
  findMediaContactClash,
  gapsAndOverlaps,
  isRunning,
  officersOn,
  parsePost,
  postWords,
  staffWithVote,
  vacanciesOn,
} from '#db/officers/officers.rules';
import type { Term } from '#db/officers/officers.contract';
import { mustExist } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';

const day = (text: string) => text as LocalDate;
/** First day, last day or null, group. */
type Days = readonly [from: string, until: string | null, group?: string];
const term = (post: string, person: string, ...[from, until, group = 'g-1']: Days) =>
  ({
    id: `${post} ${person} ${from}`,
    post,
    personId: person,
    from,
    until,
    groupId: group,
    groupName: `Group ${group}`,
    isVoting: true,
  }) as unknown as Term;

const TREASURERS = [
  term('treasurer', 'okafor', '2025-07-01', '2027-06-30'),
  term('treasurer', 'lane', '2027-07-01', null),
];

describe('A term', () => {
  it('runs from its first day to its last, both included', () => {
    const [okafor, lane] = TREASURERS;
    const running = (on: string) =>
      [okafor, lane].map((one) => one !== undefined && isRunning(one, day(on)));
    expect(running('2025-06-30')).toEqual([false, false]);
    expect(running('2025-07-01')).toEqual([true, false]);
    expect(running('2027-06-30')).toEqual([true, false]);
    expect(running('2027-07-01')).toEqual([false, true]);
    expect(running('2099-01-01')).toEqual([false, true]);
  });

  it.each([
    ['2027-06-24', 'okafor'],
    ['2027-07-08', 'lane'],
  ])('answers who was treasurer on %s', (on, who) => {
    expect(officersOn(TREASURERS, day(on)).map((one) => one.personId)).toEqual([who]);
  });

  it('stands in the order of the posts, the group’s own ones before the members', () => {
    const posts = ['member', 'Events organiser', 'treasurer', 'media-contact', 'chair'];
    expect(posts.toSorted(comparePosts)).toEqual([
      'chair',
      'treasurer',
      'media-contact',
      'Events organiser',
      'member',
    ]);
  });
});

describe('A post', () => {
  it.each([
    ['Vice chair', 'vice-chair'],
    ['TREASURER', 'treasurer'],
    ['Media Contact', 'media-contact'],
    ['committee member', 'member'],
    ['Events organiser', 'Events organiser'],
  ])('typed as %s is kept as %s', (typed, post) => {
    expect(parsePost(typed)).toBe(post);
  });

  it('is named in plain words', () => {
    expect(postWords('media-contact')).toBe('Media contact');
    expect(postWords('Events organiser')).toBe('Events organiser');
  });

  it('is expected of associations, management organisations and federations only', () => {
    expect(expectedPosts('tra')).toEqual(['chair', 'secretary', 'treasurer']);
    expect(expectedPosts('neighbourhood-watch')).toEqual([]);
  });
});

describe('Gaps and overlaps', () => {
  const said = (...terms: readonly Term[]) => gapsAndOverlaps(terms).map(findingWords);

  it('are none where one term follows on the other', () => {
    expect(said(...TREASURERS)).toEqual([]);
  });

  it('of a single post are said with their days', () => {
    expect(
      said(
        term('treasurer', 'a', '2026-01-01', '2026-06-30'),
        term('treasurer', 'b', '2026-07-08', null),
      ),
    ).toEqual(['Treasurer: nobody from 1 July 2026 to 7 July 2026, 7 days.']);
    expect(
      said(
        term('chair', 'a', '2026-01-01', '2026-07-02'),
        term('chair', 'b', '2026-07-01', '2026-12-31'),
      ),
    ).toEqual(['Chair: more than one holder from 1 July 2026 to 2 July 2026, 2 days.']);
    expect(
      said(term('chair', 'a', '2026-01-01', null), term('chair', 'b', '2026-07-01', null)),
    ).toEqual(['Chair: more than one holder from 1 July 2026 on.']);
    expect(
      said(term('chair', 'a', '2026-01-01', '2026-06-29'), term('chair', 'b', '2026-07-01', null)),
    ).toEqual(['Chair: nobody on 30 June 2026.']);
  });

  it('are measured against the longest term before, not the last one entered', () => {
    const found = gapsAndOverlaps([
      term('chair', 'a', '2026-01-01', '2026-12-31'),
      term('chair', 'b', '2026-02-01', '2026-02-28'),
      term('chair', 'c', '2027-01-01', null),
    ]);
    expect(found).toEqual([
      { kind: 'overlap', post: 'chair', from: '2026-02-01', until: '2026-02-28' },
    ]);
  });

  it('mean nothing for posts that several may hold', () => {
    expect(
      said(term('member', 'a', '2026-01-01', null), term('member', 'b', '2026-02-01', null)),
    ).toEqual([]);
  });
});

describe('One media contact for each group (GRP-08)', () => {
  const held = [term('media-contact', 'a', '2026-01-01', '2026-12-31')];
  const wanted = (from: string, until: string | null = null) =>
    ({ post: 'media-contact', from, until }) as Term;

  it('leaves no day with two', () => {
    expect(findMediaContactClash(held, 1, wanted('2026-12-31'))).toMatchObject({
      on: '2026-12-31',
    });
    expect(findMediaContactClash(held, 1, wanted('2025-06-01'))).toMatchObject({
      on: '2026-01-01',
    });
  });

  it('keeps those before and after as history', () => {
    expect(findMediaContactClash(held, 1, wanted('2027-01-01'))).toBeUndefined();
    expect(findMediaContactClash(held, 1, wanted('2025-01-01', '2025-12-31'))).toBeUndefined();
  });

  it('asks nothing where the council names no number, and counts to the number named', () => {
    expect(findMediaContactClash(held, null, wanted('2026-05-01'))).toBeUndefined();
    expect(findMediaContactClash(held, 2, wanted('2026-05-01'))).toBeUndefined();
  });

  it('asks nothing of other posts', () => {
    expect(findMediaContactClash(held, 1, term('chair', 'b', '2026-05-01', null))).toBeUndefined();
  });
});

describe('A vacancy', () => {
  it('is a post expected or held before that nobody holds on the day', () => {
    const terms = [
      term('chair', 'a', '2026-01-01', null),
      term('vice-chair', 'b', '2026-01-01', '2026-05-31'),
      term('treasurer', 'c', '2026-01-01', '2026-06-30'),
      term('treasurer', 'd', '2026-08-01', null),
    ];
    expect(vacanciesOn(terms, day('2026-07-01'), expectedPosts('tra'))).toEqual([
      { post: 'vice-chair', since: '2026-06-01' },
      { post: 'secretary', since: null },
      { post: 'treasurer', since: '2026-07-01' },
    ]);
    expect(vacanciesOn(terms, day('2026-08-01'), []).map((one) => one.post)).toEqual([
      'vice-chair',
    ]);
  });

  it('is not said of a group of which no officer was ever entered', () => {
    expect(vacanciesOn([], day('2026-07-01'), expectedPosts('tra'))).toEqual([]);
  });
});

describe('A new committee', () => {
  const committee = [
    term('chair', 'a', '2026-01-01', null),
    term('treasurer', 'b', '2026-01-01', '2027-06-30'),
    term('treasurer', 'old', '2025-01-01', '2025-12-31'),
    term('member', 'c', '2026-01-01', null),
  ];
  const ended = (isWhole: boolean, from: string, ...posts: string[]) =>
    termsEnded(committee, { from: day(from), isWhole, posts, leavingIds: [] }).map(
      (one) => one.personId,
    );

  it('ends every term that runs on', () => {
    expect(ended(true, '2027-07-01', 'chair')).toEqual(['a', 'c']);
    expect(ended(true, '2027-06-30', 'chair')).toEqual(['a', 'b', 'c']);
  });

  it('of some posts ends those only, and no member for another', () => {
    expect(ended(false, '2027-02-01', 'treasurer')).toEqual(['b']);
    expect(ended(false, '2027-02-01', 'member')).toEqual([]);
    const member = mustExist(committee[3], 'the last of the four');
    expect(
      termsEnded(committee, {
        from: day('2027-02-01'),
        isWhole: false,
        posts: ['member'],
        leavingIds: [member.id],
      }),
    ).toEqual([member]);
  });

  it('hands over between people who change, not where somebody stays', () => {
    const taken = (post: string, personId: string) => ({ post, personId }) as never;
    expect(
      changesOf(
        [
          taken('member', 'm'),
          taken('treasurer', 'okafor'),
          taken('chair', 'a'),
          taken('member', 'k'),
        ],
        [taken('chair', 'a'), taken('treasurer', 'lane'), taken('secretary', 'm')],
      ),
    ).toEqual([
      { post: 'secretary', outgoing: null, incoming: 'm' },
      { post: 'treasurer', outgoing: 'okafor', incoming: 'lane' },
      { post: 'member', outgoing: 'k', incoming: null },
    ]);
  });

  it('gives what the group has open to the officer who keeps it, or to the one who changes', () => {
    const posts = (...names: string[]) => names.map((post) => ({ post }));
    expect(placeOfKeeper(posts('chair', 'treasurer'), 'treasurer')).toBe(1);
    expect(placeOfKeeper(posts('treasurer'), 'secretary')).toBe(0);
    expect(placeOfKeeper(posts('member'), 'secretary')).toBe(-1);
  });

  it('has new officers and old hands (GRP-23)', () => {
    expect(isNewOfficer(committee, 'old' as never, day('2027-01-01'))).toBe(false);
    expect(isNewOfficer(committee, 'new' as never, day('2027-01-01'))).toBe(true);
  });

  it('is named by its meeting', () => {
    expect(meetingWords('Annual general meeting', day('2027-07-01'))).toBe(
      'Annual general meeting, 1 July 2027',
    );
  });
});

describe('The capacity in which somebody acts', () => {
  const terms = [
    term('treasurer', 'lane', '2026-01-01', null, 'g-1'),
    term('media-contact', 'lane', '2026-01-01', null, 'g-1'),
    term('chair', 'lane', '2026-01-01', '2026-12-31', 'g-2'),
  ];

  it('is said group by group, for the day', () => {
    expect(capacitiesOn(terms, day('2026-05-01')).map(capacityWords)).toEqual([
      'chair of Group g-2',
      'treasurer and media contact of Group g-1',
    ]);
    expect(capacitiesOn(terms, day('2027-01-01')).map(capacityWords)).toEqual([
      'treasurer and media contact of Group g-1',
    ]);
  });

  it('counts a person in two groups once as a person and twice as a member (G11)', () => {
    expect(countPeopleAndMemberships(terms)).toEqual({ people: 1, memberships: 2 });
  });
});

describe('Council staff', () => {
  it('with a vote are found, without one they are not (GRP-26)', () => {
    const staff = new Set(['lane'] as never[]);
    const voting = term('treasurer', 'lane', '2026-01-01', null);
    expect(staffWithVote([voting, { ...voting, isVoting: false }], staff)).toEqual([voting]);
    expect(staffWithVote([voting], new Set())).toEqual([]);
  });
});
