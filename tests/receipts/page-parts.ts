import { type Mock, vi } from 'vitest';

type Decode = (file: Blob, options: ImageBitmapOptions) => Promise<object>;

/** What the test page was asked for by the parts that jsdom has none of. */
export type PageParts = {
  /** The size of each canvas that a picture was drawn on. */
  readonly drawn: readonly { readonly width: number; readonly height: number }[];
  readonly decode: Mock<Decode>;
  readonly addresses: readonly Blob[];
};

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);

/** The bytes that the canvas of the test page writes, as they travel. */
export const DRAWN_BASE64 = '/9j/2Q==';

/** Stands in for what a browser brings: decoding, a canvas, addresses of what is in memory. */
export function standInForBrowser(picture = { width: 4000, height: 3000 }): PageParts {
  const drawn: { width: number; height: number }[] = [];
  const addresses: Blob[] = [];
  const decode = vi.fn<Decode>(async () => ({ ...picture, close: () => undefined }));
  vi.stubGlobal('createImageBitmap', decode);
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      constructor(width: number, height: number) {
        drawn.push({ width, height });
      }
      getContext(): object {
        return { fillRect: () => undefined, drawImage: () => undefined };
      }
      convertToBlob(): Promise<Blob> {
        return Promise.resolve(new Blob([JPEG], { type: 'image/jpeg' }));
      }
    },
  );
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${addresses.push(blob)}`,
      revokeObjectURL: () => undefined,
    }),
  );
  return { drawn, decode, addresses };
}

/** A camera track that remembers whether it was stopped, and can be pulled out. */
export class Track extends EventTarget {
  readonly deviceId: string;
  isStopped = false;
  constructor(deviceId: string) {
    super();
    this.deviceId = deviceId;
  }
  stop(): void {
    this.isStopped = true;
  }
  getSettings(): object {
    return { deviceId: this.deviceId };
  }
}

/** The cameras of the test computer; the first is taken unless another is asked for. */
export function standInForCameras(names: readonly string[]) {
  const tracks: Track[] = [];
  const wishes: MediaStreamConstraints[] = [];
  const mediaDevices = {
    async getUserMedia(wish: MediaStreamConstraints): Promise<object> {
      wishes.push(wish);
      if (names.length === 0) throw new DOMException('', 'NotFoundError');
      const { deviceId } = wish.video as { readonly deviceId?: { readonly exact: string } };
      const track = new Track(deviceId?.exact ?? names[0] ?? '');
      tracks.push(track);
      return { getTracks: () => [track], getVideoTracks: () => [track] };
    },
    enumerateDevices: async () => [
      { kind: 'audioinput', deviceId: 'mic', label: 'Microphone' },
      ...names.map((name) => ({ kind: 'videoinput', deviceId: name, label: name })),
    ],
  };
  standInForDevices(mediaDevices);
  for (const [side, dots] of [
    ['videoWidth', 1600],
    ['videoHeight', 1200],
  ] as const)
    vi.spyOn(HTMLVideoElement.prototype, side, 'get').mockReturnValue(dots);
  return { tracks, wishes };
}

/** What the test page's browser offers of cameras: nothing where undefined. */
export function standInForDevices(mediaDevices: object | undefined): void {
  Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices, configurable: true });
}

/** Gives the page back as it was. */
export function withoutStandIns(): void {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'mediaDevices');
}
