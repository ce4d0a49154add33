import { z } from 'zod';
import { percentOf } from '#db/people/person-record.rules';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { type PaperText, unbroken } from '#db/shared/pdf/text';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';

const Counted = z.array(z.object({ name: z.string(), people: z.int() })).readonly();

/** The Sounding Board as a list and in figures (DOC-30): how large, who is reached, who was not contacted, needs by area. */
export const BoardReportValues = z.object({
  ...PaperFrame.shape,
  /** Which members are listed, as a sentence. */
  listed: z.string(),
  register: z.int(),
  withPhone: z.int(),
  withEmail: z.int(),
  quietMonths: z.int(),
  quiet: z.int(),
  byChannel: Counted,
  byInterest: Counted,
  byArea: Counted,
  needs: z.array(z.object({ area: z.string(), need: z.string(), people: z.int() })).readonly(),
  members: z
    .array(
      z.object({
        name: z.string(),
        area: z.string(),
        phone: z.string(),
        email: z.string(),
        channel: z.string(),
        interests: z.string(),
        lastContactedOn: LocalDate.nullable(),
        isQuiet: z.boolean(),
      }),
    )
    .readonly(),
});
export type BoardReportValues = z.infer<typeof BoardReportValues>;

export function drawBoardReport(fonts: PaperFonts, values: BoardReportValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Sounding Board',
    template: 'Sounding Board list and contact gaps, version 1',
    landscape: true,
  };
  return drawPaper(fonts, options, (paper) => {
    paper.panel(
      ['Only for the centre', 'Names and numbers of residents. Do not leave it lying.'],
      'alert',
    );
    writeFigures(paper, values);
    writeNeeds(paper, values);
    writeMembers(paper, values);
  });
}

function writeFigures(paper: PaperWriter, values: BoardReportValues): void {
  const of = (part: number): string =>
    `${part} of ${values.register} (${percentOf(part, values.register)}%)`;
  paper.heading('In figures');
  paper.fieldGrid([
    { label: 'Members', value: countOf(values.register, 'member') },
    { label: 'With a phone number', value: of(values.withPhone) },
    { label: 'With an e-mail address', value: of(values.withEmail) },
    {
      label: `Not contacted for ${countOf(values.quietMonths, 'month')}`,
      value: of(values.quiet),
    },
  ]);
  writeCounts(paper, 'By the way they like best to hear', values.byChannel);
  writeCounts(paper, 'By interest', values.byInterest);
  writeCounts(paper, 'By area', values.byArea);
}

function writeCounts(
  paper: PaperWriter,
  heading: string,
  counts: BoardReportValues['byChannel'],
): void {
  if (counts.length === 0) return;
  paper.heading(heading, 3);
  paper.table({
    columns: [
      { heading: 'What', share: 8, leastEms: 8, namesRow: true },
      { heading: 'Members', share: 3, leastEms: 5 },
    ],
    rows: counts.map(({ name, people }) => [name, String(people)]),
  });
}

function writeNeeds(paper: PaperWriter, { needs }: BoardReportValues): void {
  paper.heading('What people need, by area');
  paper.paragraph('Everybody on record, not only members. Changes count at once.', {
    keepWithNext: true,
  });
  if (needs.length === 0) {
    paper.paragraph('No formats, languages or help are entered for anybody yet.');
    return;
  }
  paper.table({
    columns: [
      { heading: 'Area', share: 6, leastEms: 8, namesRow: true },
      { heading: 'Need', share: 6, leastEms: 8 },
      { heading: 'People', share: 2, leastEms: 4 },
    ],
    rows: needs.map(({ area, need, people }) => [
      area === '' ? 'Area not entered' : area,
      need,
      String(people),
    ]),
  });
}

function writeMembers(paper: PaperWriter, values: BoardReportValues): void {
  paper.newPage();
  paper.heading('Members');
  paper.paragraph(
    `${values.listed}: ${countOf(values.members.length, 'member')}. “Gap” stands by whoever nobody was in touch with for ${countOf(values.quietMonths, 'month')}.`,
    { keepWithNext: true },
  );
  if (values.members.length === 0) return;
  paper.table({
    columns: [
      { heading: 'Name and area', share: 6, leastEms: 8, namesRow: true },
      { heading: 'Phone and e-mail', share: 7, leastEms: 10 },
      { heading: 'Likes best', share: 3, leastEms: 5 },
      { heading: 'Interested in', share: 6, leastEms: 7 },
      { heading: 'Last contact', share: 5, leastEms: 6 },
    ],
    rows: values.members.map((one) => [
      [
        { text: `${one.name}\n`, face: 'semibold' },
        { text: one.area, face: 'regular' },
      ],
      [unbroken(one.phone), one.email].filter((part) => part !== '').join('\n'),
      one.channel,
      one.interests,
      contactWords(one),
    ]),
  });
}

function contactWords(one: BoardReportValues['members'][number]): PaperText {
  const on = one.lastContactedOn === null ? 'Never' : formatDateNoWeekday(one.lastContactedOn);
  return one.isQuiet ? [{ text: `${on} ` }, { text: 'Gap', face: 'semibold' }] : on;
}
