import { z } from 'zod';
import { CostKind, COST_KIND_WORDS } from '#db/claim-policy/claim-policy.contract';
import { LocalDate } from '#db/shared/local-date';
import { addPence, formatPence, Pence, pence } from '#db/shared/money';
import type { DrawnPaper, PaperSize } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { closeDecisionLetter, openLetter } from '#db/shared/pdf/letter';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import type { Column } from '#db/shared/pdf/table';
import type { PaperText } from '#db/shared/pdf/text';
import { formatDateNoWeekday, joinWords } from '#db/shared/plain-words';

/** What a claimant is told about a claim: line by line what was asked, what is paid, and why (DOC-44). */
export const ClaimDecisionValues = z.object({
  ...PaperFrame.shape,
  reference: z.string(),
  date: LocalDate,
  to: z.string(),
  /** Who brought the claim, where that is somebody else. */
  filer: z.string(),
  receivedOn: LocalDate,
  lines: z
    .array(
      z.object({
        number: z.int(),
        kind: CostKind,
        day: LocalDate,
        /** 'Elm Court to the Civic Centre, 12 miles' */
        what: z.string(),
        askedPence: Pence.nullable(),
        /** Null while a question is open or nobody has decided. */
        decidedPence: Pence.nullable(),
        outcome: z.enum(['approved', 'other', 'asked', 'rejected', 'waiting']),
        /** The sentence of the policy for each cut. */
        cuts: z.array(z.object({ pence: Pence, sentence: z.string() })).readonly(),
        /** What the officer said: the reason, or the question. */
        why: z.string(),
      }),
    )
    .readonly(),
  paid: z.array(z.object({ on: LocalDate, how: z.string(), pence: Pence })).readonly(),
  /** How what is left will be paid, in a sentence; empty where nothing is. */
  willBePaid: z.string(),
  /** What the council has promised, told where something stays unpaid (EXP-11). */
  principle: z.string(),
  /** The council's route for a query; empty while nobody has entered one. */
  appeal: z.string(),
  decidedBy: z.string(),
});
export type ClaimDecisionValues = z.infer<typeof ClaimDecisionValues>;
type Line = ClaimDecisionValues['lines'][number];

const NOTHING = pence(0);

const COMPLAINTS = 'You can also use the council’s complaints procedure.';
const WRONG = { heading: 'If you think something is wrong', otherwise: COMPLAINTS };

const OUTCOMES: Readonly<Record<Line['outcome'], string>> = {
  approved: 'Paid',
  other: 'Paid in part',
  asked: 'We ask you',
  rejected: 'Not paid',
  waiting: 'Not decided yet',
};

export function drawClaimDecision(fonts: PaperFonts, values: ClaimDecisionValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Your expense claim',
    reference: values.reference,
    template: 'Claim decision letter, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    openLetter(paper, values);
    paper.paragraph(
      `Thank you for your claim, which we had on ${formatDateNoWeekday(values.receivedOn)}${values.filer === '' ? '' : ` from ${values.filer}`}. This is what was decided.`,
    );
    paper.panel(headline(values));
    writeLines(paper, values);
    writeWhy(paper, values);
    writeQuestions(paper, values);
    writeMoney(paper, values);
    const ask = `Ask us at the centre, or ring us, and quote ${values.reference}. Bring what we have not seen, such as a receipt. We then look at it again.`;
    const route = values.appeal === '' ? COMPLAINTS : values.appeal;
    const { decidedBy } = values;
    closeDecisionLetter(paper, { appeal: `${ask} ${route}`, decidedBy }, WRONG);
  });
}

function headline({ lines }: ClaimDecisionValues): PaperText[] {
  const decided = addPence(...lines.map((line) => line.decidedPence ?? NOTHING));
  const asked = lines.some((line) => line.askedPence === null)
    ? null
    : addPence(...lines.map((line) => line.askedPence ?? NOTHING));
  const questions = lines.filter(({ outcome }) => outcome === 'asked').length;
  const first =
    decided > 0
      ? `We pay ${formatPence(decided)}`
      : questions > 0
        ? 'We have a question first'
        : 'We cannot pay this claim';
  const second = [
    asked === null ? '' : `You asked for ${formatPence(asked)}.`,
    decided > 0 && questions > 0 ? 'About the rest we have a question.' : '',
  ];
  return [first, second.filter((words) => words !== '').join(' ')].filter((words) => words !== '');
}

