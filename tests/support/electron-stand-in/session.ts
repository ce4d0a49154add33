import { EventEmitter } from 'node:events';

type Verdict = { readonly cancel?: boolean };
type BeforeRequest = (
  details: { readonly url: string; readonly resourceType: string },
  answer: (verdict: Verdict) => void,
) => void;
type SchemeHandler = (request: Request) => Response | Promise<Response>;

let beforeRequest: BeforeRequest | undefined;
const schemes = new Map<string, SchemeHandler>();

/** The rules that a program set and that only Chromium's own parts could apply; a test may look at them. */
export const recordedRules = new Map<string, unknown>();
const record =
  (rule: string) =>
  (value: unknown): void =>
    void recordedRules.set(rule, value);

class Session extends EventEmitter {
  readonly setPermissionRequestHandler = record('permission request');
  readonly setPermissionCheckHandler = record('permission check');
  readonly setDevicePermissionHandler = record('device permission');
  readonly setDisplayMediaRequestHandler = record('display media');
  readonly webRequest = {
    onBeforeRequest(handler: BeforeRequest): void {
      beforeRequest = handler;
    },
  };
}

export const session = { defaultSession: new Session() };

export const protocol = {
  registerSchemesAsPrivileged: record('privileged schemes'),
  handle: (scheme: string, handler: SchemeHandler): void => void schemes.set(scheme, handler),
};

/** Whether the program lets a request out. */
export function isLetOut(url: string, resourceType: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  if (beforeRequest === undefined) resolve(true);
  else beforeRequest({ url, resourceType }, (verdict) => resolve(verdict.cancel !== true));
  return promise;
}

/** What answers addresses of a scheme, if the program does. */
export const schemeHandler = (url: string): SchemeHandler | undefined =>
  schemes.get(/^([a-z]+):/.exec(url)?.[1] ?? '');
