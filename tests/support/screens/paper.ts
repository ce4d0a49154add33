import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

/** Saves a copy of the paper in a dialog, and answers its bytes. */
export async function saveCopy(page: Page, paper: Locator): Promise<Buffer> {
  const copy = paper.getByRole('link', { name: 'Save a copy' });
  const name = await copy.getAttribute('download');
  const [download] = await Promise.all([
    // By its name: a Chromium that cannot show papers offers the preview itself as a file too, at its own moment.
    page.waitForEvent('download', (offered) => offered.suggestedFilename() === name),
    copy.click(),
  ]);
  return readFileSync(await download.path());
}
