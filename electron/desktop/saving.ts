import { extname, join } from 'node:path';
import { app, type FileFilter, type Session } from 'electron';
import { isOwnPaper } from './address.ts';

/** What the dialog calls the kinds of files that our pages offer. */
const KINDS: Readonly<Record<string, string>> = {
  '.csv': 'Spreadsheet',
  '.ics': 'Calendar',
  '.jpg': 'Picture',
  '.pdf': 'PDF',
  '.png': 'Picture',
  '.txt': 'Text',
  '.xlsx': 'Excel workbook',
};

function filtersFor(fileName: string): FileFilter[] {
  const ending = extname(fileName);
  const kind = KINDS[ending];
  return kind === undefined ? [] : [{ name: kind, extensions: [ending.slice(1)] }];
}

/** Saving asks each time, in the system's own dialog, where the copy goes; what is not our own is never saved. */
export function askWhereToSave(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!isOwnPaper(item.getURL())) {
      event.preventDefault();
      return;
    }
    const fileName = item.getFilename();
    item.setSaveDialogOptions({
      title: 'Save a copy',
      defaultPath: join(app.getPath('documents'), fileName),
      filters: filtersFor(fileName),
    });
  });
}
