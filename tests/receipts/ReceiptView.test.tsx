import { cleanup, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileHash } from '#db/shared/incoming-file';
import { ReceiptThumb } from '../../renderer/receipts/ReceiptThumb.tsx';
import { ReceiptView } from '../../renderer/receipts/ReceiptView.tsx';
import type { ShownFile } from '../../renderer/receipts/shown-file.ts';
import { aJpeg, aPdf } from '../support/receipt-files.ts';
import { aSession, renderScreen } from '../support/screen.tsx';
import { type PageParts, standInForBrowser, withoutStandIns } from './page-parts.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const PICTURE: ShownFile = {
  hash: 'a'.repeat(64) as FileHash,
  name: 'bus.jpg',
  mediaType: 'image/jpeg',
  byteCount: 181_234,
  width: 1000,
  height: 2000,
  pages: null,
  base64: aJpeg().toString('base64'),
};
const PDF: ShownFile = {
  ...PICTURE,
  name: 'ticket.pdf',
  mediaType: 'application/pdf',
  byteCount: 1_240_000,
  width: null,
  height: null,
  pages: 2,
  base64: aPdf().toString('base64'),
};

let page: PageParts;
beforeEach(() => {
  page = standInForBrowser();
});
afterEach(() => {
  cleanup();
  withoutStandIns();
});

const picture = (): HTMLElement => screen.getByRole('img', { name: 'Receipt 2, bus fare' });
const look = (): string => {
  const { width, height, transform } = getComputedStyle(picture());
  return `${width} ${height} ${/rotate\((\d+)deg\)/.exec(transform)?.[1]}`;
};

describe('A receipt at readable size', () => {
  it('fits its place, zooms with + and −, and shows all of it again with 0', async () => {
    renderScreen(<ReceiptView file={PICTURE} label="Receipt 2, bus fare" />);
    expect(look()).toBe('240px 480px 0');
    screen.getByRole('group', { name: /Receipt 2, bus fare\. Plus and minus zoom/ }).focus();
    const user = userEvent.setup();
    await user.keyboard('++');
    expect(look()).toBe('375px 750px 0');
    expect(screen.getByText('156%')).toBeTruthy();
    await user.keyboard('-');
    expect(look()).toBe('300px 600px 0');
    await user.keyboard('-----');
    expect(look()).toBe('240px 480px 0');
    await user.keyboard('=====0');
    expect(screen.getByText('100%')).toBeTruthy();
    for (let n = 0; n < 30; n += 1) await user.keyboard('+');
    expect(screen.getByText('800%')).toBeTruthy();
  });

  it('turns with R, and lies down in its place', async () => {
    renderScreen(<ReceiptView file={PICTURE} label="Receipt 2, bus fare" />);
    screen.getByRole('group').focus();
    const user = userEvent.setup();
    await user.keyboard('r');
    expect(look()).toBe('320px 640px 90');
    await user.keyboard('RRR');
    expect(look()).toBe('240px 480px 0');
    // Together with Ctrl it is the browser's.
    await user.keyboard('{Control>}r{/Control}');
    expect(look()).toBe('240px 480px 0');
  });

  it('zooms with the wheel, and the page stays where it is', () => {
    renderScreen(<ReceiptView file={PICTURE} label="Receipt 2, bus fare" />);
    const place = screen.getByRole('group');
    expect(fireEvent.wheel(place, { deltaY: -100 })).toBe(false);
    expect(look()).toBe('300px 600px 0');
    fireEvent.wheel(place, { deltaY: 100 });
    expect(look()).toBe('240px 480px 0');
  });

  it('has a button for each of that', () => {
    renderScreen(<ReceiptView file={PICTURE} label="Receipt 2, bus fare" />);
    const press = (name: string): void =>
      void fireEvent.click(screen.getByRole('button', { name }));
    press('Zoom in');
    expect(look()).toBe('300px 600px 0');
    press('Turn the picture');
    expect(look()).toBe('400px 800px 90');
    press('Zoom out');
    press('Zoom in');
    press('Show all of it');
    expect(look()).toBe('320px 640px 90');
  });

  it('is shown from memory, and saved under its name', async () => {
    renderScreen(<ReceiptView file={PICTURE} label="Receipt 2, bus fare" />);
    expect(picture().getAttribute('src')).toMatch(/^blob:/);
    expect(screen.getByText('bus.jpg. Picture, 181 KB')).toBeTruthy();
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      expect(this.download).toBe('bus.jpg');
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save a copy' }));
    expect(click).toHaveBeenCalledTimes(1);
    const saved = page.addresses.at(-1);
    expect(saved?.type).toBe('image/jpeg');
    expect(Buffer.from(await (saved ?? new Blob()).arrayBuffer())).toEqual(aJpeg());
  });
});

