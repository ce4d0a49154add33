import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mustExist } from '#db/shared/domain-error';
import { ActId } from '#db/shared/long-act';
import { longDiary } from '../support/builders/diary.ts';
import { type BuiltCopy, copyBuilt, mutated, type Mutant } from './built-desktop.ts';
import { RecordedContents } from './electron-recorder.ts';
import {
  callOf,
  codeOf,
  finishFirstRun,
  type Frame,
  must,
  newScreen,
  PASSPHRASE,
  signInFirstManager,
  TOP,
} from './first-centre.ts';
import { describePromises } from './kept-promise.ts';

const BAD_SENDERS: Readonly<Record<string, Frame | null>> = {
  'a frame that is gone': null,
  'a frame in a frame': { url: 'app://trc/', parent: TOP },
  'a foreign page': { url: 'https://example.org/', parent: null },
  'a page whose address only begins like ours': { url: 'app://trc.example.org/', parent: null },
  'a page without an address': { url: '', parent: null },
};

describePromises('The channels', [
  {
    rule: 'E10 is one channel, which answers the top frame of an own page',
    check: async (desktop) => {
      const registered = desktop.calls.filter((one) => one.what.startsWith('ipcMain.'));
      expect(registered.map((one) => [one.what, one.args[0]])).toEqual([
        ['ipcMain.handle', 'trc:call'],
      ]);
      const ask = newScreen(desktop);
      expect(codeOf(await ask('setup.progress'))).toBe('ok');
      expect(codeOf(await ask('no.such'))).toBe('api.no-such-procedure');
      for (const name of [7, null, undefined, {}, 'x'.repeat(101)])
        expect(codeOf(await ask(name)), typeof name).toBe('door.unreadable');
    },
    mutants: [
      ['call: "trc:call"', 'call: "trc:everything"'],
      [
        'register(CHANNELS.call, async',
        'ipcMain.on("trc:other", () => {});\n\tregister(CHANNELS.call, async',
      ],
      ['.max(100)', ''],
    ],
  },
  {
    rule: `E10 refuses ${Object.keys(BAD_SENDERS).join(', ')}`,
    check: async (desktop) => {
      for (const [who, senderFrame] of Object.entries(BAD_SENDERS)) {
        const asked = callOf(desktop)(
          { sender: new RecordedContents(), senderFrame },
          'setup.progress',
          {},
        );
        await expect(asked, who).rejects.toThrow('This page may not use TRC Desk.');
      }
    },
    mutants: [
      ['frame === null || ', ''],
      ['frame.parent !== null || ', ''],
      [' || !isOwnAddress(frame.url)', ''],
      ['!isOwnAddress(frame.url)', '!frame.url.startsWith("app://trc")'],
      ['if (frame === null', 'if (false && frame === null'],
    ],
  },
  {
    rule: 'E10 keeps the session of each window apart',
    check: async (desktop) => {
      const [one, other] = [newScreen(desktop), newScreen(desktop)];
      await signInFirstManager(one, desktop.data);
      expect(codeOf(await one('users.list'))).not.toBe('session.none');
      expect(codeOf(await other('users.list'))).toBe('session.none');
    },
    mutants: [['tokens.set(event.sender, token)', 'tokens.set(CHANNELS, token)']],
  },
  {
    rule: 'E10 tells how far a long act is to the window whose session started it, and to no other',
    check: async (desktop) => {
      const { webContents } = mustExist(desktop.windows[0], 'the program opened a window');
      const [ask, other] = [newScreen(desktop, webContents), newScreen(desktop)];
      await signInFirstManager(ask, desktop.data);
      await finishFirstRun(ask);
      await must(other, 'users.signIn', { name: 'rosalind', secret: PASSPHRASE });
      const act = ActId.parse('6f1c2a3e-0000-4000-8000-000000000001');
      const text = longDiary(20);
      const file = { kind: 'diary-csv', fileName: 'diary.csv', text, act };
      const heard = async (from: typeof ask): Promise<readonly unknown[]> => {
        webContents.sent.splice(0);
        await must(from, 'imports.checkFile', file);
        return [...webContents.sent];
      };
      const words = '0 of 20 rows looked at';
      const message = { act: { id: act, done: 0, total: 20, words } };
      expect(await heard(ask)).toEqual([['trc:changed', message]]);
      expect(await heard(other)).toEqual([]);
    },
    mutants: [
      [' && isFor(program.sessions.find(tokens.get(window.webContents)))', ''],
      ['isFor(program.sessions.find(tokens.get(window.webContents)))', 'isFor(void 0)'],
    ],
  },
  {
    rule: 'E13 locks every screen when the computer is locked or sleeps, and tells the pages',
    check: async (desktop) => {
      const ask = newScreen(desktop);
      await signInFirstManager(ask, desktop.data);
      await finishFirstRun(ask);
      const window = mustExist(desktop.windows[0], 'the program opened a window');
      for (const moment of ['lock-screen', 'suspend']) {
        window.webContents.sent.splice(0);
        desktop.powerMonitor.emit(moment);
        expect(window.webContents.sent, moment).toEqual([['trc:changed', { session: 'changed' }]]);
        expect(codeOf(await ask('users.list')), moment).toBe('session.locked');
        await must(ask, 'session.unlock', { secret: PASSPHRASE });
      }
    },
    mutants: [
      ['powerMonitor.on("lock-screen", program.lockAll);', ''],
      ['powerMonitor.on("suspend", program.lockAll);', ''],
      ['window.webContents.send(CHANNELS.changed, change)', ';'],
    ],
  },
  {
    rule: 'E13 leaves the first run open, which has nothing to hide yet and no page to unlock on',
    check: async (desktop) => {
      const ask = newScreen(desktop);
      await signInFirstManager(ask, desktop.data);
      desktop.powerMonitor.emit('lock-screen');
      await finishFirstRun(ask);
      expect(codeOf(await ask('users.list'))).toBe('ok');
    },
    mutants: [],
  },
]);

