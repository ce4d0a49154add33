import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GivenFile } from '#db/receipts/receipts.contract';
import { ApiError } from '../../renderer/app/api-client.ts';
import { ReceiptCapture } from '../../renderer/receipts/ReceiptCapture.tsx';
import { aJpeg, aPdf, aPng, jpegFrame } from '../support/receipt-files.ts';
import { renderScreen } from '../support/screen.tsx';
import {
  DRAWN_BASE64,
  type PageParts,
  standInForBrowser,
  standInForCameras,
  standInForDevices,
  withoutStandIns,
} from './page-parts.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

let page: PageParts;
beforeEach(() => {
  page = standInForBrowser();
});
afterEach(() => {
  cleanup();
  withoutStandIns();
});

const file = (name: string, bytes: Buffer): File => new File([new Uint8Array(bytes)], name);
const PHOTO = file('bus.jpg', aJpeg({ frame: jpegFrame(4000, 3000) }));
const HEIC = file('IMG_1.HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'));

type Taken = ReturnType<typeof vi.fn<(given: GivenFile) => Promise<void>>>;

function show(onTaken: Taken = vi.fn<(given: GivenFile) => Promise<void>>(), isBusy = false) {
  renderScreen(<ReceiptCapture onTaken={onTaken} isBusy={isBusy} />);
  return onTaken;
}
const choose = (...files: readonly File[]): void => {
  fireEvent.change(screen.getByLabelText('Receipt or paper'), { target: { files } });
};
const taken = (words: string): Promise<HTMLElement> => screen.findByText(words);
/** What the page says is wrong, once it does. */
const problem = async (): Promise<string> => {
  const alert = screen.getByRole('alert');
  await waitFor(() => expect(alert.textContent).not.toBe(''));
  return alert.textContent;
};

describe('A file that is chosen', () => {
  it('is handed over as a small JPEG where it is a picture, the right way up', async () => {
    const onTaken = show();
    choose(PHOTO);
    await taken('1 paper taken in.');
    expect(onTaken.mock.calls).toEqual([[{ name: 'bus.jpg', base64: DRAWN_BASE64 }]]);
    expect(page.drawn).toEqual([{ width: 2000, height: 1500 }]);
    expect(page.decode).toHaveBeenCalledWith(expect.anything(), { imageOrientation: 'from-image' });
  });

  it('stays as large as it is where it is small already', async () => {
    page = standInForBrowser({ width: 300, height: 900 });
    show();
    choose(file('a.png', aPng()));
    await taken('1 paper taken in.');
    expect(page.drawn).toEqual([{ width: 300, height: 900 }]);
  });

  it('is handed over as it is where it is a PDF', async () => {
    const onTaken = show();
    choose(file('ticket.pdf', aPdf()));
    await taken('1 paper taken in.');
    expect(onTaken.mock.calls).toEqual([
      [{ name: 'ticket.pdf', base64: aPdf().toString('base64') }],
    ]);
    expect(page.decode).not.toHaveBeenCalled();
  });

  it.each([
    ['a HEIC picture', HEIC, /“Most Compatible”/],
    ['neither picture nor PDF', file('a.jpg', Buffer.from('hello')), /whatever its name says/],
    ['empty', file('a.jpg', Buffer.alloc(0)), /nothing in this file/],
    [
      'a PDF of more than 7 MB',
      file('a.pdf', aPdf({ after: ' '.repeat(7_000_000) })),
      /larger than 7 MB/,
    ],
    [
      'a picture of more dots than anybody can show',
      file('a.jpg', aJpeg({ frame: jpegFrame(50_000, 50_000) })),
      /more dots than can be shown/,
    ],
    ['half a picture', file('a.jpg', aJpeg().subarray(0, 30)), /damaged or was not stored whole/],
  ])('is refused when it is %s, before anything decodes it', async (_, given, words) => {
    const onTaken = show();
    choose(given);
    expect(await problem()).toMatch(words);
    expect(onTaken).not.toHaveBeenCalled();
    expect(page.decode).not.toHaveBeenCalled();
  });

  it('is refused when it cannot be decoded', async () => {
    page.decode.mockRejectedValue(new DOMException('', 'InvalidStateError'));
    show();
    choose(PHOTO);
    expect(await problem()).toMatch(/damaged or was not stored whole/);
  });

  it('comes one after the other with others, and one that is refused keeps no other back', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const onTaken = show(vi.fn(() => promise));
    choose(PHOTO, HEIC, file('ticket.pdf', aPdf()));
    await waitFor(() => expect(onTaken).toHaveBeenCalledTimes(1));
    expect(screen.getByText('Looking at the paper.')).toBeTruthy();
    // While one is on its way, nothing else is taken.
    choose(PHOTO);
    resolve();
    await taken('2 papers taken in.');
    expect(onTaken.mock.calls.map(([{ name }]) => name)).toEqual(['bus.jpg', 'ticket.pdf']);
    expect(await problem()).toMatch(/“Most Compatible”/);
  });

  it('shows why the core refused it, until the next is taken in', async () => {
    const refusal = new ApiError({
      code: 'receipt.pdf-locked',
      message: 'This PDF is locked.',
      details: {},
    });
    const onTaken = show(
      vi.fn<(given: GivenFile) => Promise<void>>().mockRejectedValueOnce(refusal),
    );
    choose(file('ticket.pdf', aPdf()));
    expect(await problem()).toMatch(/This PDF is locked/);
    expect(screen.queryByText(/taken in/)).toBeNull();
    choose(PHOTO);
    await taken('1 paper taken in.');
    expect(onTaken).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  it('is not taken while the page is busy with another', () => {
    const onTaken = show(undefined, true);
    choose(PHOTO);
    expect(onTaken).not.toHaveBeenCalled();
    expect(
      screen.getByRole('button', { name: 'Choose a file' }).getAttribute('aria-disabled'),
    ).toBe('true');
  });
});

describe('A file that is not chosen but', () => {
  const paste = (files: readonly File[]): Event => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { files } });
    act(() => void document.body.dispatchEvent(event));
    return event;
  };

  it('dropped is taken in', async () => {
    const onTaken = show();
    fireEvent.drop(screen.getByRole('region', { name: 'Receipts and papers' }), {
      dataTransfer: { files: [PHOTO] },
    });
    await taken('1 paper taken in.');
    expect(onTaken).toHaveBeenCalledTimes(1);
  });

  it('pasted is taken in, by the place that came last, and pasted words are left alone', async () => {
    const [behind, over] = [show(), show()];
    expect(paste([]).defaultPrevented).toBe(false);
    expect(paste([PHOTO]).defaultPrevented).toBe(true);
    await taken('1 paper taken in.');
    expect(over).toHaveBeenCalledTimes(1);
    expect(behind).not.toHaveBeenCalled();
  });

  it('pasted after the place has gone is nobody’s', () => {
    const onTaken = show();
    cleanup();
    expect(paste([PHOTO]).defaultPrevented).toBe(false);
    expect(onTaken).not.toHaveBeenCalled();
  });
});

