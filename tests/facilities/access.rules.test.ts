import { describe, expect, it } from 'vitest';
import { missingAccess, warnMissingAccess } from '#db/facilities/access.rules';

describe('Access', () => {
  it('is missing where people need what the place is not known to have (BOOK-20)', () => {
    expect(missingAccess(['step-free', 'hearing-loop'], ['step-free', 'parking'])).toEqual([
      'hearing-loop',
    ]);
    expect(missingAccess(['lift'], [])).toEqual(['lift']);
    expect(missingAccess([], [])).toEqual([]);
  });

  it('is warned of in words, and not mentioned when nothing is missing', () => {
    expect(warnMissingAccess('Meeting Room', ['lift', 'hearing-loop'], [])).toBe(
      'Meeting Room is not known to have: lift and hearing loop. Choose another place, or arrange it before the day.',
    );
    expect(warnMissingAccess('Meeting Room', ['lift'], ['lift'])).toBeUndefined();
  });
});
