/** A file's text: UTF-8 where it is that, otherwise as older spreadsheets on Windows write it. */
export async function readFileText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // Anything else than 'these bytes are no UTF-8' is a defect.
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A calendar file says so by its name; everything else is read as a table. */
export const kindOfFile = (name: string): 'diary-ics' | 'diary-csv' =>
  /\.(ics|ical|ifb)$/i.test(name) ? 'diary-ics' : 'diary-csv';

/** Larger files are refused before they are read. */
export const LARGEST_FILE_BYTES = 10_000_000;
