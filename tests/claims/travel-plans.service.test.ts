import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import type { LocalDate } from '#db/shared/local-date';
import { travelPlansOn } from '#db/claims/plans/travel-plans.service';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

const day = (text: string): LocalDate => text as LocalDate;
const WHY = 'Falls in the dark since the operation qzreason';

describe('An agreed way of travelling', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
  });
  afterAll(() => core.close());

  async function aPlan(part: { readonly from?: string; readonly until?: string | null } = {}) {
    const person = await aPerson(core);
    const plan = await core.as('officer').call('claims.agreeTravelPlan', {
      personId: person.id,
      words: 'By taxi after dark',
      why: WHY,
      kinds: ['taxi'],
      from: day('2027-01-04'),
      until: null,
      ...(part as object),
    });
    return { person, plan };
  }

  it('is shown to the desk without its reason', async () => {
    const { person, plan } = await aPlan();
    const shown = await core.as('desk').call('claims.travelPlans', { personId: person.id });
    expect(shown).toEqual([plan]);
    expect(shown[0]?.words).toBe('By taxi after dark');
    expect(JSON.stringify(shown)).not.toContain('qzreason');
  });

  it('keeps its reason sealed in the file, and each look at it stands on record', async () => {
    const { plan } = await aPlan();
    const rows = core.raw().prepare('SELECT * FROM travel_plan').all();
    expect(JSON.stringify(rows)).not.toContain('qzreason');
    const before = core.raw().prepare('SELECT count(*) AS n FROM audit_entry').get();
    const read = await core
      .as('officer')
      .call('claims.showTravelPlanReason', { id: plan.id, why: 'Asked about a fare' });
    expect(read.why).toBe(WHY);
    const last = core
      .raw()
      .prepare('SELECT action FROM audit_entry ORDER BY seq DESC LIMIT 1')
      .get();
    expect(last).toEqual({ action: 'travel-plan.reason-read' });
    expect(core.raw().prepare('SELECT count(*) AS n FROM audit_entry').get()).not.toEqual(before);
    const values = core.raw().prepare('SELECT * FROM audit_personal_value').all();
    expect(JSON.stringify(values)).not.toContain('qzreason');
  });

  it('is read by nobody where its reason was moved to another plan', async () => {
    const { plan } = await aPlan();
    const { plan: other } = await aPlan();
    core
      .raw()
      .prepare(
        'UPDATE travel_plan SET sealed_why = (SELECT sealed_why FROM travel_plan WHERE id = ?) WHERE id = ?',
      )
      .run(plan.id, other.id);
    const refused = await core
      .as('officer')
      .refusal('claims.showTravelPlanReason', { id: other.id, why: 'Asked about a fare' });
    expect(refused.code).toBe('plan.unreadable');
  });

  it.each([
    ['the day before its first', '2027-01-09', false],
    ['its first day', '2027-01-10', true],
    ['its last day', '2027-01-20', true],
    ['the day after its last', '2027-01-21', false],
  ])('is in force on %s, %s: %s', async (_, on, expected) => {
    const { person } = await aPlan({ from: '2027-01-10', until: '2027-01-20' });
    const found = await core.core.unit(PROGRAM, 'reads', (ctx) =>
      travelPlansOn(ctx, person.id, day(on)),
    );
    expect(found.length === 1).toBe(expected);
  });

  it('ends on a day, never before it began, and not over somebody else’s change', async () => {
    const { plan } = await aPlan();
    const officer = core.as('officer');
    const early = await officer.refusal('claims.endTravelPlan', {
      id: plan.id,
      until: day('2027-01-03'),
      version: plan.version,
    });
    expect(early.code).toBe('plan.ends-before-it-starts');
    const ended = await officer.call('claims.endTravelPlan', {
      id: plan.id,
      until: day('2027-01-31'),
      version: plan.version,
    });
    expect(ended.until).toBe('2027-01-31');
    const late = await officer.refusal('claims.endTravelPlan', {
      id: plan.id,
      until: day('2027-02-28'),
      version: plan.version,
    });
    expect(late.code).toBe('plan.changed-by-someone-else');
  });

  it('is agreed by officers and managers, not at the desk', async () => {
    const person = await aPerson(core);
    const refused = await core.as('desk').refusal('claims.agreeTravelPlan', {
      personId: person.id,
      words: 'By taxi',
      why: '',
      kinds: ['taxi'],
      from: day('2027-01-04'),
      until: null,
    });
    expect(refused.code).toBe('session.not-allowed');
  });
});
