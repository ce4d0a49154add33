import { z } from 'zod';
import { LocalDate } from '#db/shared/local-date';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { openLetter } from '#db/shared/pdf/letter';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { formatDateNoWeekday } from '#db/shared/plain-words';

const Line = z.object({ words: z.string(), isDone: z.boolean() });

/** What one officer hands over to the next, to tick and to sign. */
export const HandOverPart = z.object({
  post: z.string(),
  /** As the paper may name them: the name where they agreed to be named, 'the new treasurer' else; null where there is nobody. */
  outgoing: z.string().nullable(),
  incoming: z.string().nullable(),
  on: LocalDate,
  lines: z.array(Line).readonly(),
});
export type HandOverPart = z.infer<typeof HandOverPart>;

/** Letters to those who go and those who come, each with the list; or the lists alone. */
export const HandOverLettersValues = z.object({
  ...PaperFrame.shape,
  group: z.string(),
  /** The day the letters are written. */
  date: LocalDate,
  /** Where it was decided; empty where nobody entered it. */
  meeting: z.string(),
  letters: z
    .array(z.object({ to: z.string(), isOutgoing: z.boolean(), part: HandOverPart }))
    .readonly(),
  lists: z.array(HandOverPart).readonly(),
});
export type HandOverLettersValues = z.infer<typeof HandOverLettersValues>;

/** Draws the hand-over letters of a change of officers, and the lists, each on a page of its own. */
export function drawHandOverLetters(fonts: PaperFonts, values: HandOverLettersValues): DrawnPaper {
  const options = {
    frame: values,
    title: `Change of officers, ${values.group}`,
    template: 'Hand-over letter and list, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    for (const [place, letter] of values.letters.entries()) {
      if (place > 0) paper.newPage();
      writeLetter(paper, values, letter);
    }
    for (const [place, part] of values.lists.entries()) {
      if (place + values.letters.length > 0) paper.newPage();
      paper.heading(`Hand-over list: ${part.post}`);
      paper.fieldGrid([
        { label: 'Handed over by', value: capital(part.outgoing ?? 'nobody held the post before') },
        { label: 'Taken over by', value: capital(part.incoming ?? 'nobody follows yet') },
        { label: 'From', value: formatDateNoWeekday(part.on) },
      ]);
      writeList(paper, part);
      writeSignatures(paper, part);
    }
    if (values.letters.length + values.lists.length === 0)
      paper.paragraph('Nothing is handed over in this change.');
  });
}

function writeLetter(
  paper: PaperWriter,
  { date, group, meeting }: HandOverLettersValues,
  { to, isOutgoing, part }: HandOverLettersValues['letters'][number],
): void {
  const post = part.post.toLowerCase();
  const decided = meeting === '' ? '' : ` This was decided at: ${meeting}.`;
  paper.heading(isOutgoing ? `Handing over as ${post}` : `Taking over as ${post}`);
  openLetter(paper, { date, to });
  if (isOutgoing) {
    paper.paragraph(
      `Thank you for what you did as ${post} of ${group}. From ${formatDateNoWeekday(part.on)} ${part.incoming === null ? 'the post is vacant' : `the post is held by ${part.incoming}`}.${decided}`,
    );
    paper.paragraph(
      part.incoming === null
        ? 'Please bring us what stands here, so that whoever follows can go on without a break.'
        : 'Please hand over what stands here, so that your group can go on without a break.',
      { keepWithNext: true },
    );
  } else {
    paper.paragraph(
      `Welcome as ${post} of ${group} from ${formatDateNoWeekday(part.on)}.${decided} ${part.outgoing === null ? 'Nobody held the post just before you.' : `You take over from ${part.outgoing}.`}`,
    );
    paper.paragraph(
      'Please see to what stands here, tick it off, and bring us the signed list or a copy.',
      { keepWithNext: true },
    );
  }
  writeList(paper, part);
  paper.paragraph('Ring or visit us if anything is missing or unclear; we are glad to help.');
  // One list is signed, the one of whoever comes; where nobody does, the one of whoever goes.
  if (!isOutgoing || part.incoming === null) writeSignatures(paper, part);
}

function writeList(paper: PaperWriter, part: HandOverPart): void {
  paper.checkBoxes(part.lines.map((line) => ({ text: line.words, ticked: line.isDone })));
}

function writeSignatures(paper: PaperWriter, part: HandOverPart): void {
  paper.neverSplit(() =>
    paper.signatureBlock([
      ...(part.outgoing === null ? [] : [{ role: 'Handed over by' }]),
      { role: part.incoming === null ? 'Taken in by the centre' : 'Taken over by' },
    ]),
  );
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
