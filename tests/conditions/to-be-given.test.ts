import { describe, expect, it } from 'vitest';
import type { Condition, ConditionId } from '#db/conditions/conditions.contract';
import type { LocalDate } from '#db/shared/local-date';
import { isToBeGiven } from '../../renderer/conditions/to-be-given.ts';

const text = (number: number, from: string, mustAcknowledgeAgain: boolean): Condition => ({
  id: `c-${number}` as ConditionId,
  kind: 'guidelines',
  number,
  text: 'Leave the room as you found it.',
  from: from as LocalDate,
  mustAcknowledgeAgain,
});
const isDue = (texts: readonly Condition[], given: number) =>
  isToBeGiven(texts, { kind: 'guidelines', given, today: '2027-06-10' as LocalDate });

describe('The guidelines on the page of a group or person', () => {
  it('are to be given to whoever never got them', () => {
    expect(isDue([text(1, '2027-01-01', false)], 0)).toBe(true);
    expect(isDue([], 0)).toBe(false);
  });

  it('are to be given again only after a version that says so and holds by now', () => {
    const first = text(1, '2027-01-01', false);
    expect(isDue([text(2, '2027-06-01', false), first], 1)).toBe(false);
    expect(isDue([text(2, '2027-06-10', true), first], 1)).toBe(true);
    expect(isDue([text(2, '2027-06-11', true), first], 1)).toBe(false);
    expect(isDue([text(3, '2027-06-09', false), text(2, '2027-06-01', true), first], 1)).toBe(true);
    expect(isDue([text(2, '2027-06-01', true), first], 2)).toBe(false);
  });
});
