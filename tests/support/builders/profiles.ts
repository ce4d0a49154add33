import type { GapGroup, SheetDetails } from '#db/profiles/profiles.contract';
import type { TestCore } from '../open-test-core.ts';

type Part = { readonly [K in keyof SheetDetails]?: unknown };

/** A sheet as it is typed on 4 January 2027: a tenant who is involved and says that they are under 30. */
export function sheetDetails(part: Part = {}): SheetDetails {
  return {
    areaId: null,
    tenure: 'tenant',
    isInvolved: true,
    month: '2027-01',
    answers: [{ questionId: 'age', choiceId: 'under-30' }],
    ...part,
  } as SheetDetails;
}

/** So many sheets alike, entered by the desk. */
export async function enterSheets(
  core: Pick<TestCore, 'as'>,
  many: number,
  part: Part = {},
): Promise<void> {
  const desk = core.as('desk');
  for (let i = 0; i < many; i++) await desk.call('profiles.addSheet', sheetDetails(part));
}

/** Lets what waits count, as the officer does with one press. */
export const countThem = (core: Pick<TestCore, 'as'>) =>
  core.as('officer').call('profiles.settleSheets', {});

/** 100 sheets: 50 of people involved, of whom 4 (8%) are under 30 where `young` says so, and 50 of others. */
export async function aCountedYear(core: Pick<TestCore, 'as'>, young = 8): Promise<void> {
  const older = (choiceId: string) => ({ answers: [{ questionId: 'age', choiceId }] });
  await enterSheets(core, young, {});
  await enterSheets(core, 100 - young, older('60-to-74'));
  await enterSheets(core, 20, { isInvolved: false });
  await enterSheets(core, 20, { isInvolved: false, ...older('60-to-74') });
  await countThem(core);
}

/** A group that the manager wants to reach: the young, who are 21% of all tenants. */
export const theYoung = (core: Pick<TestCore, 'as'>): Promise<GapGroup> =>
  core.as('manager').call('profiles.addGapGroup', {
    name: 'Young people',
    questionId: 'age',
    choiceIds: ['under-30'],
    comparator: { percent: 21, asAt: '2021-03-21', source: 'Census 2021' },
  } as never);

/** What the auditor may ask of equality forms, of which some were filled in and counted. */
export async function asksOfProfiles(
  core: Pick<TestCore, 'as'>,
): Promise<Record<string, readonly unknown[]>> {
  await enterSheets(core, 12);
  await countThem(core);
  await theYoung(core);
  return {
    'profiles.questions': [{}],
    'profiles.counts': [{}],
    'profiles.completeness': [{}],
    'profiles.comparators': [{}],
    'profiles.gapGroups': [{}],
    'profiles.printForm': [{}],
    'profiles.printCounts': [{}],
    'profiles.exportCounts': [{}],
  };
}
