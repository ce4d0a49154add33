import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { framesOf, openLog } from '../../electron/host/logger.ts';
import { bookingDetails } from '../support/builders/bookings.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const readLogs = (): string => {
  const folder = join(core.home, 'logs');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
};

/** What each canary is dressed up as, so that no filter by shape can pass for one by field. */
const DRESSES: readonly ((n: number) => string)[] = [
  (n) => `Canary${n} Okafor`,
  (n) => `07700 9${String(n).padStart(5, '0')}`,
  (n) => `SO14 ${n}ZZ`,
  (n) => `20-00-00 ${31926819 + n}`,
  (n) => `canary${n}@mail.example`,
  (n) => `/home/canary${n}/private`,
];

const formsOf = (canary: string): readonly string[] => [
  canary,
  encodeURIComponent(canary),
  Buffer.from(canary).toString('base64').replaceAll('=', ''),
];

describe('The log', () => {
  it('holds none of three hundred canaries, through success, refusals, bad input and defects', async () => {
    const canaries = Array.from({ length: 300 }, (_, n) => DRESSES[n % DRESSES.length]?.(n) ?? '');
    let next = 0;
    const canary = (): string => {
      next += 1;
      return canaries[next - 1] ?? 'none is left';
    };
    const desk = core.as('desk');
    const details = await bookingDetails(core);
    // The file refuses whatever is called doomed, and quotes it, as a fault of the engine might.
    core.raw().exec(`CREATE TRIGGER doomed BEFORE INSERT ON tenant_group WHEN NEW.kind = 'other'
      BEGIN SELECT RAISE(ABORT, 'cannot keep this'); END`);
    const codes = new Set<string>();
    const ask = async (name: string, input: unknown): Promise<void> => {
      const answer = await desk.ask(name, input);
      codes.add(answer.ok ? 'done' : answer.error.code);
    };
    for (let round = 0; round < 15; round += 1) {
      await ask('people.add', { name: canary(), kind: 'tenant', phone: canary() });
      await ask('groups.add', { name: canary(), kind: 'tra', phone: canary() });
      const date = `2027-02-${String(round + 8).padStart(2, '0')}`;
      await ask('bookings.create', { ...details, date, needs: canary(), notes: canary() });
      await ask('bookings.create', { ...details, date, needs: canary(), notes: canary() });
      await ask('search.everything', { text: canary() });
      await ask('people.get', { id: canary() });
      await ask('people.add', { name: canary(), kind: canary(), phone: '', [canary()]: canary() });
      await ask('groups.add', { name: canary(), kind: 'other', phone: canary() });
      await ask(canary(), {});
      await core.nobody().ask('users.signIn', { name: canary(), secret: canary() });
    }
    await core.as('manager').ask('settings.setParameter', {
      name: canary(),
      value: canary(),
      from: canary(),
    });
    while (next < 300) await ask('users.setOwnPassphrase', { current: canary(), next: canary() });

    const logs = readLogs();
    expect(logs.length).toBeGreaterThan(5000);
    for (const one of canaries)
      for (const form of formsOf(one)) expect(logs.includes(form), form).toBe(false);
    for (const code of [
      'done',
      'booking.clash',
      'person.not-found',
      'api.invalid-input',
      'api.defect',
    ])
      expect([...codes]).toContain(code);
    expect(logs).toContain('"call.defect"');
  });

  it('gives a defect a reference that the person can read out, and the place in the code', async () => {
    core.raw().exec('DROP TABLE search_text');
    const refusal = await core
      .as('desk')
      .refusal('groups.add', { name: 'Ashdown', kind: 'tra', phone: '' });
    const reference = String(refusal.details['reference']);
    expect(reference).toMatch(/^[2-9B-DF-HJ-NP-TV-Z]{3}-[2-9B-DF-HJ-NP-TV-Z]{3}$/);
    expect(refusal.message).toBe(
      `Something went wrong in the program and nothing was saved. What you typed is still here. Try again; if it happens once more, report the reference ${reference}.`,
    );
    const line = readLogs()
      .split('\n')
      .find((one) => one.includes(reference));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      msg: 'call.defect',
      procedure: 'groups.add',
      reference,
      frames: expect.arrayContaining([expect.stringContaining('db/search/search.repository.ts')]),
    });
    expect((await core.as('desk').call('groups.list', {})).total).toBe(0);
  });

  it('cannot be forged by a line break in what was sent', async () => {
    const before = readLogs().split('\n').length;
    await core.as('desk').ask('groups.get\n{"level":50,"msg":"forged"}', {});
    const lines = readLogs().split('\n');
    expect(lines.length).toBe(before + 1);
    expect(lines.join('')).not.toContain('forged');
    for (const line of lines.filter((one) => one.startsWith('{'))) JSON.parse(line);
  });

  it('leaves out whatever is not on its list, and every sign that could end a line', () => {
    const folder = join(core.home, 'other-logs');
    const log = openLog(folder, 'practice');
    const facts = { code: 'a\nb"}', name: 'Canary Okafor', input: { phone: '07700' } };
    log.warn('call.refused', facts);
    log.error('call.defect', { frames: ['at one\n', 'at “two”'] });
    log.close();
    const lines = readFileSync(join(folder, 'practice.log'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 40, time: expect.any(String), code: 'ab', msg: 'call.refused' },
      { level: 50, time: expect.any(String), frames: ['at one', 'at two'], msg: 'call.defect' },
    ]);
  });

  it('keeps of a defect where it arose and not what it said', () => {
    const error = new Error('Canary Okafor\n    at Canary (Okafor)');
    expect(framesOf(error).join('\n')).not.toContain('Okafor');
    expect(framesOf('Canary')).toEqual([]);
  });
});
