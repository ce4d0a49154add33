import { EventEmitter } from 'node:events';
import { fromShown, toShown } from './addresses.ts';
import { app } from './app.ts';
import { chromium } from './chromium.ts';
import type { DevToolsEvent, Params } from './devtools.ts';
import { answerPage, newsFor } from './ipc.ts';
import { newDownloadItem } from './downloads.ts';
import { judgeRequest, type PausedRequest } from './requests.ts';
import { session } from './session.ts';
import {
  FROM_PROGRAM,
  PAGE_SCRIPT,
  type PageMessage,
  PRELOAD_WORLD,
  preloadScript,
  type ProgramMessage,
  TO_PROGRAM,
} from './two-worlds.ts';

const all = new Map<number, WebContents>();

/** An event that a listener can stop, with Electron's name for it. */
export const newStoppable = (more: Readonly<Record<string, unknown>> = {}) => ({
  defaultPrevented: false,
  preventDefault(this: { defaultPrevented: boolean }): void {
    this.defaultPrevented = true;
  },
  ...more,
});

/** A page of Chromium with a preload script in a world of its own. */
export class WebContents extends EventEmitter {
  readonly id: number = all.size + 1;
  readonly mainFrame: { readonly url: string; readonly parent: null };
  readonly #page: Promise<{ readonly targetId: string; readonly sessionId: string }>;
  #targetId: string | undefined;
  #preloadContext: number | undefined;
  #address = '';
  #isDestroyed = false;

  constructor(options: {
    readonly preload: string | undefined;
    readonly size: { readonly width: number; readonly height: number };
  }) {
    super();
    all.set(this.id, this);
    const addressNow = (): string => this.#address;
    this.mainFrame = Object.freeze({
      get url() {
        return addressNow();
      },
      parent: null,
    });
    this.#page = this.#open(options.preload, options.size);
    app.emit('web-contents-created', newStoppable(), this);
  }

