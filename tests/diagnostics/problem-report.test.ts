import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

/** Each stands for something personal; none may be in a report. */
const CANARIES = [
  'Zebedee Quartermain',
  '07700 900777',
  'uses a blue wheelchair',
  'the key is under the third pot',
  'Sycamore Canary TRA',
];

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
  const desk = core.as('desk');
  await desk.call('people.add', {
    name: CANARIES[0] ?? '',
    kind: 'tenant',
    phone: CANARIES[1] ?? '',
  });
  await desk.call('groups.add', { name: CANARIES[4] ?? '', kind: 'tra', phone: '' });
  // Refusals and unreadable input leave log lines, which are part of the report.
  await desk.ask('people.add', { name: CANARIES[2], kind: 'no-such-kind', phone: '' });
  await desk.ask('bookings.get', { id: CANARIES[3] });
  await desk.ask(`bookings.${CANARIES[0] ?? ''}`, {});
});
afterAll(() => core.close());

describe('A problem report', () => {
  it('holds versions, sizes and the log, and nothing that anybody typed', async () => {
    const report = await core.as('desk').call('diagnostics.make', {});
    for (const canary of CANARIES) {
      expect(report.text).not.toContain(canary);
      expect(report.text).not.toContain(encodeURIComponent(canary));
      expect(report.text).not.toContain(Buffer.from(canary).toString('base64'));
    }
    expect(report.text).toContain('"person":');
    expect(report.text).toContain('booking.not-found');
    expect(report.fileName).toBe('trc-desk-problem-report-2027-01-04T0900.txt');
  });

  it('says in its first lines that it is looked through and handed over by hand', async () => {
    const report = await core.as('auditor').call('diagnostics.make', {});
    expect(report.text.split('\n').slice(0, 3).join(' ')).toContain('sends nothing by itself');
  });
});
