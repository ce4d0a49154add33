import type { Agreement, AgreementDetails } from '#db/agreements/agreements.contract';
import type { Person } from '#db/people/people.contract';
import type { TestCore } from '../open-test-core.ts';
import { aContact } from './contacts.ts';
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

/** What is asked about agreements and useful contacts when somebody's name stands in every part that may hold it. */
export async function asksOfAgreementsWith(
  core: Pick<TestCore, 'as'>,
  person: Pick<Person, 'id' | 'name'>,
): Promise<Record<string, readonly unknown[]>> {
  const { name } = person;
  const promise = await aSignedAgreement(core, {
    kind: 'confidentiality',
    personId: person.id,
    title: `Promise of ${name}`,
    scope: `Letters to ${name}`,
    parties: [{ name, role: '', signatoryName: name, signedOn: null }],
  });
  const compact = await anAgreement(core, {
    parties: [{ name: 'The group', role: 'Chair', signatoryName: name, signedOn: null }],
    actions: [{ what: 'Sweep', who: name, by: null, doneOn: null }],
    whoWasConsulted: name,
  });
  await aContact(core, { note: `Ask for ${name}` });
  return {
    'agreements.list': [{}],
    'agreements.get': [{ id: promise.id }, { id: compact.id }],
    'agreements.signatureBlocks': [{ kind: 'compact' }],
    'agreements.codeVersions': [{}],
    'agreements.codeStanding': [{}],
    'agreements.printCompact': [{ id: compact.id }, { id: null }],
    'agreements.printConfidentiality': [{ id: promise.id }],
    'directory.list': [{}],
    'directory.startingNames': [{}],
    'directory.printSheet': [{}],
    'directory.exportList': [{}],
  };
}

/** Where a manager then reads the name. */
export const AGREEMENTS_READ_BY_A_MANAGER: Readonly<Record<string, readonly string[]>> = {
  'agreements.list': ['name'],
  'agreements.get': ['name'],
  'agreements.printCompact': ['name'],
  'agreements.printConfidentiality': ['name'],
  'directory.list': ['name'],
  'directory.exportList': ['name'],
};

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