  static getAllWebContents = (): readonly WebContents[] => [...all.values()];
  static fromId = (id: number): WebContents | undefined => all.get(id);
  static fromDevToolsTargetId = (targetId: string): WebContents | undefined =>
    [...all.values()].find((one) => one.#targetId === targetId);

  async #open(
    preload: string | undefined,
    size: { readonly width: number; readonly height: number },
  ): Promise<{ readonly targetId: string; readonly sessionId: string }> {
    const browser = await chromium;
    const { targetId } = await browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
    });
    this.#targetId = targetId as string;
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const page = { targetId: targetId as string, sessionId: sessionId as string };
    browser.listen((event) => {
      if (event.sessionId === page.sessionId) this.#hear(event);
      if (event.method === 'Target.targetDestroyed' && event.params['targetId'] === targetId)
        this.#end();
    });
    await browser.send('Target.setDiscoverTargets', { discover: true });
    const tell = (method: string, params: Params = {}): Promise<Params> =>
      browser.send(method, params, page.sessionId);
    await tell('Page.enable');
    await tell('Runtime.enable');
    await tell('Inspector.enable');
    await tell('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await tell('Runtime.addBinding', { name: TO_PROGRAM, executionContextName: PRELOAD_WORLD });
    await tell('Page.addScriptToEvaluateOnNewDocument', { source: PAGE_SCRIPT });
    if (preload !== undefined)
      await tell('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadScript(preload),
        worldName: PRELOAD_WORLD,
      });
    return page;
  }

  #hear({ method, params }: DevToolsEvent): void {
    if (method === 'Fetch.requestPaused') this.#answer(params as unknown as PausedRequest);
    if (method === 'Page.frameNavigated') {
      const { frame } = params as { frame: { parentId?: string; url: string } };
      if (frame.parentId === undefined) this.#address = fromShown(frame.url);
    }
    if (method === 'Page.navigatedWithinDocument') {
      const { url } = params as { url: string };
      this.#address = fromShown(url);
    }
    if (method === 'Page.downloadWillBegin' && !this.#isShownPaper(params))
      this.#askWhereToSave(params);
    if (method === 'Page.loadEventFired') this.emit('did-finish-load');
    if (method === 'Inspector.targetCrashed')
      this.emit('render-process-gone', newStoppable(), { reason: 'crashed', exitCode: 1 });
    if (method === 'Runtime.executionContextCreated') {
      const { context } = params as { context: { id: number; name: string } };
      if (context.name === PRELOAD_WORLD && this.#isOfTopFrame(context))
        this.#preloadContext = context.id;
    }
    if (method === 'Runtime.bindingCalled' && params['name'] === TO_PROGRAM) {
      const asked = JSON.parse(String(params['payload'])) as PageMessage;
      const from = params['executionContextId'] as number;
      void answerPage(this, asked).then((message) => this.#tellPage(message, from));
    }
  }

  #isOfTopFrame(context: object): boolean {
    const { auxData } = context as { auxData?: { frameId?: string } };
    // A page's top frame carries the name of the page itself.
    return auxData?.frameId === this.#targetId;
  }

  /** A Chromium without a viewer of papers offers a paper in a frame as a file, at any moment; Electron shows it. */
  #isShownPaper({ frameId, url }: Params): boolean {
    return frameId !== this.#targetId && String(url).startsWith('blob:');
  }

  /** Tells the program that the page saves a file; where it goes is the test's own affair. */
  #askWhereToSave(params: Params): void {
    const event = newStoppable();
    session.defaultSession.emit('will-download', event, newDownloadItem(params), this);
    if (!event.defaultPrevented) return;
    void chromium.then((browser) =>
      browser.send('Browser.cancelDownload', { guid: params['guid'] }),
    );
  }

  #answer(paused: PausedRequest): void {
    const verdict = this.#isHeldBack(paused)
      ? Promise.resolve({
          method: 'Fetch.failRequest',
          params: { requestId: paused.requestId, errorReason: 'Aborted' },
        })
      : judgeRequest(paused);
    void verdict.then(({ method, params }) => this.#send(method, params));
  }

  /** A document that the page itself set out for may be stopped by the program, as Electron asks it. */
  #isHeldBack({ resourceType, frameId, request }: PausedRequest): boolean {
    if (resourceType !== 'Document') return false;
    const url = fromShown(request.url);
    const isMainFrame = frameId === this.#targetId;
    const names = isMainFrame ? ['will-navigate', 'will-frame-navigate'] : ['will-frame-navigate'];
    return names.some((name) => {
      const event = newStoppable({ url, isMainFrame });
      this.emit(name, event);
      return event.defaultPrevented;
    });
  }

  /** Sends a command to the page; one that is gone takes none. */
  async #send(method: string, params: Params = {}): Promise<Params> {
    const { sessionId } = await this.#page;
    const browser = await chromium;
    return this.#isDestroyed ? {} : browser.send(method, params, sessionId).catch(() => ({}));
  }

  #tellPage(message: ProgramMessage, contextId: number): void {
    const expression = `${FROM_PROGRAM}(${JSON.stringify(message)})`;
    void this.#send('Runtime.evaluate', { expression, contextId });
  }

  #end(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    all.delete(this.id);
    this.emit('destroyed');
  }

  isDestroyed = (): boolean => this.#isDestroyed;
  getURL = (): string => this.#address;

  async loadURL(address: string): Promise<void> {
    const { errorText } = await this.#send('Page.navigate', { url: toShown(address) });
    if (typeof errorText === 'string') throw new Error(`${errorText} loading '${address}'`);
  }

  reload(): void {
    void this.#send('Page.reload');
  }

  send(channel: string, ...args: readonly unknown[]): void {
    const message = newsFor(channel, args);
    if (this.#preloadContext !== undefined) this.#tellPage(message, this.#preloadContext);
  }

  close(): void {
    void this.#page.then(async ({ targetId }) => {
      const browser = await chromium;
      await browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
      this.#end();
    });
  }

  /** Chromium is told to open no windows at all, which is what the program answers too. */
  setWindowOpenHandler(_handler: unknown): void {}
}

export const webContents = {
  getAllWebContents: WebContents.getAllWebContents,
  fromId: WebContents.fromId,
  fromDevToolsTargetId: WebContents.fromDevToolsTargetId,
};
