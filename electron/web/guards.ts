/**
 * What a request must show before anything else is looked at. The door listens on this computer only, but every
 * page that a browser on it has open can send requests here, so each of these is checked on its own:
 * the exact Host (against names that were made to lead here), the origin, and a header that a form cannot send.
 */
export type RequestFacts = {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly contentType: string | undefined;
  readonly deskHeader: string | undefined;
};

export type GuardVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly status: 403 | 405 | 415 | 421;
      readonly code: string;
      readonly message: string;
    };

/** The names under which a door on `port` may be called. */
export function allowedHosts(port: number): ReadonlySet<string> {
  return new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);
}

const refuse = (status: 403 | 405 | 415 | 421, code: string, message: string): GuardVerdict => ({
  ok: false,
  status,
  code,
  message,
});

const WRONG_HOST = refuse(
  421,
  'door.wrong-host',
  'This address is not TRC Desk’s. Open the address that TRC Desk printed when it started.',
);
const OTHER_SITE = refuse(
  403,
  'door.other-site',
  'Another web page tried to use TRC Desk, and was refused.',
);

/** Any request at all: the Host must be ours, exactly. */
export function guardHost(facts: Pick<RequestFacts, 'host'>, port: number): GuardVerdict {
  return facts.host !== undefined && allowedHosts(port).has(facts.host) ? { ok: true } : WRONG_HOST;
}

/** A request that belongs to one of our own pages; absent browser headers count as another site where they must be there. */
export function guardSameSite(facts: RequestFacts, port: number): GuardVerdict {
  const isOurs =
    facts.origin === undefined ||
    [...allowedHosts(port)].some((host) => facts.origin === `http://${host}`);
  if (!isOurs) return OTHER_SITE;
  if (facts.fetchSite !== undefined && facts.fetchSite !== 'same-origin') return OTHER_SITE;
  return { ok: true };
}

/** A call of a procedure: POST, JSON, our header, our site. */
export function guardCall(facts: RequestFacts, port: number): GuardVerdict {
  const host = guardHost(facts, port);
  if (!host.ok) return host;
  if (facts.method !== 'POST')
    return refuse(405, 'door.post-only', 'Procedures are called with POST.');
  const site = guardSameSite(facts, port);
  if (!site.ok) return site;
  if (facts.deskHeader !== '1')
    return refuse(403, 'door.no-header', 'The header X-TRC-Desk: 1 is missing.');
  if (facts.contentType?.split(';')[0]?.trim().toLowerCase() !== 'application/json')
    return refuse(415, 'door.json-only', 'Procedures take JSON: content-type application/json.');
  return { ok: true };
}
