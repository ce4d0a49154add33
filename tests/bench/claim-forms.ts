import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { drawClaimForm } from '#db/claims/papers/claim-form.pdf';
import type { ClaimFormValues, LineOnForm } from '#db/claims/papers/claim-form-values';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';
import { formatPence, pence } from '#db/shared/money';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import { resourcesFolder } from '../../electron/host/paper-maker.ts';
import { inTurn, type Measure, measured, type Pace } from './measure.ts';

/** So many costs stand on each form. */
const COSTS = 10;
/** Against PDFKit as it comes, which reads its font for every file: 2.5 ms to 6.5 ms. */
const LIMIT_RATIO = 0.385;
/** Forms in one measured call, as when a whole meeting's claims are printed. */
const FORMS_A_CALL = 10;

/**
 * A signed claim form of ten costs, drawn as it is printed: tagged, with letterhead, code, signature and footer. Beside
 * it the same words as bare lines by PDFKit with the same font, without tags, table, code or signature.
 */
export async function claimFormMeasures(pace: Pace): Promise<readonly Measure[]> {
  const fonts = openPaperFonts(join(resourcesFolder(), 'fonts'));
  const font = join(resourcesFolder(), 'fonts', 'SourceSans3-Regular.ttf');
  let drawn = 0;
  const forms = (draw: (values: ClaimFormValues) => Uint8Array) => () => {
    for (let i = 0; i < FORMS_A_CALL; i += 1) draw(formOf((drawn += 1)));
  };
  const samples = await inTurn(
    {
      ours: { run: forms((values) => drawClaimForm(fonts, values).bytes) },
      plain: { run: forms((values) => drawPlainly(font, values)) },
    },
    { ...pace, n: Math.ceil(pace.n / 2), warmUps: Math.ceil(pace.warmUps / 2) },
  );
  return [
    measured(
      {
        measure: `${FORMS_A_CALL} claim forms, drawing alone, to PDFKit as it comes`,
        workload: `${COSTS} costs each, signed`,
        limit: LIMIT_RATIO,
      },
      samples.ours,
      samples.plain,
    ),
  ];
}

const DAY = '2027-04-06' as LocalDate;
const KINDS = ['bus', 'car', 'taxi', 'childcare', 'parking'] as const;

function formOf(n: number): ClaimFormValues {
  const lines = Array.from(
    { length: COSTS },
    (_, i): LineOnForm => ({
      number: i + 1,
      kind: KINDS[(n + i) % KINDS.length] ?? 'bus',
      day: DAY,
      event: 'Borough forum',
      where: 'Birch Court to the Civic Centre',
      measure: '',
      words: [],
      askedPence: pence(320 + i * n),
      payablePence: pence(320 + i * n),
      cuts: [],
      receipts: [i + 1],
    }),
  );
  const name = `Member ${n} Millward`;
  return {
    letterhead: {
      centre: 'Millbrook Tenant Resource Centre',
      council: 'Marlow City Council',
      team: 'Tenant Participation Unit',
      address: ['14 Harbour Road', 'Marlow', 'MA1 4QX'],
      phone: '01632 960 114',
    },
    size: 'normal',
    practice: false,
    printedAt: '2027-04-08T09:15' as LocalDateTime,
    printedBy: 'Ann Baker',
    isFillable: false,
    kinds: [],
    principle: '',
    declaration: '',
    claim: {
      reference: `CLM-2027-${String(n).padStart(4, '0')}`,
      stage: 'signed',
      claimant: name,
      claimantWords: 'for themself',
      filer: '',
      receivedOn: DAY,
      payee: name,
      method: 'bank-transfer',
      events: [],
      lines,
      claimedPence: pence(3200 + 45 * n),
      payablePence: pence(3200 + 45 * n),
      notes: '',
      declaration: 'I had these costs because I took part in what is written here.',
      signatures: [
        {
          role: 'Person claiming',
          name,
          on: DAY,
          strokes: [[10, 200, 60, 80, 120, 220, 180, 60, 240, 200, 300, 180]],
          instead: '',
          fingerprint: '3f2a 9c1b 77de',
        },
      ],
      mark: null,
      receipts: [],
    },
  };
}

/** The same words below each other, as PDFKit's own text function writes them. */
function drawPlainly(font: string, { letterhead, claim }: ClaimFormValues): Uint8Array {
  const document = new PDFDocument({ size: 'A4', margin: 46, font });
  document.fontSize(12);
  document.text([letterhead.centre, letterhead.council, ...letterhead.address].join(', '));
  document.text(`Expense claim ${claim?.reference ?? ''}`);
  document.text(`Claimed by ${claim?.claimant ?? ''}, paid to ${claim?.payee ?? ''}`);
  for (const line of claim?.lines ?? []) {
    const asked = formatPence(line.askedPence ?? pence(0));
    document.text(`${line.number}  ${line.day}  ${line.kind}, ${line.where}  ${asked}  ${asked}`);
  }
  document.text(`To be paid: ${formatPence(claim?.payablePence ?? pence(0))}`);
  document.text(claim?.declaration ?? '');
  document.text('Signature                    Name                    Date');
  document.end();
  const bytes: unknown = document.read();
  if (!(bytes instanceof Uint8Array)) throw new Error('PDFKit gave no file');
  return bytes;
}
