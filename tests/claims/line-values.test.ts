import { describe, expect, it } from 'vitest';
import { LineWords } from '#db/claims/claims.contract';
import { LocalDate } from '#db/shared/local-date';
import {
  journeyBefore,
  lineTitle,
  newLine,
  receiptWords,
  rekind,
  waitingReceipts,
  withLine,
  withoutLine,
  wordsOf,
} from '../../renderer/claims/form/claim-words.ts';
import {
  likelyAsks,
  lineOf,
  lineSchema,
  lineValuesOf,
} from '../../renderer/claims/form/line-values.ts';
import { strokesOf } from '../../renderer/claims/form/strokes.ts';
import { aClaim, aReceipt, LINE, MEETING, withBusFare } from './claim-on-screen.ts';

const FARE = LineWords.parse(LINE);
const CAR = LineWords.parse({ ...LINE, id: 'l-2', kind: 'car', claimedPence: null });
const CARE = LineWords.parse({ ...LINE, id: 'l-3', kind: 'childcare' });
const today = LocalDate.parse('2027-01-04');

describe('A cost as it is typed', () => {
  it('comes back from the form as it went in', () => {
    for (const line of [
      FARE,
      { ...CAR, milesTenths: 65 },
      { ...CARE, children: ['under-5', 'under-5'] as const },
    ]) {
      const kept = LineWords.parse(line);
      expect(lineOf(kept, lineValuesOf(kept), likelyAsks(kept.kind))).toEqual(kept);
    }
  });

  it('keeps nothing of what cannot be read yet', () => {
    const typed = { ...lineValuesOf(FARE), amount: 'four', day: 'soon' };
    expect(lineOf(FARE, typed, likelyAsks('bus'))).toMatchObject({
      claimedPence: null,
      day: LINE.day,
    });
  });

  it('has no amount where the miles are paid, for nobody may type that sum', () => {
    const typed = { ...lineValuesOf(CAR), miles: '65', amount: '99999' };
    expect(lineOf(CAR, typed, likelyAsks('car'))).toMatchObject({
      claimedPence: null,
      milesTenths: 65,
    });
  });

  it('needs no reason for a missing receipt once a receipt is laid to it', () => {
    const typed = { ...lineValuesOf(FARE), noReceiptWhy: 'lost', receiptIds: ['r-1'] };
    expect(lineOf(FARE, typed, likelyAsks('bus')).noReceiptWhy).toBe('');
  });

  it.each([
    ['bus', {}, 'amount'],
    ['car', {}, 'miles'],
    ['childcare', { amount: '2600' }, 'ages'],
    ['room-hire', { amount: '2600' }, 'reason'],
  ] as const)('of kind %s asks for what it needs', (kind, part, field) => {
    const typed = { ...lineValuesOf({ ...FARE, kind, claimedPence: null }), ...part };
    const asked = lineSchema(kind, likelyAsks(kind)).safeParse(typed).error?.issues ?? [];
    expect(asked.map(({ path }) => path.join('.'))).toEqual([field]);
  });

  it('begins on the day of its meeting, from home to where that was', () => {
    const start = { id: FARE.id, activity: MEETING, today, receiptIds: [] };
    expect(newLine({ ...start, kind: 'car' })).toMatchObject({
      day: '2026-12-10',
      fromPlace: 'Home',
      toPlace: 'Town Hall',
    });
    expect(newLine({ ...start, kind: 'lunch' })).toMatchObject({ fromPlace: '', toPlace: '' });
    expect(newLine({ ...start, kind: 'bus', activity: undefined })).toMatchObject({
      activityId: null,
      day: today,
    });
  });

  it('of another kind keeps its day, its meeting and its receipts', () => {
    const fare = { ...FARE, day: LocalDate.parse('2026-12-11'), receiptIds: ['r-1' as never] };
    expect(rekind(fare, 'parking', MEETING)).toMatchObject({
      kind: 'parking',
      day: '2026-12-11',
      activityId: 'a-1',
      claimedPence: 480,
      receiptIds: ['r-1'],
      fromPlace: '',
    });
  });

  it('is told in a few words', () => {
    expect(lineTitle({ ...CAR, milesTenths: 65 })).toBe('Car, Home to Town Hall, 6.5 miles');
    expect(lineTitle({ ...CARE, fromPlace: '', toPlace: '' })).toBe('Childcare');
  });
});

describe('The lines of a claim in the form', () => {
  it('send back what was entered and nothing that the program worked out', () => {
    expect(wordsOf(withBusFare()).lines).toEqual([FARE]);
  });

  it('take a changed line in its place, a new one last, and lose one that is taken out', () => {
    const words = withLine(wordsOf(withBusFare()), CAR);
    expect(words.lines.map(({ id }) => id)).toEqual(['l-1', 'l-2']);
    expect(withLine(words, { ...FARE, reason: 'late' }).lines[0]?.reason).toBe('late');
    expect(withoutLine(words, FARE.id).lines).toEqual([CAR]);
  });

  it('leave receipts waiting that belong to none of them, in the order in which they came', () => {
    const claim = aClaim({ receipts: [aReceipt('r-1'), aReceipt('r-2')] });
    const [second] = claim.receipts.slice(1);
    const words = withLine(wordsOf(claim), { ...FARE, receiptIds: ['r-1' as never] });
    expect(waitingReceipts(claim, words)).toEqual([second]);
    expect(receiptWords(claim, 'r-2' as never)).toBe('Receipt 2');
  });

  it('do not offer as the last journey what stands on this very claim', () => {
    const journey = (toPlace: string) => ({
      kind: 'bus' as const,
      fromPlace: 'home',
      toPlace,
      milesTenths: null,
      on: today,
    });
    const offered = { lastJourneys: [journey('Town hall'), journey('Guildhall')] };
    expect(journeyBefore(offered, wordsOf(withBusFare()))?.toPlace).toBe('Guildhall');
    expect(journeyBefore(offered, { lines: [] })?.toPlace).toBe('Town hall');
  });
});

describe('A signature', () => {
  it('is kept in thousandths of the pad’s width, whatever the screen', () => {
    const drawn = (share: number) => [
      {
        points: [
          { x: 100 * share, y: 40 * share },
          { x: 200 * share, y: 60 * share },
        ],
      },
    ];
    expect(strokesOf(drawn(1), 400)).toEqual([[250, 100, 500, 150]]);
    expect(strokesOf(drawn(2), 800)).toEqual([[250, 100, 500, 150]]);
  });

  it('stays within what can be kept, however long the pen moves', () => {
    const points = Array.from({ length: 9_000 }, (_, place) => ({ x: place % 400, y: 5000 }));
    const [stroke = []] = strokesOf([{ points }, { points: [] }], 400);
    expect(stroke.length).toBeLessThanOrEqual(4000);
    expect(Math.max(...stroke)).toBeLessThanOrEqual(2000);
    expect(stroke.at(-2)).toBe(Math.round((8_999 % 400) * 2.5));
  });
});
