import { AsyncLocalStorage } from 'node:async_hooks';
import { request } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActId } from '#db/shared/long-act';
import { openWebDoor, type WebDoor } from '../../electron/web/server.ts';
import { longDiary } from '../support/builders/diary.ts';
import { openTestCore, passphraseOf, type TestCore } from '../support/open-test-core.ts';
import type { Desk } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const act = ActId.parse('6f1c2a3e-0000-4000-8000-000000000001');
const other = ActId.parse('6f1c2a3e-0000-4000-8000-000000000002');
const file = {
  kind: 'diary-csv',
  fileName: 'diary.csv',
  text: longDiary(450),
  columns: {},
} as const;
const check = (desk: Desk) => desk.ask('imports.checkFile', { ...file, act });
const codeOf = (result: Awaited<ReturnType<typeof check>>) =>
  result.ok ? 'ok' : result.error.code;

/**
 * Does something once, as soon as the act has told anything, as another call from outside; answers what came of it
 * after the act has ended.
 */
function onceUnderWay<T>(work: () => Promise<T>): () => Promise<T | undefined> {
  let came: Promise<T> | undefined;
  const fromOutside = AsyncLocalStorage.snapshot();
  core.program.changes.listen((change) => {
    if ('act' in change) came ??= fromOutside(work);
  });
  return async () => came;
}

describe('A long act', () => {
  it('is told to the session that started it, and to nobody else', async () => {
    const manager = core.as('manager');
    const sameAccount = core.as('manager');
    const told: (readonly boolean[])[] = [];
    core.program.changes.listen((change, isFor) => {
      if ('act' in change)
        told.push([manager, sameAccount, core.nobody()].map(({ session }) => isFor(session)));
    });
    await check(manager);
    expect(told).toEqual([[true, false, false]]);
  });

  it('is told about ten times a second, however often it reports', async () => {
    const heard: number[] = [];
    core.program.changes.listen((change) => {
      if (!('act' in change)) return;
      heard.push(change.act.done);
      core.clock.advance(99);
    });
    const manager = core.as('manager');
    await check(manager);
    expect(heard).toEqual([0]);
    const stopListening = core.program.changes.listen(() => core.clock.advance(1));
    await check(manager);
    stopListening();
    expect(heard).toEqual([0, 0, 100, 200, 300, 400]);
  });

  it('is stopped by its own session while its unit of work runs', async () => {
    const manager = core.as('manager');
    const stopped = onceUnderWay(() => manager.ask('session.stopAct', { act }));
    expect(codeOf(await check(manager))).toBe('act.cancelled');
    expect(await stopped()).toEqual({ ok: true, value: {} });
  });

  it.each([
    ['another account', () => core.as('desk')],
    ['another session of the same account', () => core.as('manager')],
  ])('is unknown to %s, and goes on', async (_, someone) => {
    const tried = onceUnderWay(() => someone().ask('session.stopAct', { act }));
    expect(codeOf(await check(core.as('manager')))).toBe('ok');
    expect(await tried()).toMatchObject({ ok: false, error: { code: 'act.unknown' } });
  });

  it('is unknown by another name, before it begins and once it has ended', async () => {
    const manager = core.as('manager');
    const stop = (id: ActId) => manager.refusal('session.stopAct', { act: id });
    expect(await stop(act)).toMatchObject({
      code: 'act.unknown',
      message:
        'There is nothing under way to stop: it has ended, or has not begun yet. Look at what it did.',
    });
    const tried = onceUnderWay(() => stop(other));
    expect(codeOf(await check(manager))).toBe('ok');
    expect((await tried())?.code).toBe('act.unknown');
    expect((await stop(act)).code).toBe('act.unknown');
  });

  it('keeps its name to itself while it is under way, but not from other sessions', async () => {
    const manager = core.as('manager');
    const again = onceUnderWay(() =>
      Promise.all(
        [check(manager), check(core.as('manager'))].map(async (one) => codeOf(await one)),
      ),
    );
    expect(codeOf(await check(manager))).toBe('ok');
    expect(await again()).toEqual(['act.under-way', 'ok']);
  });

  it('goes on behind a locked screen, which can neither stop it nor begin another', async () => {
    const manager = core.as('manager');
    const tried = onceUnderWay(async () => {
      await manager.call('session.lock', {});
      return codeOf(await manager.ask('session.stopAct', { act }));
    });
    expect(codeOf(await check(manager))).toBe('ok');
    expect(await tried()).toBe('session.locked');
  });

  it('ends with the session that started it, because nobody could stop it any more', async () => {
    const manager = core.as('manager');
    const { session } = manager;
    onceUnderWay(() => manager.call('session.signOut', {}));
    expect(codeOf(await check(manager))).toBe('session.none');
    expect(core.program.sessions.all()).not.toContain(session);
  });

  it('ends when the program closes, and the file is left whole', async () => {
    const manager = core.as('manager');
    const { planId } = await manager.call('imports.checkFile', file);
    const closed = onceUnderWay(() => core.stop());
    const result = await manager.ask('imports.startImport', { ...file, planId, act });
    expect(codeOf(result)).toBe('act.cancelled');
    await closed();
    const again = await openTestCore({ home: core.home });
    const auditor = again.as('auditor');
    expect((await again.as('manager').call('groups.list', {})).total).toBe(0);
    expect((await auditor.call('audit.check', {})).isWhole).toBe(true);
    await again.stop();
  });

  it('has a name that no page can make up otherwise than at random', async () => {
    const manager = core.as('manager');
    for (const name of ['', '1', `${act} `, act.toUpperCase(), '__proto__', null]) {
      const asked = await manager.ask('imports.checkFile', { ...file, act: name });
      expect(codeOf(asked), String(name)).toBe('api.invalid-input');
      expect(codeOf(await manager.ask('session.stopAct', { act: name }))).toBe('api.invalid-input');
    }
  });
});

