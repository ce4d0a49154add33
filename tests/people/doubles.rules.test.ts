import { describe, expect, it } from 'vitest';
import { findLikelyDoubles, type Likeness } from '#db/people/doubles.rules';

const person = (id: string, name: string, part: Partial<Likeness> = {}): Likeness => ({
  id,
  name,
  phone: '',
  textPhone: '',
  email: '',
  postcode: '',
  ...part,
});
const found = (...people: readonly Likeness[]) =>
  findLikelyDoubles(people).map(({ one, other, reasons }) => [one.id, other.id, ...reasons]);

describe('Possible doubles', () => {
  it.each([
    ['R. Haddad', 'Rana Haddad'],
    ['R Haddad', 'Rána Haddad'],
    ['Mrs R. Haddad', 'Rana Haddad'],
    ['Rana S. Haddad', 'Rana Salma Haddad'],
    ['R. S. Haddad', 'Rana Haddad'],
  ])('are seen in initials: %s and %s', (short, long) => {
    expect(found(person('a', short), person('b', long))).toEqual([
      expect.arrayContaining(['a', 'b', 'initials']),
    ]);
  });

  it.each([
    ['Rami Haddad', 'Rana Haddad'],
    ['S. Haddad', 'Rana Haddad'],
    ['R. Haddad', 'R. Haddan'],
    ['R. S. Haddad', 'Rana Mona Haddad'],
  ])('are not seen in %s and %s', (one, other) => {
    expect(found(person('a', one), person('b', other))).toEqual([]);
  });

  it('are seen in one name, whatever its accents and the order of its words', () => {
    expect(found(person('a', 'Łukasz Nowak'), person('b', 'nowak LUKASZ'))).toEqual([
      ['a', 'b', 'same-name'],
    ]);
    expect(found(person('a', 'R. Haddad'), person('b', 'R. Haddad'))).toEqual([
      ['a', 'b', 'same-name'],
    ]);
  });

  it('are seen in one phone, however it is written and whichever of the two it is', () => {
    expect(
      found(
        person('a', 'Ada One', { phone: '+44 7700 900123' }),
        person('b', 'Bea Two', { textPhone: '07700-900123' }),
        person('c', 'Cy Three', { phone: '1234' }),
        person('d', 'Di Four', { phone: '1234' }),
      ),
    ).toEqual([['a', 'b', 'same-phone']]);
    const both = (phone: string) =>
      found(person('a', 'Ada One', { phone }), person('b', 'Bea Two', { phone }));
    expect([both('123456').length, both('12345').length]).toEqual([1, 0]);
  });

  it('are seen in one e-mail address, and in one surname at one postcode', () => {
    expect(
      found(
        person('a', 'Ada Lane', { email: 'A.Lane@example.org', postcode: 'so14 7ly' }),
        person('b', 'Bob Lane', { email: 'a.lane@example.org', postcode: 'SO147LY' }),
        person('c', 'Cy Other', { postcode: 'SO14 7LY' }),
      ),
    ).toEqual([['a', 'b', 'same-email', 'same-postcode-and-surname']]);
  });

  it('come with those first that have most in common', () => {
    const phone = '023 8000 1111';
    expect(
      found(
        person('a', 'Ann Lane'),
        person('b', 'Ann Lane', { phone }),
        person('c', 'Ann Lane', { phone }),
      ).map((line) => line.slice(0, 2)),
    ).toEqual([
      ['b', 'c'],
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  it('are not seen in what a whole hostel shares', () => {
    const everybody = Array.from({ length: 13 }, (_, n) =>
      person(`p${n}`, `Name${n} Of${n}`, { phone: '023 8000 1111' }),
    );
    expect(found(...everybody)).toEqual([]);
    expect(found(...everybody.slice(1))).toHaveLength(66);
  });
});
