import { describe, expect, it } from 'vitest';
import { type Seat, SeatId } from '#db/facilities/facilities.contract';
import { countOutOfOrder, isOutOfOrder } from '#db/facilities/seats.rules';
import { LocalDate } from '#db/shared/local-date';

const day = (text: string) => LocalDate.parse(text);
const outOfOrder = (from: string | null, until: string | null): Seat => ({
  id: SeatId.parse(`seat-${from}-${until}`),
  name: 'Computer 1',
  outOfOrderFrom: from === null ? null : day(from),
  outOfOrderUntil: until === null ? null : day(until),
  outOfOrderWhy: '',
});

describe('A computer', () => {
  it.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-11-25', true],
    ['2026-11-26', false],
  ])('marked from 23 to 25 November is out of order on %s: %s', (on, isOut) => {
    expect(isOutOfOrder(outOfOrder('2026-11-23', '2026-11-25'), day(on))).toBe(isOut);
  });

  it('without a last day stays out of order until it is mended', () => {
    expect(isOutOfOrder(outOfOrder('2026-11-23', null), day('2027-11-23'))).toBe(true);
    expect(isOutOfOrder(outOfOrder(null, null), day('2027-11-23'))).toBe(false);
  });

  it('counts on the days on which it is out of order', () => {
    const seats = [
      outOfOrder(null, null),
      outOfOrder('2026-11-23', '2026-11-24'),
      outOfOrder('2026-11-24', null),
    ];
    const counts = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((on) =>
      countOutOfOrder({ seats }, day(on)),
    );
    expect(counts).toEqual([0, 1, 2, 1]);
  });
});
