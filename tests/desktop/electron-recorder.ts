import { EventEmitter } from 'node:events';

/** A call of the program on a part of Electron, in the order in which they came. */
export type Recorded = { readonly what: string; readonly args: readonly unknown[] };

type Handler = (...args: never[]) => unknown;

/** An Electron that does nothing and remembers everything. What the program must not use is not in it at all. */
export type Recorder = {
  readonly calls: Recorded[];
  /** The names of the calls so far. */
  readonly order: () => readonly string[];
  /** The arguments of the last call of a name; fails when there was none. */
  readonly lastArgs: (what: string) => readonly unknown[];
  /** The function that the program handed over in the first argument that is one. */
  readonly handlerOf: <F extends Handler>(what: string) => F;
  readonly windows: readonly RecordedWindow[];
  readonly module: Readonly<Record<string, unknown>>;
  readonly app: EventEmitter;
  readonly powerMonitor: EventEmitter;
  readonly becomeReady: () => void;
  /** Resolves once the program has asked for the end. */
  readonly ended: Promise<void>;
};

export class RecordedContents extends EventEmitter {
  readonly sent: (readonly unknown[])[] = [];
  reloads = 0;
  windowOpenHandler:
    | ((details: { readonly url: string }) => { readonly action: string })
    | undefined;
  send(...args: readonly unknown[]): void {
    this.sent.push(args);
  }
  reload(): void {
    this.reloads += 1;
  }
  setWindowOpenHandler(handler: typeof this.windowOpenHandler): void {
    this.windowOpenHandler = handler;
  }
}

export class RecordedWindow extends EventEmitter {
  readonly webContents = new RecordedContents();
  readonly loaded: string[] = [];
  focused = 0;
  shown = 0;
  readonly options: Readonly<Record<string, unknown>>;
  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
  }
  loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    return Promise.resolve();
  }
  show(): void {
    this.shown += 1;
  }
  focus(): void {
    this.focused += 1;
  }
  isDestroyed = (): boolean => false;
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => false;
}

/** `isFirst` false: another start of the program holds the single-instance lock. */
export function newRecorder(options: { readonly isFirst: boolean }): Recorder {
  const calls: Recorded[] = [];
  const windows: RecordedWindow[] = [];
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const note =
    (what: string) =>
    (...args: readonly unknown[]): void =>
      void calls.push({ what, args });

  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    enableSandbox: note('app.enableSandbox'),
    setPath: note('app.setPath'),
    commandLine: { appendSwitch: note('app.commandLine.appendSwitch') },
    getPath: (name: string): string =>
      name === 'documents'
        ? '/documents'
        : String(calls.find((one) => one.what === 'app.setPath' && one.args[0] === name)?.args[1]),
    getAppPath: () => '.',
    getVersion: () => '0.0.0',
    requestSingleInstanceLock: (): boolean => {
      note('app.requestSingleInstanceLock')();
      return options.isFirst;
    },
    whenReady: () => ready.promise,
    quit: (): void => {
      note('app.quit')();
      ended.resolve();
    },
    exit: (code: number): void => {
      note('app.exit')(code);
      ended.resolve();
    },
  });
  const powerMonitor = new EventEmitter();

  class BrowserWindow extends RecordedWindow {
    constructor(wanted: Readonly<Record<string, unknown>>) {
      super(wanted);
      note('new BrowserWindow')(wanted);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    static getAllWindows = (): readonly RecordedWindow[] => windows;
  }

  const last = (what: string): Recorded => {
    const found = calls.findLast((one) => one.what === what);
    if (found === undefined) throw new Error(`The program never called ${what}.`);
    return found;
  };

  return {
    calls,
    windows,
    app,
    powerMonitor,
    ended: ended.promise,
    order: () => calls.map((one) => one.what),
    lastArgs: (what) => last(what).args,
    handlerOf: (what) => last(what).args.find((one) => typeof one === 'function') as never,
    becomeReady: () => {
      note('ready')();
      ready.resolve();
    },
    module: {
      app,
      powerMonitor,
      BrowserWindow,
      Menu: {
        buildFromTemplate: (template: unknown) => template,
        setApplicationMenu: note('Menu.setApplicationMenu'),
      },
      dialog: { showErrorBox: note('dialog.showErrorBox') },
      ipcMain: { handle: note('ipcMain.handle'), on: note('ipcMain.on') },
      protocol: {
        registerSchemesAsPrivileged: note('protocol.registerSchemesAsPrivileged'),
        handle: note('protocol.handle'),
      },
      screen: {
        getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
      },
      session: {
        defaultSession: {
          on: (name: string, listener: unknown): void => note(`session.on ${name}`)(listener),
          setPermissionRequestHandler: note('session.setPermissionRequestHandler'),
          setPermissionCheckHandler: note('session.setPermissionCheckHandler'),
          setDevicePermissionHandler: note('session.setDevicePermissionHandler'),
          setDisplayMediaRequestHandler: note('session.setDisplayMediaRequestHandler'),
          webRequest: { onBeforeRequest: note('session.webRequest.onBeforeRequest') },
        },
      },
    },
  };
}
