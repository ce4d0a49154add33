import { describe, expect, it } from 'vitest';
import { judgeField, judgeRow, undoUntil } from '#db/holdings/merge/merge.rules';
import type { Holding, MergeField } from '#db/shared/holding';
import { LocalDate } from '#db/shared/local-date';

const FIELD: MergeField = {
  subject: 'group',
  field: 'parent',
  words: 'Belongs to',
  table: 'group_record',
  key: 'group_id',
  columns: ['parent_id', 'note'],
  shown: [['parent_id', 'group']],
  saysNothing: ['none'],
};
const judge = (kept: string | null | undefined, lost: string | null | undefined) =>
  judgeField(
    FIELD,
    {
      kept: kept === undefined ? undefined : { parent_id: kept, note: '' },
      lost: lost === undefined ? undefined : { parent_id: lost, note: '' },
    },
    ['k', 'l'],
  );

describe('Two values of one field', () => {
  it('lets an empty value never win, and asks only where both say something else', () => {
    expect(judge('a', 'b')).toEqual({ isChoice: true, wins: 'kept' });
    expect(judge('a', 'a')).toEqual({ isChoice: false, wins: 'kept' });
    for (const nothing of [null, '', 'none', undefined, 'k', 'l']) {
      expect(judge(nothing, 'b')).toEqual({ isChoice: false, wins: 'lost' });
      expect(judge('a', nothing)).toEqual({ isChoice: false, wins: 'kept' });
      expect(judge(nothing, nothing)).toBeUndefined();
    }
  });
});

describe('A row of the record that goes', () => {
  const holding: Holding = {
    table: 't',
    column: 'group_id',
    subject: 'group',
    words: 'row',
    recordType: 'rows',
    keepsMoney: false,
    onMerge: 'move-unless-same',
    onErase: 'delete',
    sameBy: ['kind'],
    clashes: [
      { column: 'above', what: 'clear-that' },
      { column: 'body', what: 'set-aside' },
      { column: 'owner', what: 'clear-this' },
    ],
  };
  const row = { group_id: 'l', kind: 'agm', above: null, body: null, owner: null };

  it.each([
    ['moves', {}, [], { do: 'move', alsoClear: [] }],
    ['is set aside where the same is there', {}, [{ kind: 'agm' }], { do: 'set-aside' }],
    ['moves beside another one', {}, [{ kind: 'accounts' }], { do: 'move', alsoClear: [] }],
    ['empties a link to the kept one', { above: 'k' }, [], { do: 'move', alsoClear: ['above'] }],
    ['is set aside where it would seat a group in itself', { body: 'k' }, [], { do: 'set-aside' }],
    ['is emptied itself where the row is the kept one’s', { owner: 'k' }, [], { do: 'clear' }],
  ])('%s', (_, part, rows, outcome) => {
    expect(judgeRow(holding, { ...row, ...part }, { id: 'k', rows })).toEqual(outcome);
  });
});

describe('The way back', () => {
  it('is open for 30 days', () => {
    expect(undoUntil(LocalDate.parse('2027-01-04'))).toBe('2027-02-03');
  });
});
