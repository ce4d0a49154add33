import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { sentenceStart } from '../recognition-words.rules.ts';

/** The form with which a group applies, or makes its yearly return (DOC-14); every value empty on a blank form. */
export const RecognitionFormValues = z.object({
  ...PaperFrame.shape,
  kind: z.enum(['first', 'yearly']),
  name: z.string(),
  groupKind: z.string(),
  areas: z.string(),
  properties: z.string(),
  tenancies: z.string(),
  activeMembers: z.string(),
  remit: z.string(),
  /** Version and day of the code adopted. */
  code: z.string(),
  /** The day by which it should be back; empty where none is set. */
  dueOn: z.string(),
  criteria: z.array(z.string()).readonly(),
  papers: z.array(z.object({ words: z.string(), ifAmended: z.boolean() })).readonly(),
});
export type RecognitionFormValues = z.infer<typeof RecognitionFormValues>;

const OFFICERS = [
  { heading: 'Post', share: 3, leastEms: 7 },
  { heading: 'Name', share: 4, leastEms: 8 },
  { heading: 'Address and phone', share: 6, leastEms: 11 },
] as const;
const POSTS = ['Chair', 'Secretary', 'Treasurer', 'Media contact'] as const;

/** Draws the form, blank or with what is on record. */
export function drawRecognitionForm(fonts: PaperFonts, values: RecognitionFormValues): DrawnPaper {
  const isFirst = values.kind === 'first';
  const options = {
    frame: values,
    title: isFirst ? 'Asking for recognition' : 'Yearly recognition return',
    ...(values.name === '' ? {} : { reference: values.name }),
    template: `Recognition form, ${isFirst ? 'first time' : 'yearly'}, version 1`,
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph(
      isFirst
        ? 'Fill this in when your group asks the council to recognise it. Ask us at the centre if anything is not clear; we gladly fill it in with you.'
        : 'Fill this in once a year, so that the council goes on recognising your group. Put right what is printed here and out of date.',
    );
    if (values.dueOn !== '') paper.panel([`Please bring or send it by ${values.dueOn}`]);
    paper.heading('Your group');
    answer(paper, 'Name', values.name);
    answer(paper, 'Kind of group', values.groupKind);
    answer(paper, 'Area or estate', values.areas);
    if (values.properties === '' && values.tenancies === '')
      paper.writingRow(['Homes it covers', 'Council tenancies']);
    else {
      answer(paper, 'Homes it covers', values.properties);
      answer(paper, 'Council tenancies', values.tenancies);
    }
    answer(paper, 'Active members', values.activeMembers);
    answer(paper, 'What the group is for', values.remit, 3);
    answer(paper, 'Code of conduct adopted', values.code);
    paper.writingLines('Meetings held in the last twelve months', 2);
    writeOfficers(paper);
    writeCriteria(paper, values.criteria);
    writePapers(paper, values);
    writeSignatures(paper);
  });
}

/** A line to write on, or what is known already in its place. */
function answer(paper: PaperWriter, label: string, value: string, lines = 1): void {
  if (value === '') paper.writingLines(label, lines);
  else paper.fieldGrid([{ label, value }]);
}

function writeOfficers(paper: PaperWriter): void {
  paper.heading('Officers');
  paper.table({ columns: [...OFFICERS], rows: POSTS.map((post) => [post, '', '']) });
}

function writeCriteria(paper: PaperWriter, criteria: readonly string[]): void {
  if (criteria.length === 0) return;
  paper.heading('What the council looks at');
  for (const words of criteria)
    paper.writingLines(`${sentenceStart(words)}: how does your group do this?`, 2);
}

function writePapers(paper: PaperWriter, values: RecognitionFormValues): void {
  if (values.papers.length === 0) return;
  paper.neverSplit(() => {
    paper.heading('Papers with this form');
    paper.checkBoxes(
      values.papers.flatMap(({ words, ifAmended }) =>
        ifAmended
          ? [{ text: sentenceStart(words) }, { text: 'Not amended since the last time' }]
          : [{ text: sentenceStart(words) }],
      ),
    );
  });
}

function writeSignatures(paper: PaperWriter): void {
  paper.neverSplit(() => {
    paper.heading('Signed');
    paper.paragraph(
      'What stands here is right as far as we know. The account of the group is told to the council on its own form, not on this one.',
      { keepWithNext: true },
    );
    paper.signatureBlock([
      { role: 'Chair' },
      { role: 'Treasurer' },
      { role: 'Received for the council' },
    ]);
  });
}
