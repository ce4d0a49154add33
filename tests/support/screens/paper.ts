import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

/** Saves a copy of the paper in a dialog, and answers its bytes. */
export async function saveCopy(page: Page, paper: Locator): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    paper.getByRole('link', { name: 'Save a copy' }).click(),
  ]);
  return readFileSync(await download.path());
}
