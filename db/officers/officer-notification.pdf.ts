import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { POST_WORDS } from './officers.contract.ts';

/** The notification of an officer or media contact (DOC-19); every value empty on a blank form. */
export const OfficerNotificationValues = z.object({
  ...PaperFrame.shape,
  group: z.string(),
  /** In the words of the form; empty leaves all posts to tick. */
  post: z.string(),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  from: z.string(),
  replaces: z.string(),
  meeting: z.string(),
  isVoting: z.boolean().nullable(),
  mayName: z.boolean(),
  mayGivePhone: z.boolean(),
});
export type OfficerNotificationValues = z.infer<typeof OfficerNotificationValues>;

/** Draws the notification, blank or filled with what is on record. */
export function drawOfficerNotification(
  fonts: PaperFonts,
  values: OfficerNotificationValues,
): DrawnPaper {
  const options = {
    frame: values,
    title: 'New officer or media contact',
    template: 'Officer and media contact notification, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph(
      'Please fill this in when somebody new takes a post in your group, and give it to us. Use one form for each person.',
    );
    answer(paper, 'Group', values.group);
    writePost(paper, values);
    answer(paper, 'Name', values.name);
    answers(paper, [
      ['Phone', values.phone],
      ['E-mail', values.email],
    ]);
    answers(paper, [
      ['In this post from', values.from],
      ['Takes over from', values.replaces],
    ]);
    answer(paper, 'Decided at (meeting, date)', values.meeting);
    paper.neverSplit(() => {
      paper.heading('For the new officer to tick');
      paper.checkBoxes([
        { text: 'My name may stand on lists and papers of the group.', ticked: values.mayName },
        {
          text: 'My phone number and e-mail may be given to people who ask for the group.',
          ticked: values.mayGivePhone,
        },
      ]);
      paper.paragraph(
        'What you do not tick, we keep to ourselves. You can change your mind at any time.',
        { quiet: true },
      );
    });
    paper.neverSplit(() =>
      paper.signatureBlock([
        { role: 'New officer', ...(values.name === '' ? {} : { name: values.name }) },
        { role: 'Chair or secretary' },
      ]),
    );
  });
}

function writePost(paper: PaperWriter, { post, isVoting }: OfficerNotificationValues): void {
  if (post !== '') {
    answer(paper, 'Post', post);
    if (isVoting !== null) answer(paper, 'Has a vote', isVoting ? 'Yes' : 'No');
    return;
  }
  paper.neverSplit(() => {
    paper.heading('Post');
    paper.checkBoxes([
      ...Object.values(POST_WORDS).map((text) => ({ text })),
      { text: 'With a vote' },
      { text: 'Without a vote' },
    ]);
    paper.writingLines('Another post');
  });
}

/** A line to write on, or what is known already in its place. */
function answer(paper: PaperWriter, label: string, value: string): void {
  if (value === '') paper.writingLines(label);
  else paper.fieldGrid([{ label, value }]);
}

/** Two short answers: side by side where both are to be written, one below the other where anything is known. */
function answers(paper: PaperWriter, fields: readonly (readonly [string, string])[]): void {
  if (fields.every(([, value]) => value === '')) paper.writingRow(fields.map(([label]) => label));
  else for (const [label, value] of fields) answer(paper, label, value);
}