describe('The camera', () => {
  const start = async (): Promise<HTMLElement> => {
    fireEvent.click(screen.getByRole('button', { name: 'Start the camera' }));
    return screen.findByRole('button', { name: 'Take the picture' });
  };

  it('takes a picture with Space, one after the other, without sound', async () => {
    const { wishes } = standInForCameras(['Desk camera']);
    const onTaken = show();
    const take = await start();
    expect(document.activeElement).toBe(take);
    const user = userEvent.setup();
    await user.keyboard(' ');
    await taken('1 paper taken in.');
    // Space on the picture itself does the same.
    screen.getByLabelText('What the camera sees').focus();
    await user.keyboard(' ');
    await taken('2 papers taken in.');
    expect(onTaken.mock.calls.map(([{ name, base64 }]) => [name, base64])).toEqual([
      ['camera 1.jpg', DRAWN_BASE64],
      ['camera 2.jpg', DRAWN_BASE64],
    ]);
    expect(page.drawn).toEqual([
      { width: 1600, height: 1200 },
      { width: 1600, height: 1200 },
    ]);
    expect(wishes).toMatchObject([{ audio: false, video: { facingMode: 'environment' } }]);
  });

  it('takes nothing while it shows nothing, and nothing while the page is busy', async () => {
    standInForCameras(['Desk camera']);
    const onTaken = show(undefined, true);
    fireEvent.click(await start());
    cleanup();
    show(onTaken);
    vi.spyOn(HTMLVideoElement.prototype, 'videoWidth', 'get').mockReturnValue(0);
    fireEvent.click(await start());
    expect(onTaken).not.toHaveBeenCalled();
    expect(page.drawn).toEqual([]);
  });

  it.each([
    ['its button', () => fireEvent.click(screen.getByRole('button', { name: 'Close the camera' }))],
    [
      'Escape',
      () => fireEvent.keyDown(screen.getByRole('group', { name: 'Camera' }), { key: 'Escape' }),
    ],
  ])('goes off by %s, and gives the focus back', async (_, close) => {
    const { tracks } = standInForCameras(['Desk camera']);
    show();
    await start();
    close();
    expect(tracks.map(({ isStopped }) => isStopped)).toEqual([true]);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Start the camera' })),
    );
  });

  it('goes off when the screen goes, even while it is being started', async () => {
    const { tracks } = standInForCameras(['Desk camera']);
    show();
    await start();
    cleanup();
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Start the camera' }));
    cleanup();
    await waitFor(() => expect(tracks.map(({ isStopped }) => isStopped)).toEqual([true, true]));
  });

  it('may be another one, which is taken the next time too', async () => {
    const { tracks, wishes } = standInForCameras(['Front', 'Over the desk']);
    show();
    await start();
    fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Camera' }));
    fireEvent.click(screen.getByRole('option', { name: 'Over the desk' }));
    await waitFor(() => expect(tracks).toHaveLength(2));
    expect(tracks[0]?.isStopped).toBe(true);
    cleanup();
    show();
    await start();
    expect(wishes.at(-1)).toMatchObject({ video: { deviceId: { exact: 'Over the desk' } } });
  });

  it('says so when it is pulled out, and files can still be chosen', async () => {
    const { tracks } = standInForCameras(['Desk camera']);
    show();
    await start();
    act(() => void tracks[0]?.dispatchEvent(new Event('ended')));
    expect(await problem()).toMatch(/No camera is connected.*Choose a file instead/);
    choose(PHOTO);
    await taken('1 paper taken in.');
  });

  it.each([
    ['NotAllowedError', /may not be used here.*Choose a file instead/],
    ['NotFoundError', /No camera is connected/],
    ['NotReadableError', /Another program is using the camera/],
    ['OverconstrainedError', /no longer connected/],
    ['SecurityError', /This page cannot use a camera/],
  ])('that does not start with %s says why, and points to the file', async (name, words) => {
    standInForDevices({ getUserMedia: () => Promise.reject(new DOMException('', name)) });
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Start the camera' }));
    expect(await problem()).toMatch(words);
    expect(screen.getByRole('button', { name: 'Choose a file' }).hasAttribute('disabled')).toBe(
      false,
    );
  });

  it('that this page has none of says so', async () => {
    standInForDevices(undefined);
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Start the camera' }));
    expect(await problem()).toMatch(/This page cannot use a camera/);
  });
});
