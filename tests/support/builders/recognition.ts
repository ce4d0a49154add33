import type { GroupId } from '#db/groups/groups.contract';
import type {
  DecisionDetails,
  EvidenceState,
  Recognition,
} from '#db/recognition/recognition.contract';
import type { ParameterName } from '#db/settings/parameter-list';
import { mustExist } from '#db/shared/domain-error';
import type { TestCore } from '../open-test-core.ts';
import { aGroup } from './groups.ts';

type Core = Pick<TestCore, 'as'>;

/** A decision as a manager enters it, with what a test changes. */
export function decisionDetails(
  group: { readonly id: GroupId },
  part: { readonly [K in keyof DecisionDetails]?: DecisionDetails[K] | string },
) {
  return {
    groupId: group.id,
    kind: 'recognised',
    from: '2027-01-04',
    reason: 'It meets what the council asks.',
    conditions: '',
    decidedBy: 'Maya Quill, manager',
    nextDueOn: null,
    ...part,
  } as DecisionDetails & { readonly groupId: GroupId };
}

/** Recognises a group, as a manager enters one that has been recognised for long. */
export function recognise(
  core: Core,
  group: { readonly id: GroupId },
  part: { readonly from?: string; readonly nextDueOn?: string } = {},
): Promise<Recognition> {
  return core
    .as('manager')
    .call('recognition.recordDecision', decisionDetails(group, { from: '2020-04-01', ...part }));
}

/** Enters a figure of the council from long ago on. */
export async function setFigure(
  core: Core,
  name: ParameterName,
  value: boolean | string[],
): Promise<void> {
  await core.as('manager').call('settings.setParameter', { name, value, from: '2026-01-01' });
}

/** Makes these papers the ones that the council asks for. */
export async function askPapers(core: Core, papers: readonly string[]): Promise<void> {
  await core.as('manager').call('recognition.setItems', {
    kind: 'paper',
    items: papers.map((words) => ({
      id: null,
      words,
      asked: 'always',
      ifAmended: words.includes('if amended'),
    })),
  });
}

/** Enters how the line with these words stands in the return that is open. */
export async function enterEvidence(
  core: Core,
  group: { readonly id: GroupId },
  wanted: {
    readonly words: string;
    readonly state: EvidenceState;
    readonly receivedOn: string | null;
  },
): Promise<Recognition> {
  const desk = core.as('desk');
  const { openReturn } = await desk.call('recognition.ofGroup', { groupId: group.id });
  const item = openReturn?.items.find((one) => one.words === wanted.words);
  if (openReturn === null || item === undefined)
    throw new Error(`Nothing asks for ${wanted.words}`);
  return desk.call('recognition.setEvidence', {
    returnId: openReturn.id,
    itemId: item.id,
    state: wanted.state,
    receivedOn: wanted.receivedOn,
    evidence: '',
  });
}

/** A word about somebody in every text that is written about the recognition of a group. */
export const WORDS_ABOUT_RECOGNITION = {
  recognised: 'Widowed',
  evidence: 'Bookkeeper',
  condition: 'Chaperone',
  lapsed: 'Embezzled',
  goesOn: 'Convalescent',
  withdrawn: 'Slandered',
} as const;

/** What is asked about recognition when these words stand in every part that may hold them. */
export async function asksOfRecognition(core: Core): Promise<Record<string, readonly unknown[]>> {
  const words = WORDS_ABOUT_RECOGNITION;
  const [desk, manager] = [core.as('desk'), core.as('manager')];
  const on = '2027-01-04';
  await askPapers(core, ['accounts', 'minutes']);
  await manager.call('recognition.setEffect', { activity: 'computer', effect: 'blocks' });

  const group = await aGroup(core);
  const bringAccounts = async (): Promise<void> => {
    const { openReturn } = await desk.call('recognition.ofGroup', { groupId: group.id });
    const { id, items } = mustExist(openReturn ?? undefined, 'a return is open');
    const { id: itemId } = mustExist(
      items.find((item) => item.words === 'accounts'),
      'accounts are asked',
    );
    const how = { state: 'accepted', receivedOn: on, evidence: words.evidence } as const;
    await desk.call('recognition.setEvidence', { returnId: id, itemId, ...how });
  };
  await desk.call('recognition.startReturn', { groupId: group.id, on });
  await bringAccounts();
  const recognised = await manager.call(
    'recognition.recordDecision',
    decisionDetails(group, {
      reason: words.recognised,
      conditions: words.condition,
      nextDueOn: '2027-12-31',
    }),
  );
  await bringAccounts();

  const lapsed = await aGroup(core);
  await recognise(core, lapsed);
  await manager.call(
    'recognition.recordDecision',
    decisionDetails(lapsed, { kind: 'lapsed', reason: words.lapsed }),
  );
  await manager.call('recognition.addException', {
    groupId: lapsed.id,
    activity: 'computer',
    from: on,
    until: '2027-01-31',
    reason: words.goesOn,
  });

  const barred = await aGroup(core);
  await recognise(core, barred);
  const withdrawn = await manager.call('recognition.withdraw', {
    groupId: barred.id,
    from: on,
    taken: ['recognition'],
    reason: words.withdrawn,
    codeClauses: '4.1',
    decidedBy: 'Maya Quill, manager',
    appealWords: '',
  });
  const latest = ({ decisions }: Recognition) => ({ id: mustExist(decisions[0], 'decided').id });
  return {
    'recognition.ofGroup': [group, lapsed, barred].map(({ id }) => ({ groupId: id })),
    'recognition.stops': [{ groupId: lapsed.id, activity: 'computer', on }],
    'recognition.rules': [{}],
    'recognition.printForm': [{ kind: 'first' }, { groupId: group.id, kind: 'yearly' }],
    'recognition.printDecision': [latest(recognised), latest(withdrawn)],
    'recognition.printOutstanding': [{ groupId: group.id }],
    'recognition.printCertificate': [{ groupId: group.id }],
  };
}

/** Where a manager then reads which of the words. */
export const RECOGNITION_READ_BY_A_MANAGER: Readonly<Record<string, readonly string[]>> = {
  'recognition.ofGroup': Object.keys(WORDS_ABOUT_RECOGNITION),
  'recognition.stops': ['lapsed', 'goesOn'],
  'recognition.printDecision': ['recognised', 'evidence', 'condition', 'withdrawn'],
  'recognition.printCertificate': ['condition'],
};