const showsPdfs = (pdfViewerEnabled: boolean): void =>
  void Object.defineProperty(navigator, 'pdfViewerEnabled', {
    value: pdfViewerEnabled,
    configurable: true,
  });
const aLentScreen = () =>
  aSession({
    handedOver: {
      claimId: 'c-1',
      claimantName: 'Dilys Lane',
      reference: 'CLM-2027-0001',
      endedBy: null,
      promisedBy: null,
    },
  });

describe('A PDF from outside', () => {
  it('is shown in the frame that shows our own papers, as a PDF and nothing else, and can be saved', async () => {
    showsPdfs(true);
    renderScreen(<ReceiptView file={PDF} label="Receipt 3" />);
    const frame = screen.getByTitle('Preview of Receipt 3');
    expect(frame.getAttribute('src')).toMatch(/^blob:\d+#navpanes=0&view=FitH$/);
    expect(frame.hasAttribute('inert')).toBe(false);
    const [shown] = page.addresses;
    expect(shown?.type).toBe('application/pdf');
    expect(Buffer.from(await (shown ?? new Blob()).arrayBuffer())).toEqual(aPdf());
    expect(screen.getByText('ticket.pdf. PDF of 2 pages, 1.2 MB')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save a copy' })).toBeTruthy();
  });

  it('is only to look at on a screen that is lent, a page at a time, and nothing of it can be saved there', async () => {
    showsPdfs(true);
    renderScreen(<ReceiptView file={PDF} label="Receipt 3" />, { session: aLentScreen() });
    const frame = () => screen.getByTitle('Preview of Receipt 3');
    const pageShown = () => /page=\d/.exec(frame().getAttribute('src') ?? '')?.[0];
    expect(frame().hasAttribute('inert')).toBe(true);
    expect(frame().getAttribute('src')).toContain('toolbar=0');
    expect(pageShown()).toBe('page=1');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(pageShown()).toBe('page=2');
    expect(screen.getByText('Page 2 of 2')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(pageShown()).toBe('page=2');
    await userEvent.click(screen.getByRole('button', { name: 'Page before' }));
    expect(pageShown()).toBe('page=1');
    expect(screen.queryByRole('button', { name: 'Save a copy' })).toBeNull();
  });

  it('is put into no frame where the browser would offer it as a file instead', () => {
    showsPdfs(false);
    const { container } = renderScreen(<ReceiptView file={PDF} label="Receipt 3" />);
    expect(container.querySelector('iframe, embed, object, img')).toBeNull();
    expect(screen.getByText(/^This browser shows no PDFs here\. Save a copy/)).toBeTruthy();
    expect(page.addresses).toEqual([]);
  });
});

describe('A receipt in small', () => {
  it('shows itself, is called what it is of, and opens', () => {
    const onOpen = vi.fn<() => void>();
    const { container } = renderScreen(
      <ReceiptThumb file={PICTURE} label="receipt 2, bus fare" onOpen={onOpen} />,
    );
    expect(container.querySelector('img')?.getAttribute('src')).toMatch(/^blob:/);
    fireEvent.click(screen.getByRole('button', { name: 'Show receipt 2, bus fare' }));
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it('says in words what a PDF is', () => {
    renderScreen(<ReceiptThumb file={PDF} label="receipt 3" onOpen={() => undefined} />);
    expect(screen.getByText('PDF of 2 pages, 1.2 MB')).toBeTruthy();
  });

  it('is there to be opened before its picture has come', () => {
    const { container } = renderScreen(
      <ReceiptThumb file={undefined} label="receipt 4" onOpen={() => undefined} />,
    );
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('button', { name: 'Show receipt 4' }).getAttribute('aria-busy')).toBe(
      'true',
    );
  });
});