type Exposed = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** Runs the preload script's text with a bridge and a channel that remember; nothing of Node is in reach. */
function runPreload(text: string) {
  const exposed: { readonly key: string; readonly api: Exposed }[] = [];
  const invoked: (readonly unknown[])[] = [];
  const listeners = new Map<string, ((...args: unknown[]) => void)[]>();
  const ipcRenderer = {
    invoke: (...args: readonly unknown[]) => {
      invoked.push(args);
      return Promise.resolve('answered');
    },
    on: (channel: string, listener: (...args: unknown[]) => void) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off: (channel: string, listener: (...args: unknown[]) => void) => {
      const others = (listeners.get(channel) ?? []).filter((one) => one !== listener);
      listeners.set(channel, others);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, api: Exposed) => void exposed.push({ key, api }),
  };
  const asked: string[] = [];
  runInNewContext(text, {
    require: (name: string) => {
      asked.push(name);
      return { contextBridge, ipcRenderer };
    },
    module: { exports: {} },
    exports: {},
  });
  return { exposed, invoked, listeners, ipcRenderer, asked };
}

/** True when a value, or anything that can be reached from it, is the renderer's end of the channels. */
function leaks(value: unknown, secret: object, depth = 4): boolean {
  if (value === secret) return true;
  if (depth === 0 || value === null || typeof value !== 'object') return false;
  return Object.values(value).some((one) => leaks(one, secret, depth - 1));
}

async function checkPreload(text: string): Promise<void> {
  const { exposed, invoked, listeners, ipcRenderer, asked } = runPreload(text);
  expect(asked).toEqual(['electron']);
  expect(exposed.map((one) => one.key)).toEqual(['trc']);
  const api = mustExist(exposed[0], 'something is exposed').api;
  expect(Object.keys(api).toSorted()).toEqual(['call', 'onChanged']);
  expect(Object.isFrozen(api)).toBe(true);
  expect(Object.values(api).every((one) => typeof one === 'function')).toBe(true);

  expect(await api['call']?.('setup.progress', { a: 1 }, 'more')).toBe('answered');
  expect(invoked).toEqual([['trc:call', 'setup.progress', { a: 1 }]]);

  const heard: (readonly unknown[])[] = [];
  const stop = api['onChanged']?.((...args: unknown[]) => void heard.push(args));
  expect(leaks(stop, ipcRenderer)).toBe(false);
  expect([...listeners.keys()]).toEqual(['trc:changed']);
  const event = { sender: ipcRenderer };
  for (const listener of listeners.get('trc:changed') ?? []) listener(event, { changed: [] });
  expect(heard).toEqual([[{ changed: [] }]]);
  expect(stop).toBeTypeOf('function');
  expect(leaks((stop as () => unknown)(), ipcRenderer)).toBe(false);
  expect(listeners.get('trc:changed')).toEqual([]);
}

describe('The preload script', () => {
  let copy: BuiltCopy;
  beforeAll(() => {
    copy = copyBuilt();
  });
  afterAll(() => copy.remove());

  it('E11 exposes two named functions, frozen, and nothing that leads to the channels', async () => {
    expect.hasAssertions();
    await checkPreload(copy.read('preload/preload.cjs'));
  });

  const mutants: readonly Mutant[] = [
    ['Object.freeze({', '({'],
    ['listener(change)', 'listener(_event, change)'],
    ['onChanged: (listener)', 'ipcRenderer: electron.ipcRenderer,\n\tonChanged: (listener)'],
    ['onChanged: (listener)', 'send: electron.ipcRenderer.invoke,\n\tonChanged: (listener)'],
    ['return () => {', 'return electron.ipcRenderer; () => {'],
    [
      'electron.ipcRenderer.off(CHANNELS.changed, hear);',
      'return electron.ipcRenderer.off(CHANNELS.changed, hear);',
    ],
    ['electron.ipcRenderer.off(CHANNELS.changed, hear);', ''],
    [
      'call: (name, input) => electron.ipcRenderer.invoke(CHANNELS.call, name, input)',
      'call: (...args) => electron.ipcRenderer.invoke(...args)',
    ],
    ['call: "trc:call"', 'call: "trc:everything"'],
    [
      'let electron = require("electron");',
      'let electron = require("electron"); require("node:fs");',
    ],
    ['exposeInMainWorld("trc"', 'exposeInMainWorld("electron"'],
  ];
  it.each(
    mutants.map((mutant) => ({
      mutant,
      change: mutant[1] === '' ? `without ${mutant[0]}` : mutant[1],
    })),
  )('E11 notices $change', async ({ mutant }) => {
    const text = mutated(copy.read('preload/preload.cjs'), mutant);
    await expect(checkPreload(text)).rejects.toMatchObject({ name: 'AssertionError' });
  });
});
