import type { GroupId } from '#db/groups/groups.contract';
import type {
  DecisionDetails,
  EvidenceState,
  Recognition,
} from '#db/recognition/recognition.contract';
import type { ParameterName } from '#db/settings/parameter-list';
import type { TestCore } from '../open-test-core.ts';

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
