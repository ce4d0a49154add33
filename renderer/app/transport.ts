import type { WireResult } from '#db/shared/domain-error';
import type { ActProgress } from '#db/shared/long-act';

/**
 * What the program tells an open screen: modules whose records changed, what became of the session, or how far a long
 * act is that a screen of this session has started.
 */
export type ChangeNotice = {
  readonly changed?: readonly string[];
  readonly session?: string;
  readonly act?: ActProgress;
};

/** What the desktop window offers a screen; a browser has none and uses the web door instead. */
type DesktopBridge = {
  readonly call: (name: string, input: unknown) => Promise<WireResult>;
  readonly onChanged: (listener: (notice: ChangeNotice) => void) => () => void;
};

/** The code of the answer that `send` makes up when the program does not answer. */
export const CONNECTION_LOST_CODE = 'connection.lost';

// It says neither "saved" nor "not saved": the answer may have been lost after the work was done.
const CONNECTION_LOST: WireResult = {
  ok: false,
  error: {
    code: CONNECTION_LOST_CODE,
    message:
      'The program did not answer. What you typed is still here. Wait a moment and look whether it was saved before you try again.',
    details: {},
  },
};

const connectionListeners = new Set<(isConnected: boolean) => void>();
let lastKnownConnected = true;

function tellConnection(isConnected: boolean): void {
  if (isConnected === lastKnownConnected) return;
  lastKnownConnected = isConnected;
  for (const listener of connectionListeners) listener(isConnected);
}

function desktop(): DesktopBridge | undefined {
  return (window as Window & { readonly trc?: DesktopBridge }).trc;
}

/** Asks the program for one thing by its full name, such as `bookings.create`. Never throws: trouble on the way is an answer too. */
export async function send(name: string, input: unknown): Promise<WireResult> {
  const bridge = desktop();
  try {
    const result = bridge ? await bridge.call(name, input) : await post(name, input);
    tellConnection(true);
    return result;
  } catch {
    // Whatever the browser calls it, the person can do one thing: wait and look.
    tellConnection(false);
    return CONNECTION_LOST;
  }
}

async function post(name: string, input: unknown): Promise<WireResult> {
  const response = await fetch(`/api/${name}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'X-TRC-Desk': '1' },
    body: JSON.stringify(input),
  });
  // The door's own refusals (too large, wrong origin) come as an envelope as well.
  return (await response.json()) as WireResult;
}

const noticeListeners = new Set<(notice: ChangeNotice) => void>();
let stopNotices: (() => void) | undefined;

/**
 * Calls the listener with whatever the program tells, until the returned function is called. All listeners of a page
 * share one connection: a browser allows six to a place, tabs together, and a page needs some for its calls.
 */
export function onChanged(listener: (notice: ChangeNotice) => void): () => void {
  // Wrapped, so that one function may listen twice and stop once.
  const own = (notice: ChangeNotice): void => listener(notice);
  noticeListeners.add(own);
  stopNotices ??= openNotices((notice) => {
    for (const one of noticeListeners) one(notice);
  });
  return () => {
    noticeListeners.delete(own);
    if (noticeListeners.size > 0) return;
    stopNotices?.();
    stopNotices = undefined;
  };
}

function openNotices(tell: (notice: ChangeNotice) => void): () => void {
  const bridge = desktop();
  if (bridge) return bridge.onChanged(tell);

  const events = new EventSource('/events');
  events.onmessage = (event: MessageEvent<string>) => tell(JSON.parse(event.data) as ChangeNotice);
  events.onopen = () => tellConnection(true);
  events.onerror = () => tellConnection(events.readyState === EventSource.OPEN);
  return () => events.close();
}

/** Calls the listener when the program stops or starts answering. */
export function onConnection(listener: (isConnected: boolean) => void): () => void {
  connectionListeners.add(listener);
  listener(lastKnownConnected);
  return () => connectionListeners.delete(listener);
}
