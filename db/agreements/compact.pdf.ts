import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { Agreement, PartyDetails } from './agreements.contract.ts';
import { partySignatory } from './signatory.ts';

/** A Compact or Local Compact (DOC-25), blank to be written by hand or as it is on record. */
export const CompactValues = z.object({
  ...PaperFrame.shape,
  isLocal: z.boolean(),
  /** Who signs, block by block. */
  blocks: z.array(PartyDetails).readonly(),
  /** Null on a blank one. */
  agreement: Agreement.pick({
    reference: true,
    title: true,
    groupName: true,
    areaNames: true,
    scope: true,
    aims: true,
    responsibilities: true,
    actions: true,
    whoWasConsulted: true,
    state: true,
    signedOn: true,
    reviewOn: true,
    endedOn: true,
  }).nullable(),
});
export type CompactValues = z.infer<typeof CompactValues>;

type Filled = NonNullable<CompactValues['agreement']>;

/** Lines to write on for each part of a blank one. */
const BLANK_RESPONSIBILITIES = 4;
const BLANK_ACTIONS = 3;

/** Draws what is agreed, who does what and to what standard, and a place to sign for each party (STD-08). */
export function drawCompact(fonts: PaperFonts, values: CompactValues): DrawnPaper {
  const { agreement } = values;
  const name = values.isLocal ? 'Local Compact' : 'Compact';
  const options = {
    frame: values,
    title: agreement?.title ?? name,
    ...(agreement === null ? {} : { reference: agreement.reference }),
    template: `${name}, version 1`,
  };
  return drawPaper(fonts, options, (paper) => {
    if (agreement === null) writeBlank(paper, values.isLocal);
    else writeFilled(paper, agreement);
    writeSignatures(paper, values.blocks);
  });
}

function writeFilled(paper: PaperWriter, agreement: Filled): void {
  if (agreement.endedOn !== null)
    paper.panel(['ENDED', `Its last day was ${formatDateNoWeekday(agreement.endedOn)}.`], 'alert');
  else if (agreement.state === 'draft')
    paper.panel(['DRAFT', 'Nobody has signed this yet.'], 'alert');
  else if (agreement.state === 'under-review')
    paper.panel(['UNDER REVIEW', 'It stands as signed until new words are signed.']);
  const facts = [
    { label: 'Group', value: agreement.groupName },
    { label: 'Areas', value: agreement.areaNames.join(', ') },
    { label: 'Signed', value: dayOrNothing(agreement.signedOn) },
    { label: 'Next review', value: dayOrNothing(agreement.reviewOn) },
  ].filter(({ value }) => value !== '');
  if (facts.length > 0) paper.fieldGrid(facts);
  writeText(paper, 'What it is about', agreement.scope);
  writeText(paper, 'Aims', agreement.aims);
  writeResponsibilities(paper, agreement.responsibilities);
  writeActions(paper, agreement.actions);
  writeText(paper, 'Who was consulted', agreement.whoWasConsulted);
}

const dayOrNothing = (day: Filled['signedOn']): string =>
  day === null ? '' : formatDateNoWeekday(day);

function writeText(paper: PaperWriter, heading: string, text: string): void {
  if (text === '') return;
  paper.heading(heading);
  for (const line of text.split('\n').filter((each) => each !== '')) paper.paragraph(line);
}

function writeResponsibilities(
  paper: PaperWriter,
  responsibilities: Filled['responsibilities'],
): void {
  if (responsibilities.length === 0) return;
  paper.heading('Who does what, and to what standard');
  paper.table({
    columns: [
      { heading: 'Who', share: 5, leastEms: 6, namesRow: true },
      { heading: 'Does what', share: 8, leastEms: 9 },
      { heading: 'To what standard', share: 7, leastEms: 8 },
    ],
    rows: responsibilities.map(({ who, what, standard }) => [who, what, standard]),
  });
}

function writeActions(paper: PaperWriter, actions: Filled['actions']): void {
  if (actions.length === 0) return;
  paper.heading('Action list');
  paper.table({
    columns: [
      { heading: 'What', share: 8, leastEms: 9, namesRow: true },
      { heading: 'Who', share: 5, leastEms: 6 },
      { heading: 'By', share: 4, leastEms: 6.6 },
      { heading: 'Done', share: 4, leastEms: 6.6 },
    ],
    rows: actions.map(({ what, who, by, doneOn }) => [
      what,
      who,
      dayOrNothing(by),
      dayOrNothing(doneOn),
    ]),
  });
}

function writeBlank(paper: PaperWriter, isLocal: boolean): void {
  paper.paragraph(
    isLocal
      ? 'A Local Compact says how a neighbourhood or group and the council work together: who does what, and to what standard.'
      : 'The Compact says how tenants, leaseholders and the council work together: who does what, and to what standard.',
  );
  paper.writingLines(isLocal ? 'Area or group' : 'What it is about', isLocal ? 1 : 2);
  if (isLocal) paper.writingLines('What it is about', 2);
  paper.writingLines('Aims', 3);
  paper.heading('Who does what, and to what standard');
  for (let n = 0; n < BLANK_RESPONSIBILITIES; n += 1) {
    paper.writingRow(['Who', 'To what standard']);
    paper.writingLines('Does what');
  }
  paper.heading('Action list');
  for (let n = 0; n < BLANK_ACTIONS; n += 1) {
    paper.writingLines('What');
    paper.writingRow(['Who', 'By']);
  }
  paper.writingLines('Who was consulted', 2);
  paper.writingLines('Next review on');
}

/** So many lines to sign on stay together on one page. */
const BLOCKS_KEPT_TOGETHER = 4;

function writeSignatures(paper: PaperWriter, blocks: CompactValues['blocks']): void {
  const signatories = blocks.map(partySignatory);
  const kept = signatories.length <= BLOCKS_KEPT_TOGETHER ? signatories.length : 1;
  paper.neverSplit(() => {
    paper.heading('Signed');
    paper.paragraph('We agree to this and will keep to it.', { keepWithNext: true });
    if (kept > 0) paper.signatureBlock(signatories.slice(0, kept));
  });
  if (signatories.length > kept) paper.signatureBlock(signatories.slice(kept));
}
