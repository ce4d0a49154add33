import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import { formatPence, Pence, type PenceSum, sumPence } from '#db/shared/money';
import type { DrawnPaper, PaperSize } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import type { Column } from '#db/shared/pdf/table';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { SignatureOnPaper } from './claim-form-values.ts';
import { writeSignatures } from './signed-block.ts';

/** A treasurer's sheet for the claims of several members (DOC-43): blank, to be signed, or signed. */
export const TreasurerSheetValues = z.object({
  ...PaperFrame.shape,
  isFillable: z.boolean(),
  /** Null for the blank sheet. */
  sheet: z
    .object({
      reference: z.string(),
      group: z.string(),
      treasurer: z.string(),
      receivedOn: LocalDate,
      isWithdrawn: z.boolean(),
      claims: z
        .array(
          z.object({
            reference: z.string(),
            claimant: z.string(),
            costs: z.int(),
            askedPence: Pence.nullable(),
            payablePence: Pence.nullable(),
            isSigned: z.boolean(),
          }),
        )
        .readonly(),
      /** Rooms that were hired, with why no tenant meeting room would do (EXP-10). */
      rooms: z
        .array(
          z.object({
            where: z.string(),
            day: LocalDate,
            measure: z.string(),
            askedPence: Pence.nullable(),
            why: z.string(),
          }),
        )
        .readonly(),
      /** What the treasurer signs: the sheet, and nothing that a member declares (EXP-19). */
      declaration: z.string(),
      signatures: z.array(SignatureOnPaper).readonly(),
    })
    .nullable(),
});
export type TreasurerSheetValues = z.infer<typeof TreasurerSheetValues>;
type Sheet = NonNullable<TreasurerSheetValues['sheet']>;

/** What a treasurer signs on a sheet that is filled in by hand. */
const DECLARATION =
  'I hand in this sheet. Each member has signed for their own costs. I have passed on the receipts as they were given to me.';

const NOT_SET = 'Rate not set';
const EMPTY_ROWS = { normal: 10, large: 6 } as const;

export function drawTreasurerSheet(fonts: PaperFonts, values: TreasurerSheetValues): DrawnPaper {
  const { sheet } = values;
  const options = {
    frame: values,
    title: 'Claims of several members',
    ...(sheet === null ? {} : { reference: sheet.reference }),
    template: 'Treasurer’s claim sheet, version 1',
    isFillable: values.isFillable,
  };
  return drawPaper(fonts, options, (paper) => {
    if (sheet === null) writeBlank(paper, values);
    else writeFilled(paper, sheet, values.size);
  });
}

function writeBlank(paper: PaperWriter, { size }: TreasurerSheetValues): void {
  paper.paragraph(
    'For a treasurer who brings the claims of several members. Every member signs on their own line, or puts their own signed form with this sheet. Receipts come with it.',
  );
  paper.heading('Who brings it');
  paper.writingLines('Group');
  paper.writingLines('Treasurer');
  paper.writingLines('Meeting or event');
  paper.writingRow(['Office: received on', 'Sheet number']);
  paper.heading('Whose claims');
  const isLarge = size === 'large';
  paper.table({
    columns: isLarge
      ? [
          { heading: 'Name', share: 34, leastEms: 7, namesRow: true },
          { heading: 'Asked (£)', share: 16, leastEms: 4 },
          { heading: 'Own form', share: 16, leastEms: 4, align: 'centre' },
          { heading: 'Member’s signature', share: 34, leastEms: 7 },
        ]
      : [
          { heading: 'Name', share: 26, leastEms: 8, namesRow: true },
          { heading: 'What it was for', share: 26, leastEms: 8 },
          { heading: 'Asked (£)', share: 12, leastEms: 4 },
          { heading: 'Own form', share: 10, leastEms: 3.5, align: 'centre' },
          { heading: 'Member’s signature', share: 26, leastEms: 8 },
        ],
    ruled: true,
    rowWritingLines: 1.1,
    rows: Array.from({ length: EMPTY_ROWS[size] }, () =>
      isLarge ? ['', '', '☐', SIGNED_BY_HAND] : ['', '', '', '☐', SIGNED_BY_HAND],
    ),
  });
  paper.writingRow(['In all (£)', 'Number of receipts']);
  writeRoomToFill(paper);
  writeSignatures(paper, {
    declaration: DECLARATION,
    signatures: [],
    toSign: [{ role: 'Treasurer' }],
  });
}

/** A space that cannot be seen: nobody types a signature, so its cell is no field. */
const SIGNED_BY_HAND = '\u00a0';

