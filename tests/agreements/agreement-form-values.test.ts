import { describe, expect, it } from 'vitest';
import {
  AgreementFormSchema,
  newAgreementValues,
} from '../../renderer/agreements/agreement-form-values.ts';

const GROUP = { id: 'group:g-1', title: 'Ashdown TRA' };
const PERSON = { id: 'person:p-1', title: 'Mrs Okafor' };
const block = { name: 'The council', role: 'Officer', signatoryName: '', signedOn: null };

const typed = (kind: 'local-compact' | 'code-adoption' | 'confidentiality', part: object = {}) =>
  AgreementFormSchema.safeParse({
    ...newAgreementValues({ kind, group: GROUP, person: PERSON }, [block]),
    ...part,
  });

describe('The form of an agreement', () => {
  it('begins with the lines to sign on of its kind and what such an agreement is called', () => {
    expect(typed('confidentiality').data).toMatchObject({
      title: 'Confidentiality agreement',
      personId: 'p-1',
      groupId: 'g-1',
      parties: [block],
    });
  });

  it('names a person only in a promise of confidentiality', () => {
    expect(typed('local-compact').data).toMatchObject({ groupId: 'g-1', personId: null });
    expect(typed('confidentiality', { person: null, group: null }).data).toMatchObject({
      groupId: null,
      personId: null,
    });
  });

  it('keeps what a group adds only where it adopts a code (GRP-10)', () => {
    const clauses = {
      codeVersion: '2',
      addedClauses: 'We also speak Polish.',
      clausesOnlyAdd: true,
    };
    expect(typed('code-adoption', clauses).data).toMatchObject(clauses);
    expect(typed('local-compact', clauses).data).toMatchObject({
      codeVersion: '',
      addedClauses: '',
      clausesOnlyAdd: false,
    });
  });

  it('asks for a title and for what stands empty in a line of its lists', () => {
    const fields = (part: object) =>
      typed('local-compact', part).error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(fields({ title: ' ' })).toEqual(['title']);
    expect(fields({ parties: [{ ...block, name: '' }] })).toEqual(['parties.0.name']);
    expect(fields({ responsibilities: [{ who: '', what: '', standard: '' }] })).toEqual([
      'responsibilities.0.who',
      'responsibilities.0.what',
    ]);
  });
});
