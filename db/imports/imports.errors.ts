import { defineErrors } from '#db/shared/domain-error';
import { formatDateTime } from '#db/shared/plain-words';
import type { LocalDateTime } from '#db/shared/local-date';

/** Every refusal of the imports module with the sentence the manager reads. */
export const importErrors = defineErrors({
  'import.empty': {
    field: 'text',
    sentence: (_: Record<string, never>) =>
      'The file has no rows. Choose a file with headings in its first line and a row for each booking.',
  },
  'import.not-text': {
    field: 'text',
    sentence: (_: Record<string, never>) =>
      'This is no file of text. Save the table as CSV in your spreadsheet, then choose that file.',
  },
  'import.not-readable': {
    field: 'text',
    sentence: (d: { line: number; why: string }) =>
      `Line ${d.line} cannot be read: ${d.why} Mend that line, then choose the file again.`,
  },
  'import.not-a-calendar': {
    field: 'text',
    sentence: (_: Record<string, never>) =>
      'This is no calendar file. Export the calendar as an .ics file, then choose that file.',
  },
  'import.too-many-rows': {
    field: 'text',
    sentence: (d: { most: number }) =>
      `The file has more than ${d.most} rows. Split it into several files.`,
  },
  'import.changed-since': {
    sentence: (_: Record<string, never>) =>
      'Something changed since the file was checked, so nothing was imported. Check it again, look at the list, then import.',
  },
  'import.nothing-to-add': {
    sentence: (_: Record<string, never>) =>
      'There is no row to import. Mend the problems in the file, or choose other columns.',
  },
  'import.not-found': {
    sentence: (_: { id: string }) => 'There is no such import here. Choose one of the list.',
  },
  'import.already-undone': {
    sentence: (d: { reference: string; at: LocalDateTime }) =>
      `${d.reference} was taken back on ${formatDateTime(d.at)}. There is nothing left to take back.`,
  },
});
