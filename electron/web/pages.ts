import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { contentSecurityPolicy } from '../host/content-security.ts';

/** Where the page says which nonce its styles carry; replaced in every answer. */
const NONCE_MARK = '__CSP_NONCE__';

/** Serves the built screens: files under /assets as they are, everything else the one page. */
export async function addPages(
  server: FastifyInstance,
  options: { readonly folder: string },
): Promise<void> {
  const page = readFileSync(join(options.folder, 'index.html'), 'utf8');

  function sendPage(reply: FastifyReply): FastifyReply {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_MARK, nonce));
  }

  await server.register(fastifyStatic, {
    root: join(options.folder, 'assets'),
    prefix: '/assets/',
    index: false,
    dotfiles: 'deny',
    // Built files carry their hash in the name, so they never change.
    immutable: true,
    maxAge: '365d',
    setHeaders: (response) => {
      response.header('content-security-policy', contentSecurityPolicy('none'));
    },
  });

  server.setNotFoundHandler((request, reply) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && isScreenPath(request.url);
    if (isPage) return sendPage(reply);
    return reply.code(404).send({
      ok: false,
      error: { code: 'door.not-found', message: 'There is nothing here.', details: {} },
    });
  });
}

/** Addresses that belong to screens: no file endings, nothing that climbs. Unknown files are not answered with the page. */
export function isScreenPath(url: string): boolean {
  const path = url.split('?')[0] ?? '';
  return (
    !path.startsWith('/api/') &&
    !path.startsWith('/assets/') &&
    !path.startsWith('/events') &&
    /^\/[A-Za-z0-9/_-]*$/.test(path)
  );
}