const COLUMNS: Readonly<Record<PaperSize, readonly Column[]>> = {
  normal: [
    { heading: 'No.', share: 6, leastEms: 2.2 },
    { heading: 'Day', share: 17, leastEms: 6 },
    { heading: 'What for', share: 35, leastEms: 9, namesRow: true },
    { heading: 'Decision', share: 16, leastEms: 5.4 },
    { heading: 'You asked', share: 13, leastEms: 4.4, align: 'right' },
    { heading: 'We pay', share: 13, leastEms: 4.4, align: 'right' },
  ],
  large: [
    { heading: 'What for', share: 44, leastEms: 9, namesRow: true },
    { heading: 'Decision', share: 20, leastEms: 5 },
    { heading: 'You asked', share: 18, leastEms: 4.8, align: 'right' },
    { heading: 'We pay', share: 18, leastEms: 4.2, align: 'right' },
  ],
};

function writeLines(paper: PaperWriter, { lines, size }: ClaimDecisionValues): void {
  paper.heading('Cost by cost');
  paper.table({
    columns: COLUMNS[size],
    rows: lines.map((line) => {
      const [number, day] = [String(line.number), formatDateNoWeekday(line.day)];
      const kind = COST_KIND_WORDS[line.kind];
      const title = size === 'large' ? `${number}. ${kind}` : kind;
      const below = [size === 'large' ? day : '', line.what].filter((words) => words !== '');
      return [
        ...(size === 'large' ? [] : [number, day]),
        [
          { text: title, face: 'semibold' as const },
          ...below.map((words) => ({ text: `\n${words}`, face: 'regular' as const })),
        ],
        OUTCOMES[line.outcome],
        line.askedPence === null ? 'Not known' : formatPence(line.askedPence),
        line.decidedPence === null ? '' : formatPence(line.decidedPence),
      ];
    }),
  });
}

/** Why each cost is not paid in full: the policy's own sentence for each cut, then what the officer said. */
function writeWhy(paper: PaperWriter, { lines, principle }: ClaimDecisionValues): void {
  const reasons = lines
    .filter(({ outcome }) => outcome !== 'asked' && outcome !== 'waiting')
    .flatMap((line): PaperText[] => {
      const name = `Cost ${line.number}, ${COST_KIND_WORDS[line.kind].toLowerCase()}: `;
      const cuts = line.outcome === 'rejected' ? [] : line.cuts;
      return [
        ...cuts.map(
          (cut): PaperText => [
            { text: `${name}${formatPence(cut.pence)} less. `, face: 'semibold' },
            { text: cut.sentence },
          ],
        ),
        ...(line.why === ''
          ? []
          : [[{ text: name, face: 'semibold' as const }, { text: line.why }]]),
      ];
    });
  if (reasons.length === 0) return;
  paper.heading('Why');
  paper.list(reasons);
  if (principle !== '')
    paper.paragraph(
      `${principle.replace(/\.$/, '')}. If this leaves you out of pocket, please tell us.`,
    );
}

function writeQuestions(paper: PaperWriter, { lines, reference }: ClaimDecisionValues): void {
  const questions = lines.filter(({ outcome }) => outcome === 'asked');
  if (questions.length === 0) return;
  paper.neverSplit(() => {
    paper.heading('What we need from you');
    paper.list(
      questions.map(
        ({ number, kind, why }): PaperText => [
          { text: `Cost ${number}, ${COST_KIND_WORDS[kind].toLowerCase()}: `, face: 'semibold' },
          { text: why },
        ],
      ),
    );
    paper.paragraph(
      `Bring it to the centre or ring us, and quote ${reference}. We decide ${questions.length === 1 ? 'this cost' : 'these costs'} as soon as we have it; everything else goes on meanwhile.`,
    );
  });
}

function writeMoney(paper: PaperWriter, { paid, willBePaid }: ClaimDecisionValues): void {
  if (paid.length === 0 && willBePaid === '') return;
  paper.neverSplit(() => {
    paper.heading('Your money');
    if (paid.length > 0)
      paper.paragraph(
        `Paid: ${joinWords(paid.map((one) => `${formatPence(one.pence)} on ${formatDateNoWeekday(one.on)} ${one.how}`))}.`,
      );
    if (willBePaid !== '') paper.paragraph(willBePaid);
  });
}
