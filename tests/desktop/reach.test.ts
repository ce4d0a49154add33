import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify from 'fastify';
import { expect } from 'vitest';
import { addPages } from '../../electron/web/pages.ts';
import type { BuiltCopy, StartedDesktop } from './built-desktop.ts';
import { RecordedContents } from './electron-recorder.ts';
import { hostilePaths, outsideAddresses, permissionNames } from './hostile-words.ts';
import { describePromises } from './kept-promise.ts';

type Answer = (request: Request) => Promise<Response>;

const CANARY = 'nobody outside may read this';
const planted = new WeakSet<BuiltCopy>();

/** Puts files beside the screens' parts, and among them, that no address may reach. */
function plantCanaries(copy: BuiltCopy): void {
  if (planted.has(copy)) return;
  planted.add(copy);
  const assets = join(copy.folder, 'out', 'renderer', 'assets');
  const outside = join(copy.folder, 'out', 'outside');
  mkdirSync(outside);
  for (const path of [
    join(copy.folder, 'out', 'secret.js'),
    join(outside, 'secret.js'),
    join(assets, 'notes.txt'),
    join(assets, 'a-part.js'),
    join(assets, '.hidden'),
    join(assets, 'a:x.js'),
    join(assets, '100%25.js'),
  ])
    writeFileSync(path, CANARY);
  symlinkSync(join('..', '..', 'secret.js'), join(assets, 'linked.js'));
  symlinkSync(outside, join(assets, 'linked-folder'));
}

const ask = async (desktop: StartedDesktop, path: string, method = 'GET'): Promise<Response> =>
  desktop.handlerOf<Answer>('protocol.handle')(new Request(`app://trc${path}`, { method }));