describe('A long act at the browser door', () => {
  let door: WebDoor;
  let pages = '';
  beforeEach(async () => {
    pages = mkdtempSync(join(tmpdir(), 'trc-desk-pages-'));
    writeFileSync(join(pages, 'index.html'), '<title>TRC Desk</title>');
    door = await openWebDoor(core.program, { port: 0, pagesFolder: pages });
  });
  afterEach(async () => {
    await door.close();
    rmSync(pages, { recursive: true, force: true });
  });

  const post = (name: string, input: unknown, cookie = ''): Promise<Response> =>
    fetch(`${door.address}api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-trc-desk': '1', cookie },
      body: JSON.stringify(input),
    });

  async function signIn(): Promise<string> {
    const answer = await post('users.signIn', { name: 'maya', secret: passphraseOf('manager') });
    return String(answer.headers.get('set-cookie')?.split(';')[0]);
  }

  /** An open page's stream of events; `said` resolves once it has said the words, and answers all it said. */
  async function listen(cookie: string) {
    const pieces: string[] = [];
    const waiting: (() => void)[] = [];
    const opened = Promise.withResolvers<void>();
    const stream = request(`${door.address}events`, { headers: { cookie } }, (response) => {
      response.setEncoding('utf8').on('data', (piece: string) => {
        pieces.push(piece);
        opened.resolve();
        for (const look of waiting) look();
      });
    }).end();
    stream.on('error', opened.reject);
    await opened.promise;
    return {
      said: (words: string): Promise<string> =>
        new Promise((resolve) => {
          const look = (): void => {
            if (pieces.join('').includes(words)) resolve(pieces.join(''));
          };
          waiting.push(look);
          look();
        }),
      close: () => stream.destroy(),
    };
  }

  it('is heard and stopped by its own page only', async () => {
    const [mine, foreign] = [await signIn(), await signIn()];
    const [page, others] = [await listen(mine), await listen(foreign)];
    const tried = onceUnderWay(async () => [
      await (await post('session.stopAct', { act }, foreign)).json(),
      await (await post('session.stopAct', { act }, mine)).json(),
    ]);
    // So many rows that two calls over the network come in between.
    const long = { ...file, text: longDiary(6000), act };
    const result = await (await post('imports.checkFile', long, mine)).json();
    expect(result).toMatchObject({ ok: false, error: { code: 'act.cancelled' } });
    expect(await tried()).toMatchObject([
      { ok: false, error: { code: 'act.unknown' } },
      { ok: true },
    ]);

    // What everybody hears comes after it, so whoever heard that has heard all there was.
    core.program.changes.tell({ changed: ['groups'] });
    expect(await page.said('"changed"')).toContain(
      `data: {"act":{"id":"${act}","done":0,"total":6000,"words":"0 of 6,000 rows looked at"}}\n\n`,
    );
    expect(await others.said('"changed"')).not.toContain('act');
    page.close();
    others.close();
  });
});
