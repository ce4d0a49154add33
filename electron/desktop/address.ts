/** The scheme and the one host of our own pages. No page of ours is a file, and none is on the network. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://trc';
export const APP_START = `${APP_ORIGIN}/`;

/** True for an address of ours, exactly; addresses are taken apart, never compared by their beginning. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === 'trc' &&
    url.username === '' &&
    url.password === ''
  );
}

/** True for a paper or a report that one of our pages holds in memory. */
export function isOwnPaper(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'blob:' && isOwnAddress(url.pathname);
}

/** Chromium's own viewer for papers, which lives in an extension that comes with it, and its icons. */
const PDF_VIEWER_PARTS: readonly { readonly protocol: string; readonly host: string }[] = [
  { protocol: 'chrome-extension:', host: 'mhjfbmdgcfjbbpaeojofohoefgiehjai' },
  { protocol: 'chrome:', host: 'resources' },
];

/** What a page may load: ourselves, a paper held in memory, and the parts of Chromium's paper viewer. */
export function mayLoad(address: string): boolean {
  if (isOwnAddress(address) || isOwnPaper(address)) return true;
  const url = URL.parse(address);
  return PDF_VIEWER_PARTS.some(
    ({ protocol, host }) => url?.protocol === protocol && url.host === host,
  );
}