function writeRoomToFill(paper: PaperWriter): void {
  paper.neverSplit(() => {
    paper.heading('If the group hired a room');
    paper.writingLines('Where');
    paper.writingRow(['Date', 'Hours', 'Cost (£)']);
    paper.writingLines('Why no tenant meeting room would do', 2);
  });
}

function writeFilled(paper: PaperWriter, sheet: Sheet, size: PaperSize): void {
  const missing = sheet.claims.filter(({ isSigned }) => !isSigned).length;
  paper.referenceMark({
    reference: sheet.reference,
    words: 'Please quote this number when you ask about the sheet.',
  });
  if (sheet.isWithdrawn)
    paper.panel(['Withdrawn', 'Nothing is paid for claims on this sheet.'], 'alert');
  else if (missing > 0)
    paper.panel(
      ['Signatures are missing', `${countOf(missing, 'member')} still to sign their own claim.`],
      'alert',
    );
  paper.heading('Who brings it');
  paper.fieldGrid([
    { label: 'Group', value: sheet.group },
    { label: 'Treasurer', value: sheet.treasurer },
    { label: 'Received on', value: formatDateNoWeekday(sheet.receivedOn) },
  ]);
  writeClaims(paper, sheet, size);
  writeRooms(paper, sheet.rooms);
  const isToSign = sheet.signatures.length === 0 && !sheet.isWithdrawn;
  writeSignatures(paper, {
    declaration: sheet.declaration,
    signatures: sheet.signatures,
    toSign: isToSign ? [{ role: 'Treasurer', name: sheet.treasurer }] : [],
  });
}

const CLAIMS: readonly Column[] = [
  { heading: 'Claim', share: 22, leastEms: 7.4, namesRow: true },
  { heading: 'Member', share: 30, leastEms: 8 },
  { heading: 'Costs', share: 9, leastEms: 3 },
  { heading: 'Signed', share: 13, leastEms: 4.4 },
  { heading: 'Asked', share: 13, leastEms: 4.4, align: 'right' },
  { heading: 'To be paid', share: 13, leastEms: 4.4, align: 'right' },
];

const LARGE_CLAIMS: readonly Column[] = [
  { heading: 'Claim', share: 28, leastEms: 7.4, namesRow: true },
  { heading: 'Member', share: 34, leastEms: 7.6 },
  { heading: 'Signed', share: 18, leastEms: 4.2 },
  { heading: 'Asked', share: 20, leastEms: 4.4, align: 'right' },
];

function writeClaims(paper: PaperWriter, { claims }: Sheet, size: PaperSize): void {
  paper.heading('Whose claims');
  if (claims.length === 0) {
    paper.paragraph('No claim is on this sheet yet.');
    return;
  }
  const isLarge = size === 'large';
  paper.table({
    columns: isLarge ? LARGE_CLAIMS : CLAIMS,
    rows: claims.map((claim) => [
      claim.reference,
      isLarge ? `${claim.claimant}, ${countOf(claim.costs, 'cost')}` : claim.claimant,
      ...(isLarge ? [] : [String(claim.costs)]),
      claim.isSigned ? '✓ Yes' : 'Missing',
      amountWords(claim.askedPence),
      ...(isLarge ? [] : [amountWords(claim.payablePence)]),
    ]),
  });
  const payable = sumOf(claims.map((claim) => claim.payablePence));
  const asked = sumOf(claims.map((claim) => claim.askedPence));
  paper.panel([
    payable === null
      ? 'To be paid in all: known once every rate is set'
      : `To be paid in all: ${formatPence(payable)}`,
    `${countOf(claims.length, 'claim')}${asked === null ? '' : `, asked for ${formatPence(asked)}`}. An officer decides.`,
  ]);
}

function writeRooms(paper: PaperWriter, rooms: Sheet['rooms']): void {
  if (rooms.length === 0) return;
  paper.heading('Rooms that were hired');
  for (const room of rooms)
    paper.neverSplit(() => {
      paper.fieldGrid([
        {
          label: 'Where and when',
          value: [room.where, formatDateNoWeekday(room.day), room.measure]
            .filter((words) => words !== '')
            .join(', '),
        },
        { label: 'Cost', value: amountWords(room.askedPence) },
        { label: 'Why no tenant meeting room', value: room.why },
      ]);
    });
}

const amountWords = (amount: Pence | PenceSum | null): string =>
  amount === null ? NOT_SET : formatPence(amount);

function sumOf(amounts: readonly (Pence | null)[]): PenceSum | null {
  const known = amounts.filter((amount) => amount !== null);
  if (known.length < amounts.length) return null;
  return sumPence(...known);
}
