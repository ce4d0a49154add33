import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, relative, isAbsolute } from 'node:path';
import { realpathSync } from 'node:fs';
import { contentSecurityPolicy, SAFE_HEADERS } from '../host/content-security.ts';

/** Where the page says which nonce its styles carry; replaced in every answer. */
const NONCE_MARK = '__CSP_NONCE__';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const refuse = (status: number): Response =>
  new Response(null, { status, headers: { ...SAFE_HEADERS } });

/** Where the built parts of the screens lie; nothing else is sent as a file. */
const ASSETS = '/assets/';

/** Addresses of screens have no file ending; every one of them is the one page. */
const isScreenPath = (path: string): boolean =>
  /^\/[A-Za-z0-9/_-]*$/.test(path) && !path.startsWith(ASSETS);

/**
 * Answers `app://trc/…` from the built screens in `folder`: GET and HEAD only, files below its assets only, each with
 * its content policy. An unknown file is 404, never the page.
 */
export function newAppProtocol(folder: string): (request: Request) => Promise<Response> {
  const root = realpathSync(join(folder, ASSETS));

  async function sendPage(): Promise<Response> {
    const nonce = randomBytes(16).toString('base64');
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    return new Response(page.replaceAll(NONCE_MARK, nonce), {
      headers: {
        ...SAFE_HEADERS,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy(nonce),
        'cache-control': 'no-store',
      },
    });
  }

  return async (request) => {
    const url = URL.parse(request.url);
    if (url === null || url.host !== 'trc') return refuse(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    if (isScreenPath(url.pathname)) return sendPage();
    if (!url.pathname.startsWith(ASSETS)) return refuse(404);

    const file = findFile(root, url.pathname.slice(ASSETS.length));
    const mediaType = MEDIA_TYPES[extname(file ?? '')];
    if (file === undefined || mediaType === undefined) return refuse(404);
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        ...SAFE_HEADERS,
        'content-type': mediaType,
        'content-security-policy': contentSecurityPolicy('none'),
      },
    });
  };
}

/** The real file behind a path; undefined for anything that is not a file below the root, links included. */
function findFile(root: string, pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // Half an escape is nobody's file name.
    return undefined;
  }
  if (/[\0\\:]/.test(path) || path.includes('%')) return undefined;
  try {
    const file = realpathSync(normalize(join(root, path)));
    const inside = relative(root, file);
    return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : file;
  } catch {
    // There is no such file.
    return undefined;
  }
}
