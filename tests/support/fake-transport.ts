import type { WireResult } from '#db/shared/domain-error';
import type { ChangeNotice } from '../../renderer/app/transport.ts';

/** Stands in for renderer/app/transport.ts in tests of screens: answers come from the test instead of a host. */

type Answer = (input: unknown) => WireResult | Promise<WireResult>;

const answers = new Map<string, Answer>();
const listeners = new Set<(notice: ChangeNotice) => void>();

/** Every call since the last `forgetCalls`, in order. */
export const calls: { readonly name: string; readonly input: unknown }[] = [];

export const CONNECTION_LOST_CODE = 'connection.lost';

/** Says what the program answers to one procedure from now on. */
export function answer(name: string, reply: Answer): void {
  answers.set(name, reply);
}

export function callsOf(name: string): readonly unknown[] {
  return calls.filter((call) => call.name === name).map((call) => call.input);
}

export function forgetCalls(): void {
  calls.length = 0;
  answers.clear();
  listeners.clear();
}

/** What the program tells every open screen. */
export function tellScreens(notice: ChangeNotice): void {
  for (const listener of listeners) listener(notice);
}

export const ok = (value: unknown): WireResult => ({ ok: true, value });

export const refuse = (
  code: string,
  message: string,
  more: { field?: string; details?: Record<string, unknown> } = {},
): WireResult => ({
  ok: false,
  error: {
    code,
    message,
    details: more.details ?? {},
    ...(more.field === undefined ? {} : { field: more.field }),
  },
});

export async function send(name: string, input: unknown): Promise<WireResult> {
  calls.push({ name, input });
  const reply = answers.get(name);
  if (reply === undefined) throw new Error(`The test gives no answer to ${name}`);
  return reply(input);
}

export function onChanged(listener: (notice: ChangeNotice) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function onConnection(listener: (isConnected: boolean) => void): () => void {
  listener(true);
  return () => undefined;
}
