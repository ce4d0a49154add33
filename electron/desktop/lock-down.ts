import { app, type Session, type WebContents } from 'electron';
import { isOwnAddress, mayLoad } from './address.ts';

/** Permissions a page may have whenever it asks: putting text on the clipboard at a click. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Where a wish for pictures or sound comes from, and for which of them. */
type MediaWish = {
  readonly isMainFrame: boolean;
  readonly address: string | undefined;
  readonly kinds: readonly (string | undefined)[];
};

/** Whether our own page wants the camera, with which receipts are taken in; never with sound, never for a frame in it. */
const isOwnCamera = ({ isMainFrame, address, kinds }: MediaWish): boolean =>
  isMainFrame && address !== undefined && isOwnAddress(address) && kinds.join(' ') === 'video';

/** Denies every permission but two, every other device, every screen capture, and every request that leaves the program. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(
      permission === 'media'
        ? isOwnCamera({
            isMainFrame: details.isMainFrame,
            address: details.requestingUrl,
            kinds: 'mediaTypes' in details ? (details.mediaTypes ?? []) : [],
          })
        : ALLOWED_PERMISSIONS.has(permission),
    ),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    permission === 'media'
      ? isOwnCamera({
          isMainFrame: details.isMainFrame,
          address: origin,
          kinds: [details.mediaType],
        })
      : ALLOWED_PERMISSIONS.has(permission),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !mayLoad(details.url) }),
  );
}

/** Keeps every page where it is: no navigation away, no new windows, no embedded views, no objection to closing. */
export function lockDownContents(contents: WebContents): void {
  const stayHome = (event: { readonly preventDefault: () => void }, address: string): void => {
    if (!isOwnAddress(address)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stayHome(event, event.url));
  contents.on('will-redirect', (event) => stayHome(event, event.url));
  contents.on('will-frame-navigate', (event) => {
    // A frame shows papers from memory; everything else stays on our own pages.
    if (!(event.isMainFrame ? isOwnAddress(event.url) : mayLoad(event.url))) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // No page may hold the window open: what was typed is kept elsewhere, and Electron would ask nobody.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Installs the above for every page that is ever made, however it is made. */
export function lockDownEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}
