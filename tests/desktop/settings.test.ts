import { expect } from 'vitest';
import { mustExist } from '#db/shared/domain-error';
import { type BuiltCopy, namesIn, type StartedDesktop } from './built-desktop.ts';
import type { RecordedWindow } from './electron-recorder.ts';
import { describePromises } from './kept-promise.ts';

/** Every safety setting of the window. Each is said aloud, so that none hangs on a default of Electron's. */
const WINDOW_SETTINGS = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  devTools: false,
  plugins: true,
} as const;

function theWindow(desktop: StartedDesktop): RecordedWindow {
  expect(desktop.windows.length).toBe(1);
  return mustExist(desktop.windows[0], 'the program opened a window');
}

const before = (desktop: StartedDesktop, earlier: string, later: string): void => {
  const order = desktop.order();
  expect(order).toContain(earlier);
  expect(order).toContain(later);
  expect(order.indexOf(earlier)).toBeLessThan(order.indexOf(later));
};

describePromises('The desktop window', [
  {
    rule: 'E1 has every safety setting, frozen, and no setting beside them',
    check: (desktop, copy: BuiltCopy) => {
      const settings = theWindow(desktop).options['webPreferences'];
      expect(settings).toEqual({
        ...WINDOW_SETTINGS,
        preload: `${copy.folder}/out/preload/preload.cjs`,
      });
      expect(Object.isFrozen(settings)).toBe(true);
    },
    mutants: [
      ...Object.entries(WINDOW_SETTINGS).map(
        ([name, value]) => [`${name}: ${value}`, `${name}: ${!value}`] as const,
      ),
      ['sandbox: true,', ''],
      ['sandbox: true,', 'sandbox: true, enableBlinkFeatures: "CSSVariables",'],
      ['return Object.freeze({\n\t\tpreload', 'return ({\n\t\tpreload'],
    ],
  },
  {
    rule: 'E2 switches the sandbox on before anything else, and sets no switch',
    check: (desktop) => {
      expect(desktop.order()[0]).toBe('app.enableSandbox');
      before(desktop, 'app.enableSandbox', 'ready');
      expect(desktop.order()).not.toContain('app.commandLine.appendSwitch');
    },
    mutants: [
      ['app.enableSandbox();', ''],
      ['app.enableSandbox();', 'app.enableSandbox(); app.commandLine.appendSwitch("no-sandbox");'],
      ['app.enableSandbox();', 'app.whenReady().then(() => app.enableSandbox());'],
    ],
  },
  {
    rule: 'E3 shows itself when it is started again',
    check: (desktop) => {
      before(desktop, 'app.setPath', 'app.requestSingleInstanceLock');
      before(desktop, 'app.requestSingleInstanceLock', 'ready');
      desktop.app.emit('second-instance', {}, [], '');
      expect(theWindow(desktop).focused).toBe(1);
    },
    mutants: [
      ['window?.focus();', ''],
      ['window = opened;', ''],
    ],
  },
  {
    rule: 'E3 quits at once and opens nothing when it runs already',
    isFirst: false,
    check: (desktop) => {
      expect(desktop.order().at(-1)).toBe('ready');
      expect(desktop.order().at(-2)).toBe('app.quit');
      expect(desktop.windows).toEqual([]);
      expect(namesIn(desktop.data)).toEqual(['window']);
    },
    mutants: [
      ['!app.requestSingleInstanceLock()', 'app.requestSingleInstanceLock()'],
      ['app.quit();\n\t\treturn;', 'app.quit();'],
      ['app.quit();\n\t\treturn;', 'return;'],
    ],
  },
  {
    rule: 'E4 registers its scheme before ready, with three privileges and no other',
    check: (desktop) => {
      before(desktop, 'protocol.registerSchemesAsPrivileged', 'ready');
      expect(desktop.lastArgs('protocol.registerSchemesAsPrivileged')).toEqual([
        [
          {
            scheme: 'app',
            privileges: { standard: true, secure: true, supportFetchAPI: true },
          },
        ],
      ]);
      before(desktop, 'ready', 'protocol.handle');
      before(desktop, 'protocol.handle', 'new BrowserWindow');
      expect(desktop.lastArgs('protocol.handle')[0]).toBe('app');
    },
    mutants: [
      ['secure: true,', 'secure: true, bypassCSP: true,'],
      ['standard: true,', ''],
      ['protocol.handle("app"', 'protocol.handle("file"'],
    ],
  },
  {
    rule: 'E5 loads its own start page and nothing else',
    check: (desktop) => {
      expect(theWindow(desktop).loaded).toEqual(['app://trc/']);
    },
    mutants: [
      ['var APP_START = `app://trc/`', 'var APP_START = `https://trc.example/`'],
      ['\twindow.loadURL(APP_START);\n\treturn window;', '\treturn window;'],
    ],
  },
  {
    rule: 'E13 opens a page that died afresh, and one that hangs again',
    check: (desktop) => {
      const window = theWindow(desktop);
      window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
      expect(window.loaded).toEqual(['app://trc/']);
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
      expect(window.loaded).toEqual(['app://trc/', 'app://trc/']);
      expect(window.webContents.sent).toEqual([]);
      window.emit('unresponsive');
      expect(window.webContents.reloads).toBe(1);
    },
    mutants: [
      ['details.reason !== "clean-exit"', 'details.reason === "oom"'],
      ['window.webContents.reload()', 'undefined'],
      ['if (details.reason !== "clean-exit") window', 'window'],
    ],
  },
  {
    rule: 'ends with its last window and closes the records first, however often it is told to',
    check: async (desktop) => {
      desktop.app.emit('window-all-closed');
      expect(desktop.order().at(-1)).toBe('app.quit');
      const prevented: string[] = [];
      const event = { preventDefault: () => void prevented.push('prevented') };
      desktop.app.emit('will-quit', event);
      desktop.app.emit('will-quit', event);
      expect(prevented).toEqual(['prevented', 'prevented']);
      await expect.poll(() => desktop.order().filter((one) => one === 'app.quit').length).toBe(2);
      desktop.app.emit('will-quit', event);
      expect(prevented.length).toBe(2);
      expect(desktop.order()).not.toContain('app.exit');
    },
    mutants: [
      ['app.on("window-all-closed", () => app.quit());', ''],
      ['event.preventDefault();\n\t\tclosing ??=', 'closing ??='],
      ['closing ??= program', 'closing = program'],
      ['isClosed = true;', ''],
    ],
  },
]);
