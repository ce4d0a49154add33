/** One message's contents, either way. */
export type Params = Readonly<Record<string, unknown>>;

export type DevToolsEvent = {
  readonly method: string;
  readonly params: Params;
  readonly sessionId: string | undefined;
};

export type DevTools = {
  /** Sends a command and answers its result; fails with the browser's own words. */
  readonly send: (method: string, params?: Params, sessionId?: string) => Promise<Params>;
  readonly listen: (listener: (event: DevToolsEvent) => void) => void;
  readonly close: () => void;
};

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
};

/** Speaks Chromium's DevTools protocol over Node's own WebSocket, with a session for each page on one line. */
export async function connectDevTools(address: string): Promise<DevTools> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, PromiseWithResolvers<Params>>();
  const listeners = new Set<(event: DevToolsEvent) => void>();
  let lastId = 0;

  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id === undefined) {
      const { method = '', params = {}, sessionId } = message;
      for (const listener of listeners) listener({ method, params, sessionId });
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) caller?.resolve(message.result ?? {});
    else caller?.reject(new Error(message.error.message));
  });
  socket.addEventListener('close', () => {
    for (const caller of waiting.values()) caller.reject(new Error('The browser is gone.'));
    waiting.clear();
  });

  const opened = Promise.withResolvers<void>();
  socket.addEventListener('open', () => opened.resolve());
  socket.addEventListener('error', () => opened.reject(new Error('The browser does not answer.')));
  await opened.promise;

  return {
    send(method, params = {}, sessionId) {
      if (socket.readyState !== WebSocket.OPEN)
        return Promise.reject(new Error('The browser is gone.'));
      lastId += 1;
      const caller = Promise.withResolvers<Params>();
      waiting.set(lastId, caller);
      socket.send(JSON.stringify({ id: lastId, method, params, sessionId }));
      return caller.promise;
    },
    listen: (listener) => void listeners.add(listener),
    close: () => socket.close(),
  };
}
