import { COST_KIND_WORDS, CostKind } from '#db/claim-policy/claim-policy.contract';
import { MASKED } from '#db/people/people.rules';
import type { LocalDate } from '#db/shared/local-date';
import { type Pence, type PenceSum, sumPence } from '#db/shared/money';
import type { Column } from '#db/shared/table';
import {
  CLAIM_STATE_WORDS,
  type ClaimState,
  LINE_STATE_WORDS,
  type LineState,
} from '../claims.contract.ts';

/** By what costs are added up. */
export type Grouping = 'kind' | 'group' | 'activity' | 'area' | 'access-need';

/** What costs of one kind, group and so on come to; `key` is empty where nothing is entered. */
export type Sums = {
  readonly key: string;
  readonly claims: number;
  /** How many people and groups claimed, each once. */
  readonly claimants: number;
  readonly lines: number;
  readonly claimedPence: PenceSum;
  readonly decidedPence: PenceSum;
  readonly paidPence: PenceSum;
};

/** A cost as the table of the register has it; nothing is masked. */
export type RegisterLine = {
  readonly reference: string;
  readonly receivedOn: LocalDate;
  readonly claimState: ClaimState;
  readonly claimant: string;
  readonly isGroup: number;
  readonly filer: string;
  readonly kind: CostKind;
  readonly day: LocalDate;
  readonly activity: string | null;
  readonly milesTenths: number | null;
  readonly askedPence: Pence;
  readonly payablePence: Pence | null;
  readonly decidedPence: Pence | null;
  readonly paidPence: Pence;
  readonly state: LineState;
  readonly why: string;
};

/** What is written where nothing is entered. */
const NOTHING_ENTERED: Readonly<Record<Grouping, string>> = {
  kind: 'Not known',
  group: 'For nobody but themselves',
  activity: 'No meeting or event',
  area: 'No area, or several',
  'access-need': 'No need entered',
};

/** What a row of a report is called. */
export function keyWords(by: Grouping, key: string): string {
  if (key === '') return NOTHING_ENTERED[by];
  const kind = by === 'kind' ? CostKind.safeParse(key) : undefined;
  return kind?.success === true ? COST_KIND_WORDS[kind.data] : key;
}

/**
 * What a need is called in a report: itself where it is that of enough people, because the words of one person's need
 * lead to them; the others count together. Whoever reads no needs sees that there are some.
 */
export function needWords(
  { key, claimants }: Pick<Sums, 'key' | 'claimants'>,
  of: { readonly threshold: number; readonly isRead: boolean },
): string {
  if (key === '') return NOTHING_ENTERED['access-need'];
  if (!of.isRead) return MASKED;
  return claimants < of.threshold ? `Needs of fewer than ${of.threshold} people each` : key;
}

type Row = {
  readonly words: string;
  readonly claims: number;
  readonly lines: number;
  readonly claimedPence: PenceSum;
  readonly decidedPence: PenceSum;
  readonly paidPence: PenceSum;
};

/** Rows of the same words as one. A claim that stands in two of them counts in both, as everywhere in a report. */
export function mergeSums(rows: readonly Row[]): Row[] {
  const merged = new Map<string, Row>();
  for (const row of rows) {
    const before = merged.get(row.words);
    merged.set(
      row.words,
      before === undefined
        ? row
        : {
            words: row.words,
            claims: before.claims + row.claims,
            lines: before.lines + row.lines,
            claimedPence: sumPence(before.claimedPence, row.claimedPence),
            decidedPence: sumPence(before.decidedPence, row.decidedPence),
            paidPence: sumPence(before.paidPence, row.paidPence),
          },
    );
  }
  return [...merged.values()];
}

/** The average in tenths of a day, each claim once, half a tenth up; null without any claim. */
export function averageTenths(
  counted: readonly { readonly days: number; readonly claims: number }[],
): number | null {
  const claims = counted.reduce((sum, one) => sum + one.claims, 0);
  if (claims === 0) return null;
  const days = counted.reduce((sum, one) => sum + one.days * one.claims, 0);
  return Math.round((days * 10) / claims);
}

/** The register as a spreadsheet has it: what is needed to follow the money, and no reasons or journeys of anybody. */
export const REGISTER_TABLE: readonly Column<RegisterLine>[] = [
  { heading: 'Claim', of: (line) => line.reference },
  { heading: 'Received', kind: 'date', of: (line) => line.receivedOn },
  { heading: 'Claimant', of: (line) => line.claimant },
  { heading: 'Brought by', of: (line) => line.filer },
  { heading: 'Kind of cost', of: (line) => COST_KIND_WORDS[line.kind] },
  { heading: 'Day', kind: 'date', of: (line) => line.day },
  { heading: 'Meeting or event', of: (line) => line.activity },
  {
    heading: 'Miles',
    kind: 'number',
    of: (line) => (line.milesTenths === null ? null : line.milesTenths / 10),
  },
  { heading: 'Asked', kind: 'money', of: (line) => line.askedPence },
  { heading: 'Payable', kind: 'money', of: (line) => line.payablePence },
  { heading: 'Decided', kind: 'money', of: (line) => line.decidedPence },
  { heading: 'Paid', kind: 'money', of: (line) => line.paidPence },
  { heading: 'Cost stands at', of: (line) => LINE_STATE_WORDS[line.state] },
  { heading: 'Why', of: (line) => line.why },
  { heading: 'Claim stands at', of: (line) => CLAIM_STATE_WORDS[line.claimState] },
];

/** A row as the auditor reads it: groups by name, people and words about them not. */
export function maskRegisterLine(line: RegisterLine): RegisterLine {
  return {
    ...line,
    claimant: line.isGroup === 1 ? line.claimant : MASKED,
    filer: line.filer === '' ? '' : MASKED,
    why: line.why === '' ? '' : MASKED,
  };
}
