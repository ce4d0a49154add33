import { createHash } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { PROCEDURES } from '#db/api.contract';
import type { Caller } from '../host/dispatch.ts';
import { SAFE_HEADERS } from '../host/content-security.ts';
import type { Program } from '../host/program.ts';
import { bodyOf } from './answers.ts';
import { addEvents } from './events.ts';
import { guardCall, guardHost } from './guards.ts';
import { addPages } from './pages.ts';
import { doorError, factsOf, refuse } from './requests.ts';

/** Most that one call may carry: a long note many times over. */
const LARGEST_BODY_BYTES = 1024 * 1024;
/** Most that a call with a file may carry: ten million letters, some of which take several bytes each. */
const LARGEST_FILE_BYTES = 32 * 1024 * 1024;

const TOO_MUCH = doorError(
  'door.too-much',
  'This is more than can be sent at once. Split the file, or shorten the text.',
);

export type WebDoor = {
  readonly port: number;
  readonly address: string;
  readonly close: () => Promise<void>;
};

/** Each centre has its own cookie, so that practice and real stand open side by side in one browser. */
export function cookieNameOf(databaseFolder: string, mode: 'real' | 'practice'): string {
  const mark = createHash('sha256').update(`${mode}:${databaseFolder}`).digest('hex').slice(0, 10);
  return `trc_desk_${mode}_${mark}`;
}

/**
 * Opens the browser door on this computer only. `port` 0 takes any free one.
 * Throws `host.port-taken` when the port is in use.
 */
export async function openWebDoor(
  program: Program,
  options: { readonly port: number; readonly pagesFolder: string },
): Promise<WebDoor> {
  const server = Fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    forceCloseConnections: true,
    keepAliveTimeout: 30_000,
    requestTimeout: 20_000,
    logger: false,
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
  });
  const port = (): number => portOf(server);
  const cookieName = cookieNameOf(program.folder(), program.mode);
  await server.register(fastifyCookie);

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SAFE_HEADERS);
    const verdict = guardHost(factsOf(request), port());
    if (!verdict.ok) return refuse(reply, verdict, program);
    return undefined;
  });
  server.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) => {
    const status =
      error.statusCode !== undefined && error.statusCode < 500 ? error.statusCode : 500;
    program.log.warn('door.refused', { code: String(status) });
    if (status === 413) return reply.code(status).send(TOO_MUCH);
    return reply.code(status).send(doorError('door.unreadable', 'The request could not be read.'));
  });

  const answer = async (name: string, request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    const verdict = guardCall(factsOf(request), port());
    if (!verdict.ok) return refuse(reply, verdict, program);
    const caller = callerOf(program, request, reply, cookieName);
    const result = await program.dispatch(caller, name, request.body);
    return reply.type('application/json; charset=utf-8').send(bodyOf(result));
  };
  server.all('/api/:name', (request, reply) =>
    answer((request.params as { readonly name: string }).name, request, reply),
  );
  const withFiles = [...PROCEDURES].filter(([, one]) => one.takesFile === true);
  for (const [name] of withFiles) {
    // Who is nobody here is held to the small measure, so that no stranger fills the memory.
    const bodyLimit = (request: FastifyRequest): number =>
      program.sessions.find(request.cookies[cookieName]) === undefined
        ? LARGEST_BODY_BYTES
        : LARGEST_FILE_BYTES;
    server.all(
      `/api/${name}`,
      {
        bodyLimit: LARGEST_FILE_BYTES,
        preParsing: async (request, reply) => {
          if (Number(request.headers['content-length'] ?? Infinity) <= bodyLimit(request)) return;
          await reply.code(413).send(TOO_MUCH);
        },
      },
      (request, reply) => answer(name, request, reply),
    );
  }
  addEvents(server, program, { port, cookieName });
  await addPages(server, { folder: options.pagesFolder });

  await listen(server, options.port);
  return {
    port: port(),
    address: `http://127.0.0.1:${port()}/`,
    close: () => server.close(),
  };
}

async function listen(server: FastifyInstance, port: number): Promise<void> {
  try {
    await server.listen({ host: '127.0.0.1', port });
  } catch (cause) {
    await server.close();
    throw cause;
  }
}

const portOf = (server: FastifyInstance): number => {
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

function callerOf(
  program: Program,
  request: FastifyRequest,
  reply: FastifyReply,
  cookieName: string,
): Caller {
  const session = program.sessions.find(request.cookies[cookieName]);
  if (session !== undefined) program.lockIdle(session);
  return {
    host: 'web',
    session,
    openSession: ({ token }) =>
      void reply.setCookie(cookieName, token, { httpOnly: true, sameSite: 'strict', path: '/' }),
    closeSession: () => {
      reply.header('clear-site-data', '"cache", "storage"');
      void reply.clearCookie(cookieName, { httpOnly: true, sameSite: 'strict', path: '/' });
    },
  };
}
