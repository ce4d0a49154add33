import type { Holding } from '#db/shared/holding';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';
import type { AnyRow } from '../merge/merge.rules.ts';
import type { RowFate } from './fate.rules.ts';

/** What has to be settled with somebody before they can be erased, and what to do about it. */
export type OpenMatter = { readonly words: string; readonly count: number };

type Judge = (
  row: AnyRow,
  now: { readonly at: LocalDateTime; readonly today: LocalDate },
) => boolean;

const HOLDING = ['provisional', 'requested', 'offered', 'confirmed'];
const isToCome: Judge = (row, { at }) =>
  HOLDING.includes(String(row['status'])) && String(row['ends_at']) > at;

/** A claim that waits for somebody, or of which money is still to be paid. */
const isUnsettled: Judge = (row) =>
  ['draft', 'to-sign', 'filed', 'verified', 'second', 'asked'].includes(String(row['state'])) ||
  (row['state'] === 'decided' && Number(row['decided_pence'] ?? 0) > Number(row['paid_pence']));

/** Rows that tell of something still going on, by the place in which they name the person. */
const OPEN: readonly (readonly [place: string, words: string, judge: Judge])[] = [
  ['booking.person_id', 'a booking to come: cancel it, or wait until it is over', isToCome],
  [
    'booking.responsible_person_id',
    'a booking to come for which they answer: name somebody else on it',
    isToCome,
  ],
  [
    'officer_term.person_id',
    'a post that they still hold: end the term on the page of the group',
    (row, { today }) => row['until_date'] === null || String(row['until_date']) >= today,
  ],
  [
    'key_holding.person_id',
    'a key that they still hold: take it back',
    (row) => row['returned_on'] === null,
  ],
  [
    'claim.claimant_person_id',
    'an expense claim that is not settled: have it decided and paid, or withdraw it',
    isUnsettled,
  ],
  [
    'claim.payee_person_id',
    'an expense claim to be paid to them: pay it, or name another payee',
    isUnsettled,
  ],
];

/** Bank details in use are kept as long as they are, so they are withdrawn first. */
const PAID = 'bank details in use: withdraw them on their page';

export function openMatters(
  rows: readonly { readonly holding: Holding; readonly row: AnyRow; readonly fate: RowFate }[],
  now: Parameters<Judge>[1],
): readonly OpenMatter[] {
  const counts = new Map<string, number>();
  for (const { holding, row, fate } of rows) {
    const place = `${holding.table}.${holding.column}`;
    const found = OPEN.find(([where, , judge]) => where === place && judge(row, now))?.[1];
    const isPaid = holding.table === 'payee' && fate.do === 'keep' && fate.until === null;
    const words = found ?? (isPaid ? PAID : undefined);
    if (words !== undefined) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => ({ words, count }));
}
