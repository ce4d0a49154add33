import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#db/shared/local-date';
import {
  CommitteeFormSchema,
  type CommitteeFormValues,
  emptyRow,
  newCommitteeValues,
} from '../../renderer/officers/committee-form-values.ts';

const officer = (id: string, post: string, personId: string) =>
  ({ id, post, personId, personName: `Name of ${personId}`, isVoting: true }) as never;

const start = (): CommitteeFormValues =>
  newCommitteeValues(
    [
      officer('t-1', 'chair', 'ivy'),
      officer('t-2', 'treasurer', 'okafor'),
      officer('t-3', 'member', 'noor'),
      officer('t-4', 'member', 'hal'),
    ],
    '2027-07-01' as LocalDate,
  );
const lane = { id: 'person:lane', title: 'Mr D. Lane' };

/** The form with the holder of some posts changed. */
const typed = (part: Partial<CommitteeFormValues>, takes: Record<string, typeof lane | null>) => {
  const values = { ...start(), ...part };
  return {
    ...values,
    rows: values.rows.map((row) => ({ ...row, who: takes[row.post] ?? row.who })),
  };
};

describe('The form of a new committee', () => {
  it('begins with the usual posts and everybody who holds one', () => {
    expect(start().rows.map((row) => [row.post, row.who?.title ?? ''])).toEqual([
      ['chair', 'Name of ivy'],
      ['vice-chair', ''],
      ['secretary', ''],
      ['treasurer', 'Name of okafor'],
      ['media-contact', ''],
      ['member', 'Name of noor'],
      ['member', 'Name of hal'],
    ]);
  });

  it('of the whole committee names everybody, who stays and who is new', () => {
    const sent = CommitteeFormSchema.parse(typed({}, { treasurer: lane }));
    expect(sent).toMatchObject({ isWhole: true, leavingIds: [], from: null });
    expect(sent.posts.map(({ post, who }) => [post, 'personId' in who && who.personId])).toEqual([
      ['chair', 'ivy'],
      ['treasurer', 'lane'],
      ['member', 'noor'],
      ['member', 'hal'],
    ]);
  });

  it('of some posts names those that change, and the terms that end for it', () => {
    const some = typed({ scope: 'some' }, { treasurer: lane });
    const rows = some.rows.map((row) => (row.termId === 't-4' ? { ...row, who: null } : row));
    expect(CommitteeFormSchema.parse({ ...some, rows })).toMatchObject({
      isWhole: false,
      posts: [{ post: 'treasurer', who: { personId: 'lane' } }],
      leavingIds: ['t-2', 't-4'],
    });
  });

  it('asks for a post where somebody takes one, and for a change where there is none', () => {
    const withLine = { ...start(), rows: [{ ...emptyRow(''), who: lane }] };
    expect(CommitteeFormSchema.safeParse(withLine).error?.issues[0]?.path).toEqual([
      'rows',
      0,
      'post',
    ]);
    expect(
      CommitteeFormSchema.safeParse({ ...start(), scope: 'some' }).error?.issues[0]?.path,
    ).toEqual(['scope']);
  });

  it('gives a media contact no vote until one is ticked', () => {
    expect(emptyRow('media-contact').isVoting).toBe(false);
    expect(emptyRow('chair').isVoting).toBe(true);
  });
});
