import { COST_KIND_WORDS } from '#db/claim-policy/claim-policy.contract';
import { formatPence, type Pence } from '#db/shared/money';
import type { PaperSize } from '#db/shared/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import type { Column } from '#db/shared/pdf/table';
import type { PaperText } from '#db/shared/pdf/text';
import { formatDateNoWeekday, joinWords } from '#db/shared/plain-words';
import { AGE_BAND_WORDS, AgeBand } from '../claims.contract.ts';
import type { ClaimFormValues, ClaimOnForm, LineOnForm } from './claim-form-values.ts';
import { beginSmall } from './claimable-kinds.rules.ts';

const NOT_SET = 'Rate not set';

const TO_FILL: Readonly<Record<PaperSize, readonly Column[]>> = {
  normal: [
    { heading: 'Cost, and what we pay', share: 35, leastEms: 9, namesRow: true },
    { heading: 'Day', share: 12, leastEms: 4 },
    { heading: 'From and to, or whom you paid', share: 25, leastEms: 8 },
    { heading: 'Miles or hours', share: 11, leastEms: 3.4 },
    { heading: 'Cost (£)', share: 10, leastEms: 3, align: 'right' },
    { heading: 'Receipt', share: 8, leastEms: 3.8, align: 'centre' },
  ],
  // Large print has no room for six columns side by side; a receipt is seen when it is brought.
  large: [
    { heading: 'Cost, and what we pay', share: 32, leastEms: 7.5, namesRow: true },
    { heading: 'Day, from and to, or whom you paid', share: 34, leastEms: 8 },
    { heading: 'Miles or hours', share: 17, leastEms: 3.5 },
    { heading: 'Cost (£)', share: 17, leastEms: 3, align: 'right' },
  ],
};

/** Rows of costs when nothing is known of what is paid, and rows below the known kinds for more of the same. */
const EMPTY_ROWS = { alone: 8, below: 1 } as const;

/** A table with a row for each kind of cost, its rate printed, and the rest to write. */
export function writeCostsToFill(paper: PaperWriter, values: ClaimFormValues): void {
  const { kinds, claim, size } = values;
  const known = claim?.lines ?? [];
  const kindsOfLines = new Set(known.map(({ kind }) => kind));
  const empty = kinds.length === 0 ? EMPTY_ROWS.alone : EMPTY_ROWS.below;
  const columns = TO_FILL[size];
  const blank = (first: PaperText): PaperText[] => [
    first,
    ...columns.slice(1).map(({ heading }) => (heading === 'Receipt' ? '☐' : '')),
  ];
  paper.heading('What it cost you');
  paper.table({
    columns,
    ruled: true,
    rowWritingLines: 0.9,
    rows: [
      ...known.map((line) => lineToFill(line, size)),
      ...kinds
        .filter(({ kind }) => !kindsOfLines.has(kind))
        .map(({ words, rate }) => blank(kindWords(words, rate))),
      ...Array.from({ length: empty }, () => columns.map(() => '')),
    ],
  });
  paper.writingRow(['In all (£)', 'Number of receipts']);
  writeLimits(paper, kinds);
  if (kinds.length === 0 || kinds.some(({ kind }) => CARE.has(kind))) writeCare(paper);
}

/** Limits that are too long for their rows; kinds with the same limits share a line. */
function writeLimits(paper: PaperWriter, kinds: ClaimFormValues['kinds']): void {
  const limits = [...new Set(kinds.map(({ limit }) => limit))].filter(isSaid);
  if (limits.length === 0) return;
  paper.neverSplit(() => {
    paper.heading('Limits', 3);
    paper.list(
      limits.map((limit): PaperText => {
        const those = kinds.filter((each) => each.limit === limit).map(({ words }) => words);
        return [{ text: `${joinWords(those)}: `, face: 'semibold' }, { text: beginSmall(limit) }];
      }),
    );
  });
}

const kindWords = (words: string, rate: string): PaperText => [
  { text: `${words}: `, face: 'semibold' },
  { text: rate, face: 'regular' },
];

/** A longer measure, such as hours and the ages of children, would be a ribbon in its narrow column. */
const LONGEST_MEASURE = 12;

/** A cost that is entered already, on a form whose rest is still to be written. */
function lineToFill(line: LineOnForm, size: PaperSize): PaperText[] {
  const cost = line.askedPence === null ? '' : formatPence(line.askedPence).replace('£', '');
  const day = formatDateNoWeekday(line.day);
  const isNarrow = line.measure.length <= LONGEST_MEASURE;
  const where = isNarrow ? line.where : [line.where, line.measure].filter(isSaid).join(', ');
  const measure = isNarrow ? line.measure : '';
  return size === 'large'
    ? [COST_KIND_WORDS[line.kind], [day, where].filter(isSaid).join('\n'), measure, cost]
    : [COST_KIND_WORDS[line.kind], day, where, measure, cost, line.receipts.length > 0 ? '☑' : '☐'];
}

