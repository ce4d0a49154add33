import { Faulty } from './faulty.ts';

/** A PDF that does nothing but show pages. @throws Faulty */
export async function checkPdf(
  _file: Buffer,
): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
  return Promise.reject(new Faulty('pdf-unreadable'));
}
