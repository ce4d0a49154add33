import { MASKED } from '#db/people/people.rules';
import { isAuditor } from '#db/shared/actor';
import type { Actor } from '#db/shared/ctx';
import type { Agreement, AgreementLine } from './agreements.contract.ts';

/** The auditor sees which agreements there are and how they stand, not whom they name. */
export function maskLine(line: AgreementLine, actor: Actor): AgreementLine {
  if (!isAuditor(actor) || line.personId === null) return line;
  return { ...line, personName: MASKED, title: MASKED };
}

const hidden = (text: string): string => (text === '' ? '' : MASKED);

export function maskAgreement(agreement: Agreement, actor: Actor): Agreement {
  if (!isAuditor(actor)) return agreement;
  const isOfPerson = agreement.personId !== null;
  const ofPerson = (text: string): string => (isOfPerson ? hidden(text) : text);
  return {
    ...agreement,
    title: ofPerson(agreement.title),
    personName: hidden(agreement.personName),
    scope: ofPerson(agreement.scope),
    aims: ofPerson(agreement.aims),
    parties: agreement.parties.map((party) => ({
      ...party,
      name: ofPerson(party.name),
      signatoryName: hidden(party.signatoryName),
    })),
    actions: agreement.actions.map((action) => ({ ...action, who: hidden(action.who) })),
    whoWasConsulted: hidden(agreement.whoWasConsulted),
    qualityNote: ofPerson(agreement.qualityNote),
    endedWhy: ofPerson(agreement.endedWhy),
    versions: agreement.versions.map((version) => ({
      ...version,
      title: ofPerson(version.title),
      scope: ofPerson(version.scope),
      aims: ofPerson(version.aims),
    })),
  };
}
