import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import { formatPence, Pence, PenceSum, pence, sumPence } from '#db/shared/money';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import type { Column } from '#db/shared/pdf/table';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { CLAIM_STATE_WORDS, ClaimState } from '../claims.contract.ts';

const Counted = z
  .array(
    z.object({
      words: z.string(),
      claims: z.int(),
      lines: z.int(),
      claimedPence: PenceSum,
      decidedPence: PenceSum,
      paidPence: PenceSum,
    }),
  )
  .readonly();

/** The claims of a time with their totals (DOC-46). */
export const ClaimsRegisterValues = z.object({
  ...PaperFrame.shape,
  from: LocalDate,
  until: LocalDate,
  /** Working days from received to decided, in tenths; null where nothing was decided. */
  averageDaysTenths: z.int().nullable(),
  byKind: Counted,
  byActivity: Counted,
  refused: z.array(z.object({ why: z.string(), lines: z.int(), pence: PenceSum })).readonly(),
  claims: z
    .array(
      z.object({
        reference: z.string(),
        receivedOn: LocalDate,
        claimant: z.string(),
        filer: z.string(),
        state: ClaimState,
        lines: z.int(),
        claimedPence: Pence.nullable(),
        decidedPence: Pence.nullable(),
        paidPence: Pence,
      }),
    )
    .readonly(),
});
export type ClaimsRegisterValues = z.infer<typeof ClaimsRegisterValues>;

export function drawClaimsRegister(fonts: PaperFonts, values: ClaimsRegisterValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Claims register',
    template: 'Claims register, version 1',
    landscape: true,
  };
  return drawPaper(fonts, options, (paper) => {
    paper.panel(
      [
        `Received from ${formatDateNoWeekday(values.from)} to ${formatDateNoWeekday(values.until)}`,
        'Only for the centre: it names people. Do not leave it lying.',
      ],
      'alert',
    );
    writeFigures(paper, values);
    writeCounted(paper, 'By kind of cost', values.byKind);
    writeCounted(paper, 'By meeting or event', values.byActivity);
    writeRefused(paper, values.refused);
    writeClaims(paper, values);
  });
}

const NOTHING = pence(0);

function writeFigures(paper: PaperWriter, values: ClaimsRegisterValues): void {
  const { claims, averageDaysTenths } = values;
  const total = (of: (claim: ClaimsRegisterValues['claims'][number]) => Pence | null): string =>
    formatPence(sumPence(...claims.map((claim) => of(claim) ?? NOTHING)));
  const unpriced = claims.filter(({ claimedPence }) => claimedPence === null).length;
  paper.heading('In figures');
  paper.fieldGrid([
    { label: 'Claims', value: countOf(claims.length, 'claim') },
    {
      label: 'Asked',
      value: `${total((claim) => claim.claimedPence)}${unpriced === 0 ? '' : `, and ${countOf(unpriced, 'claim')} with a rate that is not set`}`,
    },
    { label: 'Decided', value: total((claim) => claim.decidedPence) },
    { label: 'Paid', value: total((claim) => claim.paidPence) },
    { label: 'Time to decide', value: daysWords(averageDaysTenths) },
  ]);
}

/** '4.5 working days on average' */
export function daysWords(tenths: number | null): string {
  if (tenths === null) return 'Nothing is decided yet';
  const rest = tenths % 10;
  const days = `${Math.floor(tenths / 10)}${rest === 0 ? '' : `.${rest}`}`;
  return `${days} ${tenths === 10 ? 'working day' : 'working days'} on average`;
}

function writeCounted(
  paper: PaperWriter,
  heading: string,
  rows: ClaimsRegisterValues['byKind'],
): void {
  if (rows.length === 0) return;
  paper.heading(heading);
  paper.table({
    columns: [
      { heading: 'What', share: 36, leastEms: 9, namesRow: true },
      { heading: 'Claims', share: 10, leastEms: 4, align: 'right' },
      { heading: 'Costs', share: 10, leastEms: 4, align: 'right' },
      { heading: 'Asked', share: 14, leastEms: 5, align: 'right' },
      { heading: 'Decided', share: 14, leastEms: 5, align: 'right' },
      { heading: 'Paid', share: 14, leastEms: 5, align: 'right' },
    ],
    rows: rows.map((row) => [
      row.words,
      String(row.claims),
      String(row.lines),
      formatPence(row.claimedPence),
      formatPence(row.decidedPence),
      formatPence(row.paidPence),
    ]),
  });
}

function writeRefused(paper: PaperWriter, refused: ClaimsRegisterValues['refused']): void {
  if (refused.length === 0) return;
  paper.heading('Refused, and why');
  paper.table({
    columns: [
      { heading: 'Why', share: 60, leastEms: 12, namesRow: true },
      { heading: 'Costs', share: 15, leastEms: 4, align: 'right' },
      { heading: 'Asked', share: 25, leastEms: 5, align: 'right' },
    ],
    rows: refused.map((one) => [one.why, String(one.lines), formatPence(one.pence)]),
  });
}

function writeClaims(paper: PaperWriter, { claims, size }: ClaimsRegisterValues): void {
  if (claims.length === 0) {
    paper.paragraph('No claim was received in this time.');
    return;
  }
  paper.newPage();
  paper.heading('Claims');
  const isLarge = size === 'large';
  paper.table({
    columns: isLarge ? LARGE_CLAIMS : CLAIMS,
    rows: claims.map((claim) => {
      const received = formatDateNoWeekday(claim.receivedOn);
      return [
        isLarge
          ? [
              { text: `${claim.reference}\n`, face: 'semibold' },
              { text: received, face: 'regular' },
            ]
          : claim.reference,
        ...(isLarge ? [] : [received]),
        claim.filer === ''
          ? claim.claimant
          : [
              { text: `${claim.claimant}\n`, face: 'regular' },
              { text: `by ${claim.filer}`, face: 'italic' },
            ],
        CLAIM_STATE_WORDS[claim.state],
        ...(isLarge ? [] : [String(claim.lines)]),
        claim.claimedPence === null ? 'Rate not set' : formatPence(claim.claimedPence),
        claim.decidedPence === null ? '' : formatPence(claim.decidedPence),
        claim.paidPence === 0 ? '' : formatPence(claim.paidPence),
      ];
    }),
  });
}

const CLAIMS: readonly Column[] = [
  { heading: 'Claim', share: 14, leastEms: 7.2, namesRow: true },
  { heading: 'Received', share: 15, leastEms: 6 },
  { heading: 'Who', share: 27, leastEms: 8 },
  { heading: 'Stands at', share: 15, leastEms: 5.4 },
  { heading: 'Costs', share: 7, leastEms: 3, align: 'right' },
  { heading: 'Asked', share: 12, leastEms: 4.6, align: 'right' },
  { heading: 'Decided', share: 12, leastEms: 4.6, align: 'right' },
  { heading: 'Paid', share: 12, leastEms: 4.6, align: 'right' },
];

const LARGE_CLAIMS: readonly Column[] = [
  { heading: 'Claim, received', share: 21, leastEms: 8, namesRow: true },
  { heading: 'Who', share: 26, leastEms: 8 },
  { heading: 'Stands at', share: 16, leastEms: 5.4 },
  { heading: 'Asked', share: 12, leastEms: 4.8, align: 'right' },
  { heading: 'Decided', share: 12, leastEms: 4.8, align: 'right' },
  { heading: 'Paid', share: 12, leastEms: 4.8, align: 'right' },
];
