import type { Page } from '@playwright/test';
import type { ApiContract } from '#db/api.contract';
import type { InputOf, OutputOf, Procedure } from '#db/shared/contract';
import type { WireResult } from '#db/shared/domain-error';
import type { Role } from '#db/shared/roles';
import { practiceAccount } from './desk.ts';
import { openAnotherWindow } from './desktop-program.ts';

type NamesOf<M extends keyof ApiContract> = `${M}.${keyof ApiContract[M] & string}`;
type ProcedureName = { [M in keyof ApiContract]: NamesOf<M> }[keyof ApiContract];
type Declared<N extends ProcedureName> = N extends `${infer M extends keyof ApiContract}.${infer V}`
  ? V extends keyof ApiContract[M]
    ? ApiContract[M][V] extends Procedure
      ? ApiContract[M][V]
      : never
    : never
  : never;

/** Another screen without a page, at either door. */
export type DoorClient = {
  readonly ask: (name: ProcedureName, input: unknown) => Promise<WireResult>;
  /** The value; fails the test when the call is refused. */
  readonly call: <N extends ProcedureName>(
    name: N,
    input: InputOf<Declared<N>>,
  ) => Promise<OutputOf<Declared<N>>>;
};

/** Another program at the browser door, with the cookie of its session. */
export function newDoorClient(address: string): DoorClient {
  let cookie = '';
  return clientThatAsks(async (name, input) => {
    const response = await fetch(`${address}api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-trc-desk': '1', cookie },
      body: JSON.stringify(input),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return (await response.json()) as WireResult;
  });
}

type Bridge = { readonly call: (name: string, input: unknown) => Promise<WireResult> };

/** Asks as the page's own script could, by whatever door the page came, with the session of the page. */
export function newPageClient(page: Page): DoorClient {
  return clientThatAsks((name, input) =>
    page.evaluate(
      async ([called, given]) => {
        const bridge = (window as { readonly trc?: Bridge }).trc;
        if (bridge !== undefined) return bridge.call(called, given);
        const response = await fetch(`/api/${called}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-trc-desk': '1' },
          body: JSON.stringify(given),
        });
        return (await response.json()) as WireResult;
      },
      [name, input] as const,
    ),
  );
}

function clientThatAsks(ask: DoorClient['ask']): DoorClient {
  return {
    ask,
    async call(name, input) {
      const result = await ask(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
      return result.value as never;
    },
  };
}

/** A client at which the practice account of a role is signed in. */
export async function clientOf(address: string, role: Role): Promise<DoorClient> {
  const isBrowserDoor = address.startsWith('http://');
  const client = isBrowserDoor ? newDoorClient(address) : newPageClient(await openAnotherWindow());
  const { name, passphrase } = practiceAccount(role);
  await client.call('users.signIn', { name, secret: passphrase });
  return client;
}