/** Longer words than these make a column of the table into a ribbon; they stand below it over the whole width. */
const SHORT_WORDS = 90;
const isShort = (words: string): boolean => words.length <= SHORT_WORDS;
const isSaid = (words: string): boolean => words !== '';

const CARE: ReadonlySet<string> = new Set(['childcare', 'dependant-care']);

/** What is asked about care; of children only how many of each age (EXP-01, EXP-04). */
function writeCare(paper: PaperWriter): void {
  paper.neverSplit(() => {
    paper.heading('If somebody was looked after', 3);
    const [first = '', ...ages] = AgeBand.options.map((band) => AGE_BAND_WORDS[band]);
    paper.writingRow([`Children ${first.toLowerCase()}`, ...ages.slice(0, 1)]);
    paper.writingRow(ages.slice(1));
    paper.writingRow(['Looked after by', 'Hours']);
    paper.space(0.3);
    paper.checkBoxes([{ text: 'Paying for this would have kept me from coming.' }]);
  });
}

const FILLED: Readonly<Record<PaperSize, readonly Column[]>> = {
  normal: [
    { heading: 'No.', share: 6, leastEms: 2.2 },
    { heading: 'Day', share: 16, leastEms: 6 },
    { heading: 'What for', share: 42, leastEms: 10, namesRow: true },
    { heading: 'Receipts', share: 12, leastEms: 4.2 },
    { heading: 'Asked', share: 12, leastEms: 4.2, align: 'right' },
    { heading: 'We pay', share: 12, leastEms: 4.2, align: 'right' },
  ],
  large: [
    { heading: 'What for', share: 46, leastEms: 9, namesRow: true },
    { heading: 'Receipts', share: 18, leastEms: 4.4 },
    { heading: 'Asked', share: 18, leastEms: 4.2, align: 'right' },
    { heading: 'We pay', share: 18, leastEms: 4.2, align: 'right' },
  ],
};

/** The costs of a claim as they were priced, what is paid less and why, and the sums. */
export function writeCosts(paper: PaperWriter, claim: ClaimOnForm, size: PaperSize): void {
  paper.heading('What it cost');
  paper.table({
    columns: FILLED[size],
    rows: claim.lines.map((line) => [
      ...(size === 'large' ? [] : [String(line.number), formatDateNoWeekday(line.day)]),
      whatFor(line, { hasEvents: claim.events.length > 1, isAlone: size === 'large' }),
      line.receipts.length === 0 ? 'None' : joinWords(line.receipts.map(String)),
      amountWords(line.askedPence),
      amountWords(line.payablePence),
    ]),
  });
  const more = claim.lines.flatMap(({ number, words }) =>
    words
      .filter((said) => !isShort(said))
      .map((said): PaperText => [{ text: `Cost ${number}: `, face: 'semibold' }, { text: said }]),
  );
  if (more.length > 0) {
    paper.heading('More about the costs', 3);
    paper.list(more);
  }
  paper.neverSplit(() => {
    const less = claim.lines.flatMap(({ number, cuts }) =>
      cuts.map(
        ({ pence, sentence }): PaperText => [
          { text: `Cost ${number}: ${formatPence(pence)} less. `, face: 'semibold' },
          { text: sentence },
        ],
      ),
    );
    if (less.length > 0) {
      paper.heading('What is not paid, and why', 3);
      paper.list(less);
    }
    paper.panel([
      claim.payablePence === null
        ? 'To be paid: known once the rate is set'
        : `To be paid: ${formatPence(claim.payablePence)}`,
      claim.claimedPence === null
        ? 'A rate is not set yet. The miles are on record, and we price them as soon as it is.'
        : `You ask for ${formatPence(claim.claimedPence)}. An officer decides.`,
    ]);
  });
}

/** Kind, measure and place of a cost; its number and day too where they have no columns of their own. */
function whatFor(
  line: LineOnForm,
  { hasEvents, isAlone }: { readonly hasEvents: boolean; readonly isAlone: boolean },
): PaperText {
  const [first, ...rest] = [
    [COST_KIND_WORDS[line.kind], line.measure].filter(isSaid).join(', '),
    isAlone ? formatDateNoWeekday(line.day) : '',
    line.where,
    hasEvents ? line.event : '',
    ...line.words.filter(isShort),
  ].filter(isSaid);
  return [
    { text: isAlone ? `${line.number}. ${first ?? ''}` : (first ?? ''), face: 'semibold' },
    ...rest.map((words) => ({ text: `\n${words}`, face: 'regular' as const })),
  ];
}

const amountWords = (amount: Pence | null): string =>
  amount === null ? NOT_SET : formatPence(amount);
