import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { app } from './app.ts';
import { openWindows } from './open-windows.ts';
import { newStoppable, WebContents } from './web-contents.ts';

type Bounds = { x: number; y: number; width: number; height: number };
type Options = Partial<Bounds> & {
  readonly title?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
};

const all = new Set<BrowserWindow>();

/** A window of the program: a window of Chromium, whose place on the screen is kept here and not shown. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly id: number;
  readonly #bounds: Bounds;
  #isMaximized = false;
  #isMinimized = false;
  #isShown = false;
  #isDestroyed = false;

  constructor(options: Options = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, webPreferences = {} } = options;
    this.#bounds = { x, y, width, height };
    const preload = webPreferences['preload'];
    this.webContents = new WebContents({
      preload: typeof preload === 'string' ? readFileSync(preload, 'utf8') : undefined,
      size: { width, height },
    });
    this.id = this.webContents.id;
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.webContents.once('destroyed', () => this.#end());
    all.add(this);
    openWindows.add(this);
  }

  static getAllWindows = (): readonly BrowserWindow[] => [...all];
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    [...all].find((window) => window.webContents === contents) ?? null;

  loadURL = (address: string): Promise<void> => this.webContents.loadURL(address);
  isDestroyed = (): boolean => this.#isDestroyed;
  isVisible = (): boolean => this.#isShown;
  isMaximized = (): boolean => this.#isMaximized;
  isMinimized = (): boolean => this.#isMinimized;
  getBounds = (): Bounds => ({ ...this.#bounds });
  getNormalBounds = (): Bounds => ({ ...this.#bounds });
  setBounds = (bounds: Partial<Bounds>): void => void Object.assign(this.#bounds, bounds);

  show(): void {
    this.#isShown = true;
    this.focus();
  }
  focus(): void {
    this.emit('focus');
  }
  maximize(): void {
    this.#isMaximized = true;
  }
  minimize(): void {
    this.#isMinimized = true;
  }
  restore(): void {
    this.#isMinimized = false;
  }

  /** Closes unless a listener objects. */
  close(): void {
    const event = newStoppable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    this.webContents.close();
    this.#end();
  }

  #end(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    all.delete(this);
    openWindows.delete(this);
    this.emit('closed');
    if (all.size === 0) app.lastWindowClosed();
  }
}
