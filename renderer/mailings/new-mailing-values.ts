import type { z } from 'zod';
import { MailingWords, type Selection } from '#db/mailings/mailings.contract';
import type { LocalDate } from '#db/shared/local-date';
import { joinWords } from '#db/shared/plain-words';
import { Line } from '#db/shared/text';

/** The form of a new mailing while it is typed. */
export const NewMailingSchema = MailingWords.extend({
  /** Whom to ask, as a sentence. */
  who: Line.max(400, 'Use 400 characters or fewer.'),
}).strict();
export type NewMailingValues = z.input<typeof NewMailingSchema>;

export const newMailingValues = (start: {
  readonly letterOn: LocalDate;
  readonly askedBy: string;
}): NewMailingValues => ({ ...start, who: '', subject: '', body: INVITATION });

/** What a letter says until somebody writes something better. */
const INVITATION =
  'You told us that you would like a say, and now we have something to ask you.\n\nPlease come to the centre or ring {centre phone} if you would like to take part. Tell us too what would make it easier for you: a time of day, transport, an interpreter, large print.';

/** What a mailing is about, as long as nobody has typed it: 'Have your say on repairs'. */
export const subjectFor = (selection: Selection | undefined): string =>
  selection === undefined || selection.serviceAreas.length === 0
    ? 'Have your say'
    : `Have your say on ${joinWords(selection.serviceAreas.map((name) => name.toLowerCase()))}`;

/** A part of the sentence is added behind what is there. */
export const withPart = (who: string, part: string): string =>
  who.trim() === '' ? part : `${who.trim().replace(/,$/, '')}, ${part}`;
