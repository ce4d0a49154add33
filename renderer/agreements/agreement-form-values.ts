import { z } from 'zod';
import {
  ActionDetails,
  type Agreement,
  AgreementDetails,
  type AgreementKind,
  PartyDetails,
  Responsibility,
} from '#db/agreements/agreements.contract';
import { ChosenWho, type ChosenWho as Chosen, chosenGroupOrNone, whoOf } from '../people/who.ts';

const fields = AgreementDetails.shape;

/** The agreement form while it is typed; it comes out as the contract's AgreementDetails. */
export const AgreementFormSchema = z
  .object({
    kind: fields.kind,
    group: chosenGroupOrNone,
    person: ChosenWho,
    title: fields.title,
    scope: fields.scope,
    aims: fields.aims,
    areaIds: fields.areaIds,
    responsibilities: z.array(Responsibility),
    codeVersion: fields.codeVersion,
    addedClauses: fields.addedClauses,
    clausesOnlyAdd: fields.clausesOnlyAdd,
    parties: z.array(PartyDetails),
    actions: z.array(ActionDetails),
    reviewOn: fields.reviewOn,
    whoWasConsulted: fields.whoWasConsulted,
    qualityNote: fields.qualityNote,
  })
  .transform(({ group, person, ...typed }): AgreementDetails => {
    const who = person === null || typed.kind !== 'confidentiality' ? undefined : whoOf(person);
    const isCode = typed.kind === 'code-adoption';
    return {
      ...typed,
      groupId: group,
      personId: who?.kind === 'person' ? who.personId : null,
      codeVersion: isCode ? typed.codeVersion : '',
      addedClauses: isCode ? typed.addedClauses : '',
      clausesOnlyAdd: isCode && typed.clausesOnlyAdd,
    };
  });
export type AgreementFormValues = z.input<typeof AgreementFormSchema>;

/** Whose page the form was opened from. */
export type AgreementStart = {
  readonly kind: AgreementKind;
  readonly group: Chosen;
  readonly person: Chosen;
};

const TITLES: Readonly<Record<AgreementKind, string>> = {
  compact: 'Compact',
  'local-compact': 'Local Compact',
  'code-adoption': 'Code of conduct adopted',
  confidentiality: 'Confidentiality agreement',
};

/** The form before anything is typed, with the lines to sign on of its kind. */
export const newAgreementValues = (
  start: AgreementStart,
  blocks: readonly PartyDetails[],
): AgreementFormValues => ({
  ...start,
  title: TITLES[start.kind],
  scope: '',
  aims: '',
  areaIds: [],
  responsibilities: [],
  codeVersion: '',
  addedClauses: '',
  clausesOnlyAdd: false,
  parties: [...blocks],
  actions: [],
  reviewOn: null,
  whoWasConsulted: '',
  qualityNote: '',
});

/** An agreement on record as the form shows it. */
export const valuesOf = (agreement: Agreement): AgreementFormValues => ({
  kind: agreement.kind,
  group:
    agreement.groupId === null
      ? null
      : { id: `group:${agreement.groupId}`, title: agreement.groupName },
  person:
    agreement.personId === null
      ? null
      : { id: `person:${agreement.personId}`, title: agreement.personName },
  title: agreement.title,
  scope: agreement.scope,
  aims: agreement.aims,
  areaIds: agreement.areaIds,
  responsibilities: agreement.responsibilities,
  codeVersion: agreement.codeVersion,
  addedClauses: agreement.addedClauses,
  clausesOnlyAdd: agreement.clausesOnlyAdd,
  parties: agreement.parties,
  actions: agreement.actions,
  reviewOn: agreement.reviewOn,
  whoWasConsulted: agreement.whoWasConsulted,
  qualityNote: agreement.qualityNote,
});

/** The same as the contract takes it, for taking a change back. */
export const detailsOf = (agreement: Agreement): AgreementDetails =>
  AgreementFormSchema.parse(valuesOf(agreement));
