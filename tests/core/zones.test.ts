import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

type Told = { readonly offset: number; readonly locale: string; readonly text: string };

const child = fileURLToPath(new URL('zone-child.ts', import.meta.url));

async function runIn(zone: string, language: string): Promise<Told> {
  const environment = {
    ...process.env,
    TZ: zone,
    LANG: language,
    LC_ALL: language,
    NODE_OPTIONS: '',
  };
  const { stdout } = await promisify(execFile)(process.execPath, [child], {
    env: environment,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Told;
}

let london: Told;
beforeAll(async () => {
  london = await runIn('Europe/London', 'en_GB.UTF-8');
});

describe('A day at the desk', () => {
  it('is told in London time, whatever the rest of the world reads off its clock', () => {
    const answers = JSON.parse(london.text) as readonly {
      readonly name: string;
      readonly answer: { readonly ok: boolean; readonly value?: Record<string, unknown> };
    }[];
    const sessions = answers.filter((one) => one.name === 'session.current');
    expect(sessions.map((one) => one.answer.value?.['now'])).toEqual([
      '2027-03-28T02:00',
      '2027-07-01T00:15',
      '2027-12-31T23:59',
    ]);
    expect(answers.filter((one) => one.answer.ok).length).toBeGreaterThan(30);
    expect(london.text).toContain('booking.clash');
    expect(london.text).toContain('booking.in-the-past');
  });

  it.each([
    ['UTC', 'C', 0, 'en-US'],
    ['America/New_York', 'de_DE.UTF-8', 240, 'de-DE'],
    ['Asia/Kolkata', 'en_GB.UTF-8', -330, 'en-GB'],
    ['Pacific/Auckland', 'tr_TR.UTF-8', -720, 'tr-TR'],
  ])(
    'gives the same answers on a computer set to %s and %s',
    async (zone, language, offset, locale) => {
      const told = await runIn(zone, language);
      expect([told.offset, told.locale]).toEqual([offset, locale]);
      expect(told.text).toBe(london.text);
    },
  );
});
