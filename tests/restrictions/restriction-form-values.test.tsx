import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#db/shared/local-date';
import {
  newRestrictionValues,
  RestrictionFormSchema,
} from '../../renderer/restrictions/restriction-form-values.ts';

const start = newRestrictionValues({
  subject: { id: 'group:g-1', title: 'Ashdown TRA' },
  from: '2027-06-10' as LocalDate,
  decidedBy: 'Dilwyn',
});
const typed = (part: object) =>
  RestrictionFormSchema.safeParse({
    ...start,
    scope: 'facility:room-1',
    reason: 'Chairs were broken.',
    ...part,
  });

describe('The form that removes a service', () => {
  it('takes one room and nothing else where one room is chosen', () => {
    expect(typed({}).data).toMatchObject({
      subject: { kind: 'group', groupId: 'g-1' },
      scope: { kind: 'facility', facilityId: 'room-1' },
      effect: 'bars',
      until: null,
    });
    expect(typed({ scope: 'all-facilities' }).data?.scope).toEqual({ kind: 'all-facilities' });
  });

  it('knows a person from a group by the line that was chosen', () => {
    expect(typed({ subject: { id: 'person:p-1', title: 'Mrs Okafor' } }).data?.subject).toEqual({
      kind: 'person',
      personId: 'p-1',
    });
  });

  it('asks for whom, what and why, and refuses a last day before the first', () => {
    const fields = (part: object) =>
      typed(part).error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(fields({ subject: null })).toEqual(['subject']);
    expect(fields({ scope: '' })).toEqual(['scope']);
    expect(fields({ reason: ' ' })).toEqual(['reason']);
    expect(fields({ until: '2027-06-09' })).toEqual(['until']);
  });
});
