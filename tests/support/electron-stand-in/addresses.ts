/**
 * Chromium knows no scheme of ours, so `app://host/path` is shown under an address that is answered before it
 * reaches a network, on a name that leads to this computer only.
 */
const SHOWN_HOST = /^([a-z0-9-]+)\.app\.standin\.localhost$/;

/** The address Chromium is given for an address of the program. */
export function toShown(address: string): string {
  return address.replace(/^app:\/\/([a-z0-9-]+)/, 'https://$1.app.standin.localhost');
}

/** The address the program is told for what Chromium shows; papers in memory keep their origin inside. */
export function fromShown(address: string): string {
  if (address.startsWith('blob:')) return `blob:${fromShown(address.slice('blob:'.length))}`;
  const url = URL.parse(address);
  const host = SHOWN_HOST.exec(url?.hostname ?? '')?.[1];
  if (url === null || url.protocol !== 'https:' || host === undefined) return address;
  return `app://${host}${url.pathname}${url.search}${url.hash}`;
}
