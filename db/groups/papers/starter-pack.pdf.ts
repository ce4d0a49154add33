import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';

/** Cover and checklist of what a new group is given, with its own training plan (DOC-24, GRP-13). */
export const StarterPackValues = z.object({
  ...PaperFrame.shape,
  name: z.string(),
  linkOfficer: z.string(),
  /** What the council gives a new group; `done` says on which day it was given. */
  given: z.array(z.object({ words: z.string(), done: z.string() })).readonly(),
  /** Papers the group should have, and whether they are here. */
  papers: z.array(z.object({ words: z.string(), isHere: z.boolean() })).readonly(),
  /** The start-up grant in words; empty where the council names none. */
  grant: z.string(),
});
export type StarterPackValues = z.infer<typeof StarterPackValues>;

const TRAINING_COLUMNS = [
  { heading: 'What the group wants to learn', share: 5, leastEms: 9 },
  { heading: 'Who', share: 3, leastEms: 6 },
  { heading: 'By when', share: 2, leastEms: 5 },
] as const;

const TRAINING_ROWS = { normal: 6, large: 4 } as const;

/** Draws the cover sheet and checklist. */
export function drawStarterPack(fonts: PaperFonts, values: StarterPackValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Starter pack',
    reference: values.name,
    template: 'Starter pack, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.announcement(`Welcome, ${values.name}`);
    paper.paragraph(
      values.linkOfficer === ''
        ? 'This pack helps a new group to get going. Ask us at the centre about anything in it.'
        : `This pack helps a new group to get going. Your link officer is ${values.linkOfficer}.`,
    );
    paper.heading('Getting started');
    paper.list(
      [
        'Talk to your neighbours and find out what matters to them.',
        'Call a first meeting that everybody in the area knows about.',
        'Agree what the group is for and how it decides; we have a model constitution.',
        'Choose a chair, a secretary and a treasurer, and open an account with two signatures.',
        'Tell us who they are, and ask for recognition.',
      ],
      { numbered: true },
    );
    paper.heading('Who does what');
    paper.fieldGrid([
      { label: 'Residents', value: 'Say what they want, come to meetings, choose the committee.' },
      {
        label: 'Committee',
        value: 'Runs the group, keeps its papers and money in order, reports back.',
      },
      {
        label: 'The council',
        value: 'Listens, answers, gives support and says why when it says no.',
      },
    ]);
    if (values.given.length > 0)
      paper.neverSplit(() => {
        paper.heading('What we give you');
        paper.checkBoxes(
          values.given.map(({ words, done }) => ({
            text: done === '' ? words : `${words} (given on ${done})`,
            ticked: done !== '',
          })),
        );
      });
    if (values.papers.length > 0)
      paper.neverSplit(() => {
        paper.heading('Papers the group will need');
        paper.checkBoxes(
          values.papers.map(({ words, isHere }) => ({ text: words, ticked: isHere })),
        );
      });
    if (values.grant !== '') {
      paper.heading('Money to begin with');
      paper.paragraph(values.grant);
    }
    paper.neverSplit(() => {
      paper.heading('Training plan for your group');
      paper.table({
        columns: TRAINING_COLUMNS,
        rows: Array.from({ length: TRAINING_ROWS[values.size] }, () =>
          TRAINING_COLUMNS.map(() => ''),
        ),
        ruled: true,
        rowWritingLines: 1,
      });
    });
    paper.signatureBlock([{ role: 'For the group' }, { role: 'For the council' }]);
  });
}
