import { newPacking, type Packing } from './packing.ts';

/** The name of the world in which the preload script runs, beside the page's own. */
export const PRELOAD_WORLD = 'preload';
/** What the page's side calls to reach the program; it exists in the preload world alone. */
export const TO_PROGRAM = '__standInToProgram';
/** What the program calls in the preload world. */
export const FROM_PROGRAM = '__standInFromProgram';

/** A message of the preload world to the program. */
export type PageMessage = { readonly id: number; readonly channel: string; readonly args: string };

/** A message of the program to the preload world: the answer to a call, or news on a channel. */
export type ProgramMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly ok: boolean; readonly text: string }
  | { readonly kind: 'news'; readonly channel: string; readonly args: string };

type AnyFunction = (...args: unknown[]) => unknown;
type Crossing = { readonly call: (name: number, args: readonly unknown[]) => unknown } & {
  readonly nameOf: (one: AnyFunction) => number;
};

/**
 * One side of the wall between the page and its preload script. Values cross as text in synchronous events of the
 * document, functions and promises by name, so neither side ever holds an object of the other.
 */
function newSide(me: string, other: string, packing: Packing): Crossing {
  type Reply = { ok: boolean; value?: string; words?: string; promise?: number };
  const own: AnyFunction[] = [];
  const settling = new Map<number, { resolve: AnyFunction; reject: AnyFunction }>();
  let turn = 0;

  const nameOf = (one: AnyFunction): number => own.push(one) - 1;
  const write = (value: unknown): string => packing.pack(value, nameOf as never);
  const read = (text: string): unknown =>
    packing.unpack(
      text,
      (name) =>
        (...args: unknown[]) =>
          call(name, args),
    );
  const tell = (what: string, content: unknown): void =>
    void document.dispatchEvent(new CustomEvent(what, { detail: JSON.stringify(content) }));
  const hear = (what: string, once: boolean, listener: (content: never) => void): void =>
    document.addEventListener(
      what,
      (event) => listener(JSON.parse((event as CustomEvent<string>).detail) as never),
      { once },
    );
  const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : 'Error');

  function call(name: number, args: readonly unknown[]): unknown {
    turn += 1;
    const back = `stand-in:${me}:${turn}`;
    let reply: Reply | undefined;
    hear(back, true, (content: Reply) => {
      reply = content;
    });
    tell(`stand-in:call:${other}`, { name, back, args: write(args) });
    if (reply === undefined) throw new Error('The other side of the wall is gone.');
    if (!reply.ok) throw new Error(reply.words);
    const { promise } = reply;
    return promise === undefined
      ? read(reply.value ?? 'null')
      : new Promise((resolve, reject) => {
          settling.set(promise, { resolve, reject });
        });
  }

  function answer(one: AnyFunction | undefined, args: readonly unknown[], name: number): Reply {
    try {
      const value = one?.(...args);
      if (!(value instanceof Promise)) return { ok: true, value: write(value) };
      const promise = nameOf(() => undefined);
      value.then(
        (result: unknown) => tell(`stand-in:settled:${other}`, { promise, value: write(result) }),
        (error: unknown) =>
          tell(`stand-in:settled:${other}`, { promise, words: wordsOf(error), name }),
      );
      return { ok: true, promise };
    } catch (error) {
      return { ok: false, words: wordsOf(error) };
    }
  }

  hear(`stand-in:call:${me}`, false, (from: { name: number; back: string; args: string }) =>
    tell(from.back, answer(own[from.name], read(from.args) as unknown[], from.name)),
  );
  hear(
    `stand-in:settled:${me}`,
    false,
    (from: { promise: number; value?: string; words?: string }) => {
      const waiting = settling.get(from.promise);
      settling.delete(from.promise);
      if (from.value === undefined) waiting?.reject(new Error(from.words));
      else waiting?.resolve(read(from.value));
    },
  );
  return { call, nameOf };
}

/** Runs first in the page's own world: its function 0 puts what the preload script exposes on the window. */
function startPage(side: Crossing): void {
  const freezeDeep = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    for (const one of Object.values(value)) freezeDeep(one);
    return Object.freeze(value);
  };
  side.nameOf((key, api) => {
    Object.defineProperty(window, key as string, { value: freezeDeep(api), enumerable: true });
  });
}

/** What a sandboxed preload script gets as `electron`. */
function newPreloadElectron(
  side: Crossing,
  packing: Packing,
  names: { readonly toProgram: string; readonly fromProgram: string },
): Record<string, unknown> {
  type Calls = Record<string, (text: unknown) => void>;
  const world = globalThis as unknown as Calls;
  const send = (message: PageMessage): void => world[names.toProgram]?.(JSON.stringify(message));
  const calls = new Map<number, { resolve: AnyFunction; reject: AnyFunction }>();
  const listeners = new Map<string, AnyFunction[]>();
  let lastId = 0;

  world[names.fromProgram] = (said) => {
    const message = said as ProgramMessage;
    if (message.kind === 'news') {
      const args = packing.unpack(message.args) as unknown[];
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...args);
      return;
    }
    const waiting = calls.get(message.id);
    calls.delete(message.id);
    if (message.ok) waiting?.resolve(packing.unpack(message.text));
    else waiting?.reject(new Error(message.text));
  };

  return {
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) => side.call(0, [key, api]),
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) =>
        new Promise((resolve, reject) => {
          lastId += 1;
          calls.set(lastId, { resolve, reject });
          send({ id: lastId, channel, args: packing.pack(structuredClone(args)) });
        }),
      on: (channel: string, listener: AnyFunction) =>
        void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      off: (channel: string, listener: AnyFunction) =>
        void listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((one) => one !== listener),
        ),
    },
  };
}

const PACKING = `(${newPacking.toString()})()`;

/** The text that runs first in the page's own world of every document. */
export const PAGE_SCRIPT = `(() => {
  if (window !== window.top) return;
  (${startPage.toString()})((${newSide.toString()})('page', 'preload', ${PACKING}));
})();`;

/** The text that runs in the preload world of every document: what a preload script expects, and then itself. */
export function preloadScript(source: string): string {
  const names = JSON.stringify({ toProgram: TO_PROGRAM, fromProgram: FROM_PROGRAM });
  return `(() => {
  if (window !== window.top) return;
  const packing = ${PACKING};
  const side = (${newSide.toString()})('preload', 'page', packing);
  const electron = (${newPreloadElectron.toString()})(side, packing, ${names});
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('module not found: ' + name);
  };
  const module = { exports: {} };
  (function (require, module, exports) {
${source}
  })(require, module, module.exports);
})();`;
}
