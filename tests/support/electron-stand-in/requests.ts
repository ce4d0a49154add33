import type { Params } from './devtools.ts';
import { fromShown } from './addresses.ts';
import { isLetOut, schemeHandler } from './session.ts';

export type PausedRequest = {
  readonly requestId: string;
  readonly resourceType: string;
  readonly frameId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
  };
};

/** What to tell Chromium about a request that it holds back. */
export type RequestVerdict = { readonly method: string; readonly params: Params };

const refuse = (requestId: string): RequestVerdict => ({
  method: 'Fetch.failRequest',
  params: { requestId, errorReason: 'BlockedByClient' },
});

/** Asks the program whether a request may go, and answers those for its own scheme from the program. */
export async function judgeRequest(paused: PausedRequest): Promise<RequestVerdict> {
  const { requestId, request } = paused;
  const url = fromShown(request.url);
  if (!(await isLetOut(url, paused.resourceType))) return refuse(requestId);
  const handler = schemeHandler(url);
  if (handler === undefined) return { method: 'Fetch.continueRequest', params: { requestId } };

  const { method, headers } = request;
  const response = await handler(new Request(url, { method, headers }));
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
  const params = { requestId, responseCode: response.status, responseHeaders, body };
  return { method: 'Fetch.fulfillRequest', params };
}
