import { describe, expect, it } from 'vitest';
import type { PersonId } from '#db/people/people.contract';
import type { PersonRecord } from '#db/people/person-record.contract';
import { NOTHING_KNOWN } from '#db/people/person-record.rules';
import {
  InvolvementFormSchema,
  involvementValues,
  ReachFormSchema,
  reachValues,
} from '../../renderer/people/record-forms.ts';
import { reachWarnings } from '../../renderer/people/record-facts.ts';

const aRecord = (part: Partial<PersonRecord> = {}): PersonRecord => ({
  id: 'p1' as PersonId,
  name: 'Rana Haddad',
  kind: 'tenant',
  phone: '',
  version: 1,
  ...NOTHING_KNOWN,
  lastConfirmedOn: null,
  ...part,
});

describe('The form for how to reach a person', () => {
  it('keeps ways to hear beyond the third, and says each once', () => {
    const record = aRecord({ channels: ['text', 'letter', 'phone', 'website'] });
    const values = reachValues(record);
    expect(ReachFormSchema.parse(values).channels).toEqual(record.channels);
    expect(
      ReachFormSchema.parse({ ...values, first: 'email', second: 'email', third: '' }).channels,
    ).toEqual(['email', 'website']);
  });

  it('reads the empty line as no area', () => {
    expect(ReachFormSchema.parse(reachValues(aRecord()))).toMatchObject({
      areaId: null,
      schemeId: null,
    });
  });

  it('warns of a way that cannot be used and of a strange postcode, and of nothing else', () => {
    expect(reachWarnings(aRecord({ channels: ['email'], postcode: '75008' }))).toEqual([
      'Likes to hear by e-mail, but what that takes is not entered.',
      'The postcode looks unusual. Check it with the person.',
    ]);
    expect(reachWarnings(aRecord({ channels: ['website'], postcode: 'SO14 7LY' }))).toEqual([]);
  });
});

describe('The form for involvement', () => {
  it('adds what was written in, once, with the ways that were ticked', () => {
    const values = involvementValues(
      aRecord({ interests: [{ serviceArea: 'Repairs', methods: ['Meetings'] }] }),
    );
    expect(
      InvolvementFormSchema.parse({ ...values, otherArea: ' Parking ', methods: ['By phone'] })
        .interests,
    ).toEqual([
      { serviceArea: 'Repairs', methods: ['By phone'] },
      { serviceArea: 'Parking', methods: ['By phone'] },
    ]);
    expect(InvolvementFormSchema.parse({ ...values, otherArea: 'Repairs' }).interests).toHaveLength(
      1,
    );
  });
});
