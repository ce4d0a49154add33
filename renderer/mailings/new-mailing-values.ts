import type { z } from 'zod';
import { MailingWords } from '#db/mailings/mailings.contract';
import type { LocalDate } from '#db/shared/local-date';
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
}): NewMailingValues => ({ ...start, who: '', subject: '', body: '' });

/** A part of the sentence is added behind what is there. */
export const withPart = (who: string, part: string): string =>
  who.trim() === '' ? part : `${who.trim().replace(/,$/, '')}, ${part}`;
