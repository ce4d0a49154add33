import type { Agreement, AgreementDetails } from '#db/agreements/agreements.contract';
import type { TestCore } from '../open-test-core.ts';
import { aGroup } from './groups.ts';
import { aPerson } from './people.ts';

type Part = { readonly [K in keyof AgreementDetails]?: unknown };

/** A Local Compact as it is typed, of a group that is entered first. */
export async function agreementDetails(
  core: Pick<TestCore, 'as'>,
  part: Part = {},
): Promise<AgreementDetails> {
  const kind = part.kind ?? 'local-compact';
  const isOfPerson = kind === 'confidentiality';
  const groupId = part.groupId ?? (isOfPerson ? null : (await aGroup(core)).id);
  const personId = part.personId ?? (isOfPerson ? (await aPerson(core)).id : null);
  return {
    kind,
    title: isOfPerson ? 'Confidentiality agreement' : 'Local Compact for Alder House',
    scope: 'The courtyard',
    aims: 'A courtyard that is used',
    areaIds: [],
    responsibilities: [
      { who: 'The council', what: 'Sweeps the courtyard', standard: 'Every Monday' },
    ],
    codeVersion: kind === 'code-adoption' ? '2026' : '',
    addedClauses: '',
    clausesOnlyAdd: false,
    parties: [
      { name: 'The group', role: 'Chair', signatoryName: 'Ivy Mossop', signedOn: null },
      { name: 'The council', role: 'Officer', signatoryName: '', signedOn: null },
    ],
    actions: [],
    reviewOn: null,
    whoWasConsulted: '',
    qualityNote: '',
    ...part,
    groupId,
    personId,
  } as AgreementDetails;
}

/** An agreement that the desk has entered, still a draft. */
export async function anAgreement(core: Pick<TestCore, 'as'>, part: Part = {}): Promise<Agreement> {
  return core.as('desk').call('agreements.add', await agreementDetails(core, part));
}

/** One that everybody signed on a day, 4 January 2027 unless another is named. */
export async function aSignedAgreement(
  core: Pick<TestCore, 'as'>,
  part: Part = {},
  signedOn = '2027-01-04',
): Promise<Agreement> {
  const { id, version } = await anAgreement(core, part);
  return core.as('desk').call('agreements.confirmSigned', {
    id,
    signedOn,
    reviewOn: (part.reviewOn ?? null) as never,
    version,
  });
}
