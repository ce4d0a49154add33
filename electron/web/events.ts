import type { FastifyInstance } from 'fastify';
import type { Program } from '../host/program.ts';
import { guardSameSite } from './guards.ts';
import { factsOf, refuse } from './requests.ts';

/** A line that keeps the connection open; browsers ignore it. */
const KEEP_ALIVE_MS = 20_000;

/**
 * Tells open pages that something changed: `data: {"changed":["bookings"]}`. No content, only the modules' names.
 * How far a long act is goes to the pages of its own session only.
 */
export function addEvents(
  server: FastifyInstance,
  program: Program,
  door: { readonly port: () => number; readonly cookieName: string },
): void {
  const open = new Set<() => void>();
  server.get('/events', (request, reply) => {
    const verdict = guardSameSite(factsOf(request), door.port());
    if (!verdict.ok) return refuse(reply, verdict, program);
    const session = program.sessions.find(request.cookies[door.cookieName]);
    if (session === undefined)
      return refuse(
        reply,
        { ok: false, status: 403, code: 'door.no-session', message: 'Sign in first.' },
        program,
      );

    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    raw.write(': open\n\n');
    const stop = program.changes.listen((change, isFor) => {
      if (isFor(session)) raw.write(`data: ${JSON.stringify(change)}\n\n`);
    });
    const beat = setInterval(() => raw.write(': still here\n\n'), KEEP_ALIVE_MS);
    const end = (): void => {
      clearInterval(beat);
      stop();
      open.delete(end);
      raw.end();
    };
    open.add(end);
    raw.on('close', end);
    return reply;
  });
  server.addHook('preClose', async () => {
    for (const end of open) end();
  });
}
