import { defineErrors } from '#db/shared/domain-error';
import { formatDateTime } from '#db/shared/plain-words';
import type { LocalDateTime } from '#db/shared/local-date';

/** Every refusal of the imports module with the sentence the manager reads. */
export const importErrors = defineErrors({
  'import.empty': {
    field: 'text',
    sentence: (_: Record<string, never>) =>
      'The file has no rows. Choose a file with a line of headings and a row below it for each thing to bring in.',
  },
  'import.not-text': {
    field: 'text',
    sentence: (_: Record<string, never>) =>
      'This is no file of text. Save the table as .xlsx or CSV in your spreadsheet, then choose that file.',
  },
  'import.not-readable': {
    field: 'text',
    sentence: (d: { line: number; why: string }) =>
      `Line ${d.line} cannot be read: ${d.why} Mend that line, then choose the file again.`,
  },
  'import.not-a-workbook': {
    field: 'text',
    sentence: (_: Record<string, never>) =>
      'This is no Excel workbook, whatever its name says. Open it in your spreadsheet, save it as .xlsx, then choose that file.',
  },
  'import.old-workbook': {
    field: 'text',
    sentence: (_: Record<string, never>) =>
      'This is a workbook of the old kind (.xls). Open it in your spreadsheet, save it as .xlsx, then choose that file.',
  },
  'import.locked-workbook': {
    field: 'text',
    sentence: (_: Record<string, never>) =>
      'This workbook is locked with a password. Save a copy without one, choose that copy, and delete it afterwards.',
  },
  'import.workbook-too-large': {
    field: 'text',
    sentence: (_: Record<string, never>) =>
      'This workbook is too large once it is unpacked. Copy the rows you need into a new workbook, save that as .xlsx, then choose it.',
  },
  'import.workbook-damaged': {
    field: 'text',
    sentence: (_: Record<string, never>) =>
      'This workbook cannot be read. Open it in your spreadsheet, save it as .xlsx under a new name, then choose that file.',
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
