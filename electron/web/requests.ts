import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Program } from '../host/program.ts';
import type { GuardVerdict, RequestFacts } from './guards.ts';

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** Two Host lines arrive joined by a comma or as a list; neither equals a name we allow. */
export const factsOf = (request: FastifyRequest): RequestFacts => ({
  method: request.method,
  host:
    request.raw.rawHeaders.filter((line, i) => i % 2 === 0 && line.toLowerCase() === 'host')
      .length === 1
      ? headerOf(request, 'host')
      : undefined,
  origin: headerOf(request, 'origin'),
  fetchSite: headerOf(request, 'sec-fetch-site'),
  contentType: headerOf(request, 'content-type'),
  deskHeader: headerOf(request, 'x-trc-desk'),
});

export const doorError = (code: string, message: string) => ({
  ok: false,
  error: { code, message, details: {} },
});

export function refuse(
  reply: FastifyReply,
  verdict: Exclude<GuardVerdict, { ok: true }>,
  program: Program,
): FastifyReply {
  program.log.warn('door.refused', { code: verdict.code });
  return reply.code(verdict.status).send(doorError(verdict.code, verdict.message));
}
