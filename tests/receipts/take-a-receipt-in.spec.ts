import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, onlyThrough, signIn, test as atTheDesk } from '../support/desk.ts';
import { exif, segment } from '../support/receipt-files.ts';
import { goWithin } from '../support/screens/routes.ts';

const test = atTheDesk.extend({
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({
        ...launchOptions,
        // A camera that shows a moving figure; the browser gives it to a page that may have one.
        args: [
          ...(launchOptions.args ?? []),
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
        ],
      }),
    { scope: 'worker' },
  ],
});

/** A photograph as a phone keeps it: lying on its side, its left half red, with the place where it was taken. */
async function photograph(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1200);
    const pen = canvas.getContext('2d');
    if (pen === null) return '';
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, 2400, 1200);
    pen.fillStyle = 'red';
    pen.fillRect(0, 0, 1200, 1200);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return new Uint8Array(await blob.arrayBuffer()).reduce(
      (letters, byte) => letters + String.fromCharCode(byte),
      '',
    );
  });
  const plain = Buffer.from(base64, 'latin1');
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(exif('CANARY 51.5074N', 6)),
    plain.subarray(2),
  ]);
}

/** The picture on screen: its dots, whether its upper half is red, and the bytes it is made of. */
const shown = (page: Page, name: string) =>
  page.getByRole('img', { name }).evaluate(async (picture: HTMLImageElement) => {
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
    const pen = canvas.getContext('2d');
    pen?.drawImage(picture, 0, 0);
    const colourAt = (y: number): number[] => [...(pen?.getImageData(50, y, 1, 1).data ?? [])];
    return {
      width: picture.naturalWidth,
      height: picture.naturalHeight,
      top: colourAt(50),
      foot: colourAt(picture.naturalHeight - 50),
    };
  });

test('a photograph of a phone is taken in the right way up', async ({ page, practice }) => {
  await signIn(page, practice.address, 'desk');
  await goWithin(page, 'gallery');
  const file = { name: 'bus.jpg', mimeType: 'image/jpeg', buffer: await photograph(page) };
  await page.getByLabel('Receipt or paper').setInputFiles(file);
  await expect(page.getByText('1 paper taken in.')).toBeVisible();
  const { top, foot, ...size } = await shown(page, 'Paper 2');
  expect(size).toEqual({ width: 1000, height: 2000 });
  expect(top[1]).toBeLessThan(60);
  expect(foot[1]).toBeGreaterThan(200);
});

test(
  'a receipt is taken in by the camera, and a photograph loses the place where it was taken',
  onlyThrough('web', 'only a browser brings a camera of its own to try with'),
  async ({ page, practice }) => {
    await signIn(page, practice.address, 'desk');
    await goWithin(page, 'gallery');
    await page.getByRole('button', { name: 'Start the camera' }).click();
    await expect(page.getByRole('button', { name: 'Take the picture' })).toBeFocused();
    await expect
      .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
      .toBeGreaterThan(0);
    await page.keyboard.press('Space');
    await expect(page.getByText('1 paper taken in.')).toBeVisible();
    expect((await shown(page, 'Paper 2')).width).toBeGreaterThan(100);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Start the camera' })).toBeFocused();

    const buffer = await photograph(page);
    expect(buffer.includes('CANARY')).toBe(true);
    const file = { name: 'bus.jpg', mimeType: 'image/jpeg', buffer };
    await page.getByLabel('Receipt or paper').setInputFiles(file);
    await expect(page.getByText('2 papers taken in.')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a copy' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('bus.jpg');
    const kept = readFileSync(await saved.path());
    expect(kept.length).toBeGreaterThan(1000);
    expect(kept.includes('CANARY')).toBe(false);
  },
);
