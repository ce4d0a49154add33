import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity } from '#db/activities/activities.contract';
import { CostKind } from '#db/claim-policy/claim-policy.contract';
import type { Person } from '#db/people/people.contract';
import {
  aDraft,
  anAttendee,
  claimLine,
  enterGeneral,
  enterKind,
  signClaim,
} from '../support/builders/claims.ts';
import { approved, verified } from '../support/builders/filed-claims.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { checkFile, fontsOf, infoOf, textOf } from '../support/read-pdf.ts';

const MILES: readonly CostKind[] = ['car', 'passenger', 'motorcycle', 'bicycle'];

/** A council that pays every kind of cost, each with its limits. */
let core: TestCore;
let came: { readonly person: Person; readonly activity: Activity };
beforeAll(async () => {
  core = await openTestCore();
  for (const kind of CostKind.options)
    await enterKind(core, kind, {
      caps: MILES.includes(kind)
        ? [{ pence: 4000, per: 'claim' }]
        : [
            { pence: 2500, per: 'meeting' },
            { pence: 10_000, per: 'claim' },
          ],
    });
  await enterGeneral(core, { principle: 'No tenant who takes part is left out of pocket.' });
  came = await anAttendee(core, { name: 'Siân Ó Néill-Żakowska' });
});
afterAll(() => core.close());

type Size = 'normal' | 'large';

/** The words of each page of a form, its first and last line of furniture too. */
async function pagesOf(of: object, size: Size): Promise<readonly string[]> {
  const paper = await core.as('desk').call('claims.printForm', { of, size } as never);
  const bytes = Buffer.from(paper.base64, 'base64');
  return Array.from({ length: paper.pages }, (_, i) => textOf(bytes, i + 1).replace(/\s+/g, ' '));
}

const halfFilled = () => ({
  kind: 'half-filled',
  claimant: { kind: 'person', personId: came.person.id },
  activityId: came.activity.id,
});

describe('The claim form of a council that pays every kind of cost', () => {
  it.each([
    ['blank', 'normal', 3],
    ['blank', 'large', 5],
    ['half filled', 'normal', 3],
    ['half filled', 'large', 5],
  ] as const)(
    '%s in %s print has the part for the office beside what is signed, never alone',
    async (how, size, most) => {
      const pages = await pagesOf(how === 'blank' ? { kind: 'blank' } : halfFilled(), size);
      expect(pages.length).toBeLessThanOrEqual(most);
      const withOffice = pages.filter((words) => words.includes('For office use'));
      expect(withOffice).toHaveLength(1);
      expect(withOffice[0]).toContain('Please sign');
      expect(withOffice[0]).toContain('Less, and why');
    },
  );

  it('says limits once, below the rows, for all kinds that share them', async () => {
    const words = (await pagesOf({ kind: 'blank' }, 'normal')).join(' ');
    expect(words).toContain(
      'Car, Passenger in a car, Motorcycle and Bicycle: at most £40 for each claim',
    );
    expect(words.match(/at most £25 for each meeting and £100 for each claim/g)).toHaveLength(1);
    expect(words).toContain('Car: 45p a mile');
    expect(words).toContain('In all (£)');
  });

  it('keeps long measures of a cost out of the narrow column', async () => {
    const { person, activity } = came;
    const draft = await aDraft(core, person, {
      lines: [
        claimLine({
          kind: 'childcare',
          fromPlace: '',
          toPlace: '',
          activityId: activity.id,
          claimedPence: 2000,
          minutes: 150,
          children: ['under-5', '5-to-10'],
          carer: 'Acorns',
        }),
      ],
    });
    const words = (await pagesOf({ kind: 'claim', id: draft.id }, 'normal')).join(' ');
    expect(words).toContain('Acorns, 2 hours 30');
  });
});

describe('Every paper of a claim', () => {
  const SIZES: readonly Size[] = ['normal', 'large'];
  type Drawn = { readonly base64: string };

  /** A claim on its way from the blank form to the money, and each paper that comes off it. */
  async function papers(): Promise<ReadonlyMap<string, Drawn>> {
    const desk = core.as('desk');
    const { person, activity } = came;
    const lines = [claimLine({ activityId: activity.id, kind: 'taxi', claimedPence: 3000 })];
    const draft = await aDraft(core, person, { lines });
    const of = { kind: 'claim', id: draft.id } as const;
    const drawn = new Map<string, Drawn>();
    const both = async (name: string, draw: (size: Size) => Promise<Drawn>) => {
      for (const size of SIZES) drawn.set(`${name}, ${size}`, await draw(size));
    };
    for (const isFillable of [false, true]) {
      const how = isFillable ? ' to fill in' : '';
      await both(`blank form${how}`, (size) =>
        desk.call('claims.printForm', { of: { kind: 'blank' }, size, isFillable }),
      );
      await both(`blank sheet${how}`, (size) =>
        desk.call('claims.printSheet', { id: null, size, isFillable }),
      );
    }
    await both('half filled', (size) =>
      desk.call('claims.printForm', { of: halfFilled(), size } as never),
    );
    await both('draft', (size) => desk.call('claims.printForm', { of, size }));
    await signClaim(core, draft);
    await both('signed', (size) => desk.call('claims.printForm', { of, size }));
    await verified(core, draft.id);
    await approved(core, draft.id);
    await both('letter', (size) => desk.call('claims.printDecision', { id: draft.id, size }));
    await both('slip', (size) => desk.call('claims.printCashReceipt', { id: draft.id, size }));
    const year = { from: '2026-04-01', until: '2027-03-31' } as never;
    drawn.set('register', await core.as('manager').call('claims.printRegister', year));
    return drawn;
  }

  it('is a sound, tagged file that carries each of its fonts with the table of its letters', async () => {
    const drawn = await papers();
    expect(drawn.size).toBe(19);
    for (const [name, { base64 }] of drawn) {
      const bytes = Buffer.from(base64, 'base64');
      expect([name, checkFile(bytes)]).toEqual([
        name,
        expect.stringContaining('No syntax or stream encoding errors found'),
      ]);
      expect([name, infoOf(bytes)['Tagged']]).toEqual([name, 'yes']);
      const without = fontsOf(bytes).filter(
        (one) => one.embedded !== 'yes' || one.unicode !== 'yes',
      );
      expect([name, without]).toEqual([name, []]);
    }
  });
});
