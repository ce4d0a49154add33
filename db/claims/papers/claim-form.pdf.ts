import { METHOD_WORDS, PaymentMethod } from '#db/payees/payees.contract';
import type { DrawnPaper, PaperSize } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { canBePlaced } from '#db/shared/pdf/pictures';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { ClaimFormValues, ClaimOnForm, ReceiptOnForm } from './claim-form-values.ts';
import { writeCosts, writeCostsToFill } from './claim-form-costs.ts';
import { writeSignatures } from './signed-block.ts';

const TITLE = 'Expense claim';

/** Draws the claim form. A claim that is still being filled in keeps every place to write on that nobody has filled yet. */
export function drawClaimForm(fonts: PaperFonts, values: ClaimFormValues): DrawnPaper {
  const { claim } = values;
  const options = {
    frame: values,
    title: TITLE,
    ...(claim === null || claim.reference === '' ? {} : { reference: claim.reference }),
    template: 'Expense claim form, version 1',
    isFillable: values.isFillable,
  };
  return drawPaper(fonts, options, (paper) => {
    writeHead(paper, values);
    if (claim === null || claim.stage === 'to-fill') writeFormToFill(paper, values);
    else writeFilledForm(paper, claim, values.size);
    writeReceipts(paper, claim?.receipts ?? []);
  });
}

function writeHead(paper: PaperWriter, { claim, principle }: ClaimFormValues): void {
  if (claim === null || claim.reference === '') {
    paper.paragraph(
      `One form for each person, and one for each meeting or event. Please write in capitals, and keep your receipts with the form: each cost needs one unless we say otherwise. ${principle}`.trim(),
    );
    return;
  }
  const words = {
    'to-fill':
      'Bring this form and your receipts to the centre. We find your claim by this number.',
    'to-sign': 'Please read it, sign at the end and hand it in. We find your claim by this number.',
    signed: 'Please quote this number when you ask about your claim.',
  } as const;
  paper.referenceMark({ reference: claim.reference, words: words[claim.stage] });
  if (claim.mark !== null) paper.panel([claim.mark.title, claim.mark.words], 'alert');
}

function writeFormToFill(paper: PaperWriter, values: ClaimFormValues): void {
  const { claim } = values;
  paper.heading('Who claims');
  if (claim === null) {
    paper.writingLines('Your name');
    paper.writingRow(['Group, if it claims', 'Brought by']);
  } else {
    paper.fieldGrid(peopleFields(claim));
    if (claim.filer === '') paper.writingLines('Brought by, if not you');
  }
  writeEventToFill(paper, claim);
  writeCostsToFill(paper, values);
  paper.neverSplit(() => {
    paper.heading('How we pay you');
    if (claim === null) paper.writingLines('Pay to');
    else paper.fieldGrid([{ label: 'Pay to', value: claim.payee }]);
    paper.checkBoxes(
      PaymentMethod.options.map((method) => ({
        text: METHOD_WORDS[method],
        ticked: claim?.method === method,
      })),
    );
    paper.paragraph(
      'Money goes to the account that we have checked. To change it, ask for “How we pay you”.',
      { quiet: true },
    );
  });
  // What the office notes belongs to what was signed; alone on a last page nobody would find it.
  paper.neverSplit(() => {
    writeSignatures(paper, {
      declaration: claim?.declaration ?? values.declaration,
      signatures: [],
      toSign: [{ role: 'Person claiming', ...(claim === null ? {} : { name: claim.claimant }) }],
    });
    // What comes to a claim with a number is kept with the claim, not written on its paper.
    if (claim === null || claim.reference === '') writeOffice(paper);
  });
}

function writeEventToFill(paper: PaperWriter, claim: ClaimOnForm | null): void {
  paper.neverSplit(() => {
    paper.heading('What it was for');
    const [event] = claim?.events ?? [];
    if (event === undefined) {
      paper.writingLines('Meeting or event');
      paper.writingRow(['Date', 'Place']);
    } else {
      paper.fieldGrid(eventFields(event));
    }
    paper.space(0.3);
    paper.checkBoxes([
      { text: 'Led by the council', ticked: event?.isCouncilLed ?? false },
      { text: 'It took the whole day', ticked: event?.isFullDay ?? false },
      { text: 'Lunch was provided', ticked: event?.isLunchProvided ?? false },
      { text: 'Transport was provided', ticked: event?.isTransportProvided ?? false },
    ]);
  });
}

function writeFilledForm(paper: PaperWriter, claim: ClaimOnForm, size: PaperSize): void {
  paper.heading('Who claims');
  paper.fieldGrid([
    ...peopleFields(claim),
    { label: 'Paid to', value: claim.payee },
    ...(claim.method === null ? [] : [{ label: 'How', value: METHOD_WORDS[claim.method] }]),
    ...(claim.receivedOn === null
      ? []
      : [{ label: 'Received on', value: formatDateNoWeekday(claim.receivedOn) }]),
  ]);
  if (claim.events.length > 0) {
    paper.heading('What it was for');
    paper.list(claim.events.map(eventWords));
  }
  writeCosts(paper, claim, size);
  if (claim.notes !== '') {
    paper.heading('Notes');
    paper.paragraph(claim.notes);
  }
  writeSignatures(paper, {
    declaration: claim.declaration,
    signatures: claim.signatures,
    toSign: claim.stage === 'to-sign' ? [{ role: 'Person claiming', name: claim.claimant }] : [],
  });
}

function peopleFields(claim: ClaimOnForm): { label: string; value: string }[] {
  return [
    {
      label: 'Claimed by',
      value: [claim.claimant, claim.claimantWords].filter((words) => words !== '').join(', '),
    },
    ...(claim.filer === '' ? [] : [{ label: 'Brought by', value: claim.filer }]),
  ];
}

type EventOf = ClaimOnForm['events'][number];

const eventFields = (event: EventOf): { label: string; value: string }[] => [
  { label: 'Meeting or event', value: event.title },
  {
    label: 'Date and place',
    value: [formatDateNoWeekday(event.on), event.where].filter((words) => words !== '').join(', '),
  },
];

function eventWords(event: EventOf): string {
  const facts = [
    formatDateNoWeekday(event.on),
    event.where,
    event.isCouncilLed ? 'led by the council' : 'led by a group',
    event.isFullDay ? 'the whole day' : '',
    event.isLunchProvided ? 'lunch provided' : '',
    event.isTransportProvided ? 'transport provided' : '',
  ];
  return `${event.title}: ${facts.filter((fact) => fact !== '').join(', ')}`;
}

function writeOffice(paper: PaperWriter): void {
  paper.neverSplit(() => {
    paper.heading('For office use');
    paper.writingRow(['Received on', 'Claim number']);
    paper.writingRow(['To be paid (£)', 'Less, and why']);
    paper.writingRow(['Checked by, on', 'Decided by, on']);
  });
}

/** The receipts behind a form, four to a page. */
function writeReceipts(paper: PaperWriter, receipts: readonly ReceiptOnForm[]): void {
  paper.pictures(
    'Receipts',
    receipts.map(({ caption, base64, instead }) => {
      const bytes = base64 === null ? null : Buffer.from(base64, 'base64');
      return {
        caption,
        bytes: bytes !== null && canBePlaced(bytes) ? bytes : null,
        instead:
          bytes === null
            ? instead
            : 'This picture cannot be printed here. It is kept with the claim.',
      };
    }),
  );
}
