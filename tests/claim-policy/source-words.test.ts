import { describe, expect, it } from 'vitest';
import { sourceWords } from '../../renderer/claim-policy/source-words.ts';

describe('Where a policy comes from', () => {
  it('is said without the marks of the council’s rules, and as a manager wrote it', () => {
    expect(sourceWords('Southampton City Council preset, EXP-03, EXP-14')).toBe(
      'What Southampton City Council has published',
    );
    expect(sourceWords('Cabinet, decision 14')).toBe('Cabinet, decision 14');
    expect(sourceWords('')).toBe('The council’s paper does not say');
  });
});