const policyOf = (headers: Headers): string =>
  (headers.get('content-security-policy') ?? '').replace(/nonce-[^']+/, 'nonce-here');

/** What the browser door sends with the same page. */
async function policyOfWebDoor(copy: BuiltCopy): Promise<string> {
  const server = Fastify();
  await addPages(server, { folder: join(copy.folder, 'out', 'renderer') });
  const { headers } = await server.inject({ method: 'GET', url: '/' });
  await server.close();
  return policyOf(new Headers(headers as Record<string, string>));
}

/** Tells of an address on its way, and answers whether the program stopped it. */
function isStopped(contents: RecordedContents, name: string, details: object): boolean {
  let stops = 0;
  const preventDefault = (): void => {
    stops += 1;
  };
  contents.emit(name, { ...details, preventDefault });
  return stops > 0;
}

/** A page made in any other way than as the program's window. */
function anotherPage(desktop: StartedDesktop): RecordedContents {
  const contents = new RecordedContents();
  desktop.app.emit('web-contents-created', {}, contents);
  return contents;
}

const OWN = ['app://trc/', 'app://trc/rooms?date=2027-06-10', 'app://trc/groups/1#notes'];
const PAPER = 'blob:app://trc/0b6f0a9e-4c1d-4ad2-9d3c-6f0c2a1f4e11';

/** What Electron says of a page that asks for a permission. */
type Asking = {
  readonly isMainFrame: boolean;
  readonly requestingUrl: string;
  readonly mediaTypes: readonly string[];
};
type Request_ = (
  contents: null,
  permission: string,
  answer: (is: boolean) => void,
  details: Asking,
) => void;
type Check = (
  contents: null,
  permission: string,
  origin: string,
  details: { readonly isMainFrame: boolean; readonly mediaType: string | undefined },
) => boolean;
type Before = (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void;

const OWN_PAGE: Asking = {
  isMainFrame: true,
  requestingUrl: 'app://trc/claims',
  mediaTypes: ['video'],
};
/** Pages and wishes that are not our own page wanting the camera alone. */
const NO_CAMERA_FOR: readonly Asking[] = [
  { ...OWN_PAGE, isMainFrame: false },
  { ...OWN_PAGE, mediaTypes: ['audio'] },
  { ...OWN_PAGE, mediaTypes: ['video', 'audio'] },
  { ...OWN_PAGE, mediaTypes: [] },
  ...outsideAddresses.map((requestingUrl) => ({ ...OWN_PAGE, requestingUrl })),
];

/** The permissions of the list that a page would get when it asks. */
function grantedByAsking(desktop: StartedDesktop, asking: Asking): readonly string[] {
  const request = desktop.handlerOf<Request_>('session.setPermissionRequestHandler');
  return permissionNames.filter((name) => {
    const answers: boolean[] = [];
    request(null, name, (is) => void answers.push(is), asking);
    return answers[0] !== false || answers.length !== 1;
  });
}

/** The permissions of the list that a page is told it has. */
function heldByChecking(desktop: StartedDesktop, asking: Asking): readonly string[] {
  const check = desktop.handlerOf<Check>('session.setPermissionCheckHandler');
  const { isMainFrame, requestingUrl, mediaTypes } = asking;
  const mediaType = mediaTypes.length === 1 ? mediaTypes[0] : 'unknown';
  return permissionNames.filter((name) =>
    check(null, name, requestingUrl, { isMainFrame, mediaType }),
  );
}

const isCancelled = (desktop: StartedDesktop, url: string): boolean => {
  const verdicts: boolean[] = [];
  const before = desktop.handlerOf<Before>('session.webRequest.onBeforeRequest');
  before({ url }, ({ cancel }) => void verdicts.push(cancel));
  return verdicts[0] === true;
};

type SaveEvent = { readonly preventDefault: () => void };
type Saved = Readonly<Record<'getURL' | 'getFilename', () => string>> &
  Readonly<Record<'setSaveDialogOptions' | 'setSavePath', (options: object) => void>>;

/** The dialog in which the program asks where a file goes; 'refused' when it lets no file go. */
function saved(desktop: StartedDesktop, url: string, fileName: string): object | string {
  let outcome: object | string = 'not asked';
  const item: Saved = {
    getURL: () => url,
    getFilename: () => fileName,
    setSaveDialogOptions: (options) => {
      outcome = options;
    },
    setSavePath: () => undefined,
  };
  const willDownload = desktop.handlerOf<(event: SaveEvent, item: Saved) => void>(
    'session.on will-download',
  );
  willDownload({ preventDefault: () => (outcome = 'refused') }, item);
  return outcome;
}

describePromises('What a page can reach', [
  {
    rule: `E4 answers each of ${hostilePaths.length} hostile paths with the page or with nothing`,
    check: async (desktop, copy) => {
      plantCanaries(copy);
      for (const path of hostilePaths) {
        const response = await ask(desktop, path);
        const text = await response.text();
        expect([200, 404], path).toContain(response.status);
        if (response.status === 200) expect(text, path).toContain('<div id="root">');
        else expect(text, path).toBe('');
        expect(text, path).not.toContain('__CSP_NONCE__');
      }
    },
    mutants: [
      ['inside === "" || inside.startsWith("..") || isAbsolute(inside) ? void 0 : file', 'file'],
      ['inside.startsWith("..")', 'false'],
      ['/[\\0\\\\:]/.test(path) || ', ''],
      [' || path.includes("%")', ''],
      ['file === void 0 || mediaType === void 0', 'file === void 0'],
      ['if (!url.pathname.startsWith(ASSETS)) return refuse(404);', ''],
      [
        'const root = realpathSync(join(folder, ASSETS));',
        'const root = realpathSync(join(folder));',
      ],
    ],
  },
  {
    rule: 'E4 answers a file that is not there with nothing, never with the page',
    check: async (desktop) => {
      for (const path of ['/nothing.js', '/assets/nothing.js', '/robots.txt', '/index.html'])
        expect((await ask(desktop, path)).status, path).toBe(404);
    },
    mutants: [
      [
        'if (!url.pathname.startsWith(ASSETS)) return refuse(404);',
        'if (!url.pathname.startsWith(ASSETS)) return sendPage();',
      ],
      [
        'if (file === void 0 || mediaType === void 0) return refuse(404);',
        'if (file === void 0 || mediaType === void 0) return sendPage();',
      ],
      ['/^\\/[A-Za-z0-9/_-]*$/.test(path)', '/^\\/[.A-Za-z0-9/_-]*$/.test(path)'],
    ],
  },
  {
    rule: 'E4 answers GET and HEAD on its own host and nothing else, and lets no answer be taken for another kind',
    check: async (desktop) => {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
        expect((await ask(desktop, '/', method)).status, method).toBe(405);
      for (const method of ['GET', 'HEAD'])
        expect((await ask(desktop, '/', method)).status, method).toBe(200);
      const answer = desktop.handlerOf<Answer>('protocol.handle');
      expect((await answer(new Request('app://other/'))).status).toBe(404);
      const page = await (await ask(desktop, '/groups/1')).text();
      const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
      for (const path of ['/', '/nothing.js', script]) {
        const { headers } = await ask(desktop, path);
        expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      }
      const { headers, status } = await ask(desktop, script);
      expect([status, headers.get('content-type')]).toEqual([
        200,
        'text/javascript; charset=utf-8',
      ]);
    },
    mutants: [
      ['request.method !== "GET" && request.method !== "HEAD"', 'request.method === "POST"'],
      ['|| url.host !== "trc"', ''],
      ['\tstatus,\n\theaders: { ...SAFE_HEADERS }', '\tstatus'],
      ['...SAFE_HEADERS,\n\t\t\t"content-type": mediaType', '"content-type": mediaType'],
      ['...SAFE_HEADERS,\n\t\t\t"content-type": "text/html', '"content-type": "text/html'],
    ],
  },
  {
    rule: 'E6 sends the same content policy as the browser door, with nothing from outside and no inline script',
    check: async (desktop, copy) => {
      const policy = policyOf((await ask(desktop, '/')).headers);
      expect(policy).toBe(await policyOfWebDoor(copy));
      const [first, second] = [await ask(desktop, '/'), await ask(desktop, '/')];
      expect(first.headers.get('content-security-policy')).not.toBe(
        second.headers.get('content-security-policy'),
      );
      const parts = new Map(
        policy.split('; ').map((one) => {
          const [name = '', ...values] = one.split(' ');
          return [name, values];
        }),
      );
      expect(parts.get('default-src')).toEqual(["'none'"]);
      expect(parts.get('script-src')).toEqual(["'self'"]);
      expect(parts.get('style-src')).toEqual(["'self'", "'nonce-here'"]);
      for (const name of ['object-src', 'base-uri', 'frame-ancestors'])
        expect(parts.get(name), name).toEqual(["'none'"]);
      expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
      // The camera for our own page, which takes receipts in with it; nothing else of the computer for any.
      expect(first.headers.get('permissions-policy')).toBe(
        'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
      );
    },
    mutants: [
      ['"content-security-policy": contentSecurityPolicy(nonce),', ''],
      [
        'contentSecurityPolicy(nonce)',
        "contentSecurityPolicy(nonce).replace(\"script-src 'self'\", \"script-src 'self' 'unsafe-inline'\")",
      ],
      ['randomBytes(16).toString("base64")', '"always"'],
    ],
  },
  {
    rule: `E7 grants two of ${permissionNames.length} permissions, the camera to our own page only, and no other device and no screen`,
    check: (desktop) => {
      const both = ['clipboard-sanitized-write', 'media'];
      expect(grantedByAsking(desktop, OWN_PAGE)).toEqual(both);
      expect(heldByChecking(desktop, OWN_PAGE)).toEqual(both);
      for (const asking of NO_CAMERA_FOR) {
        const words = JSON.stringify(asking);
        expect(grantedByAsking(desktop, asking), words).toEqual(['clipboard-sanitized-write']);
        expect(heldByChecking(desktop, asking), words).toEqual(['clipboard-sanitized-write']);
      }
      expect(desktop.order()).toContain('session.setDevicePermissionHandler');
      const device = desktop.handlerOf<(details: object) => boolean>(
        'session.setDevicePermissionHandler',
      );
      expect(['hid', 'serial', 'usb'].map((deviceType) => device({ deviceType }))).toEqual([
        false,
        false,
        false,
      ]);
      expect(desktop.order()).toContain('session.setDisplayMediaRequestHandler');
      const streams: object[] = [];
      const capture = desktop.handlerOf<(r: object, answer: (s: object) => void) => void>(
        'session.setDisplayMediaRequestHandler',
      );
      capture({}, (stream) => void streams.push(stream));
      expect(streams).toEqual([{}]);
    },
    mutants: [
      [') : ALLOWED_PERMISSIONS.has(permission)));', ') : true));'],
      ['=> answer(permission === "media" ? ', '=> void (permission === "media" ? '],
      [') : ALLOWED_PERMISSIONS.has(permission));', ') : true);'],
      ['isMainFrame && address !== void 0', 'address !== void 0'],
      ['&& isOwnAddress(address) && kinds', '&& kinds'],
      [' && kinds.join(" ") === "video"', ''],
      ['kinds.join(" ") === "video"', 'kinds.includes("video")'],
      [
        'new Set(["clipboard-sanitized-write"])',
        'new Set(["clipboard-sanitized-write", "geolocation"])',
      ],
      ['session.setDevicePermissionHandler(() => false);', ''],
      [
        'session.setDevicePermissionHandler(() => false);',
        'session.setDevicePermissionHandler(() => true);',
      ],
      ['session.setDisplayMediaRequestHandler((_request, answer) => answer({}));', ''],
    ],
  },
  {
    rule: `E8 keeps every page where it is, on ${outsideAddresses.length} addresses`,
    check: (desktop) => {
      const contents = anotherPage(desktop);
      for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
        for (const isMainFrame of [true, false]) {
          for (const url of outsideAddresses)
            expect(isStopped(contents, name, { url, isMainFrame }), `${name} ${url}`).toBe(true);
          for (const url of OWN)
            expect(isStopped(contents, name, { url, isMainFrame }), `${name} ${url}`).toBe(false);
        }
      expect(isStopped(contents, 'will-frame-navigate', { url: PAPER, isMainFrame: false })).toBe(
        false,
      );
      for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
        expect(isStopped(contents, name, { url: PAPER, isMainFrame: true }), name).toBe(true);
      expect(isStopped(contents, 'will-attach-webview', {})).toBe(true);
    },
    mutants: [
      ['contents.on("will-navigate", (event) => stayHome(event, event.url));', ''],
      ['contents.on("will-redirect", (event) => stayHome(event, event.url));', ''],
      ['contents.on("will-attach-webview", (event) => event.preventDefault());', ''],
      ['event.isMainFrame ? isOwnAddress(event.url) : mayLoad(event.url)', 'true'],
      ['event.isMainFrame ? isOwnAddress(event.url) : mayLoad(event.url)', 'mayLoad(event.url)'],
      ['event.isMainFrame ? isOwnAddress(event.url) : mayLoad(event.url)', 'event.isMainFrame'],
      ['url.host === "trc" &&', 'url.host.startsWith("trc") &&'],
      ['url.host === "trc" &&', ''],
      ['&& url.username === ""', ''],
      ['&& url.password === ""', ''],
      ['url.protocol === `app:` &&', ''],
      ['\tlockDownEveryPage();\n\tlet', '\tlet'],
    ],
  },
  {
    rule: `E8 opens no window for a page, on ${outsideAddresses.length + OWN.length + 1} addresses`,
    check: (desktop) => {
      const contents = anotherPage(desktop);
      expect(contents.windowOpenHandler).toBeTypeOf('function');
      for (const url of [...outsideAddresses, ...OWN, PAPER])
        expect(contents.windowOpenHandler?.({ url }), url).toEqual({ action: 'deny' });
    },
    mutants: [
      ['contents.setWindowOpenHandler(() => ({ action: "deny" }));', ''],
      ['action: "deny"', 'action: "allow"'],
    ],
  },
  {
    rule: 'E12 lets no page hold the window open, and takes nothing that is dropped on it',
    check: (desktop) => {
      const contents = anotherPage(desktop);
      expect(isStopped(contents, 'will-prevent-unload', {})).toBe(true);
      const preferences = desktop.windows[0]?.options['webPreferences'];
      expect(preferences).toMatchObject({ navigateOnDragDrop: false });
      const url = 'file:///home/somebody/accounts.pdf';
      for (const isMainFrame of [true, false])
        expect(isStopped(contents, 'will-frame-navigate', { url, isMainFrame })).toBe(true);
    },
    mutants: [
      ['contents.on("will-prevent-unload", (event) => event.preventDefault());', ''],
      ['navigateOnDragDrop: false', 'navigateOnDragDrop: true'],
      ['contents.on("will-frame-navigate", (event) => {', 'contents.on("no-such", (event) => {'],
    ],
  },
  {
    rule: `E12 saves what is its own where the system’s dialog says, and nothing from ${outsideAddresses.length} addresses`,
    check: (desktop) => {
      for (const url of [...outsideAddresses, ...OWN])
        expect(saved(desktop, url, 'a.pdf'), url).toBe('refused');
      const dialogFor = (name: string, filters: readonly object[]) => ({
        title: 'Save a copy',
        defaultPath: join('/documents', name),
        filters,
      });
      for (const [ending, kind] of [
        ['pdf', 'PDF'],
        ['txt', 'Text'],
        ['csv', 'Spreadsheet'],
        ['ics', 'Calendar'],
        ['jpg', 'Picture'],
        ['png', 'Picture'],
        ['xlsx', 'Excel workbook'],
      ])
        expect(saved(desktop, PAPER, `a.${ending}`)).toEqual(
          dialogFor(`a.${ending}`, [{ name: kind, extensions: [ending] }]),
        );
      expect(saved(desktop, PAPER, 'no-ending')).toEqual(dialogFor('no-ending', []));
    },
    mutants: [
      ['!isOwnPaper(item.getURL())', 'false'],
      ['!isOwnPaper(item.getURL())', 'item.getURL().startsWith("http")'],
      ['item.setSaveDialogOptions({', 'item.setSavePath({'],
      ['join(app.getPath("documents"), fileName)', 'fileName'],
    ],
  },
  {
    rule: `E14 lets no request out, on ${outsideAddresses.length} addresses`,
    check: (desktop) => {
      for (const url of outsideAddresses) expect(isCancelled(desktop, url), url).toBe(true);
      for (const url of [...OWN, PAPER]) expect(isCancelled(desktop, url), url).toBe(false);
    },
    mutants: [
      ['cancel: !mayLoad(details.url)', 'cancel: false'],
      ['cancel: !mayLoad(details.url)', 'cancel: details.url.startsWith("http")'],
      ['isOwnAddress(url.pathname)', 'true'],
      ['url?.protocol === protocol && url.host === host', 'url?.protocol === protocol'],
      ['url?.protocol === protocol && url.host === host', 'true'],
      ['url?.protocol === "blob:"', 'url !== null'],
      ['isOwnAddress(address) || isOwnPaper(address)', 'isOwnAddress(address)'],
    ],
  },
]);
