import { getArea } from '#db/areas/areas.service';
import { getGroup } from '#db/groups/groups.service';
import type { PersonId } from '#db/people/people.contract';
import { getPerson } from '#db/people/people.service';
import { getCentre, takeReference, todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { agreementPapers } from './agreement-papers.service.ts';
import { agreementSteps } from './agreement-steps.service.ts';
import type { agreementsContract } from './agreements-api.contract.ts';
import type { AgreementDetails, AgreementId } from './agreements.contract.ts';
import { agreementErrors } from './agreements.errors.ts';
import * as agreements from './agreements.repository.ts';
import {
  areWordsChanged,
  signatureBlocks,
  standsOn,
  withoutSignaturesOf,
} from './agreements.rules.ts';
import { agreementsTable } from './agreements-table.service.ts';
import { codeService } from './code-versions.service.ts';
import { checkReview, getAgreement, keep, save, showAgreement } from './keep-agreement.service.ts';
import { maskLine } from './mask-agreement.rules.ts';

export const agreementsService: Handlers<typeof agreementsContract> = {
  ...agreementsTable,

  async list(ctx, wanted) {
    const lines = await agreements.list(ctx, wanted);
    return lines.map((line) => maskLine(line, ctx.actor));
  },

  async get(ctx, { id }) {
    return showAgreement(ctx, id);
  },

  async signatureBlocks(ctx, { kind }) {
    return [...signatureBlocks(kind, (await getCentre(ctx)).presetId)];
  },

  async add(ctx, wanted) {
    await checkNamed(ctx, wanted);
    checkSignatures(ctx, wanted);
    const id = ctx.newId() as AgreementId;
    const year = Number(todayOf(ctx).slice(0, 4));
    const agreement: agreements.StoredAgreement = {
      ...wanted,
      id,
      reference: await takeReference(ctx, 'AGR', year),
      groupName: '',
      personName: '',
      state: 'draft',
      firstSignedOn: null,
      signedOn: null,
      endedOn: null,
      endedWhy: '',
      stepBefore: null,
      version: 1,
    };
    await agreements.insert(ctx, agreement);
    await keep(ctx, id, { what: 'Written', action: 'agreement.added' });
    return showAgreement(ctx, id);
  },

  async change(ctx, { id, version, ...wanted }) {
    const before = await getAgreement(ctx, id);
    const { reference } = before;
    if (before.endedOn !== null)
      throw agreementErrors.error('agreement.ended', { reference, endedOn: before.endedOn });
    const isOtherWords = areWordsChanged(before, wanted);
    if (before.state === 'signed' && isOtherWords)
      throw agreementErrors.error('agreement.signed-words-stand', { reference });
    await checkNamed(ctx, wanted);
    checkSignatures(ctx, wanted);
    checkReview(wanted.reviewOn, before.signedOn);
    // Words that changed under review are signed again by everybody.
    const mustSignAgain = isOtherWords && before.state === 'under-review';
    const parties = mustSignAgain
      ? withoutSignaturesOf(before.parties, wanted.parties)
      : wanted.parties;
    return save(ctx, {
      before,
      after: { ...before, ...wanted, parties, stepBefore: null },
      version,
      what: 'Changed',
      action: 'agreement.changed',
    });
  },

  ...agreementSteps,
  ...codeService,
  ...agreementPapers,
};

/**
 * Whether a person has promised in writing to keep confidential what they are shown, and the promise stands on that
 * day (PPL-11). A module asks it before a confidential paper goes to somebody.
 */
export async function hasConfidentialityAgreement(
  ctx: Ctx,
  personId: PersonId,
  on: LocalDate,
): Promise<boolean> {
  const promises = await agreements.list(ctx, {
    kind: 'confidentiality',
    state: null,
    groupId: null,
    personId,
  });
  return promises.some((promise) => standsOn(promise, on));
}

/** Whom and what an agreement names is there, and each kind names what it is about. */
async function checkNamed(ctx: Ctx, wanted: AgreementDetails): Promise<void> {
  const { kind, groupId, personId, areaIds, codeVersion } = wanted;
  if ((kind === 'confidentiality') !== (personId !== null))
    throw agreementErrors.error('agreement.needs-person', {});
  const isOfSomebody = groupId !== null || (kind === 'local-compact' && areaIds.length > 0);
  if ((kind === 'code-adoption' || kind === 'local-compact') && !isOfSomebody)
    throw agreementErrors.error('agreement.needs-group', {});
  if (kind === 'code-adoption' && codeVersion === '')
    throw agreementErrors.error('agreement.needs-code-version', {});
  if (groupId !== null) await getGroup(ctx, groupId);
  if (personId !== null) await getPerson(ctx, personId);
  for (const areaId of areaIds) await getArea(ctx, areaId);
}

function checkSignatures(ctx: Ctx, wanted: AgreementDetails): void {
  const today = todayOf(ctx);
  const days = [
    ...wanted.parties.map((party) => party.signedOn),
    ...wanted.actions.map((action) => action.doneOn),
  ];
  if (days.some((day) => day !== null && day > today))
    throw agreementErrors.error('agreement.later-than-today', { today });
}
