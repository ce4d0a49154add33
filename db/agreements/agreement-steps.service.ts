import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { agreementsContract } from './agreements-api.contract.ts';
import { agreementErrors } from './agreements.errors.ts';
import type { StepBefore, StoredAgreement } from './agreements.repository.ts';
import { allSigned, findUnready } from './agreements.rules.ts';
import { checkReview, getAgreement, save } from './keep-agreement.service.ts';

/** The steps of an agreement: signed, reviewed and signed again, ended; the last of them can be taken back. */
export const agreementSteps: Pick<
  Handlers<typeof agreementsContract>,
  'confirmSigned' | 'startReview' | 'end' | 'undoStep'
> = {
  async confirmSigned(ctx, { id, signedOn, reviewOn, version }) {
    const before = await getAgreement(ctx, id);
    const { reference } = before;
    checkNotEnded(before);
    if (before.state === 'signed')
      throw agreementErrors.error('agreement.signed-before', { reference });
    checkByToday(ctx, signedOn, 'signedOn');
    if (before.signedOn !== null && signedOn < before.signedOn)
      throw agreementErrors.error('agreement.signed-again-earlier', { signedOn: before.signedOn });
    checkReview(reviewOn, signedOn);
    checkReady(before);
    return save(ctx, {
      before,
      after: {
        ...before,
        state: 'signed',
        firstSignedOn: before.firstSignedOn ?? signedOn,
        signedOn,
        reviewOn,
        parties: allSigned(before.parties, signedOn),
        stepBefore: stepBefore(before),
      },
      version,
      what: before.state === 'draft' ? 'Signed' : 'Signed after review',
      action: 'agreement.signed',
    });
  },

  async startReview(ctx, { id, version }) {
    const before = await getAgreement(ctx, id);
    checkNotEnded(before);
    if (before.state !== 'signed')
      throw agreementErrors.error('agreement.not-signed', { reference: before.reference });
    return save(ctx, {
      before,
      after: { ...before, state: 'under-review', stepBefore: stepBefore(before) },
      version,
      what: 'Review begun',
      action: 'agreement.review-begun',
    });
  },

  async end(ctx, { id, endedOn, why, version }) {
    const before = await getAgreement(ctx, id);
    checkNotEnded(before);
    checkByToday(ctx, endedOn, 'endedOn');
    if (before.signedOn !== null && endedOn < before.signedOn)
      throw agreementErrors.error('agreement.ends-before-signing', { signedOn: before.signedOn });
    return save(ctx, {
      before,
      after: {
        ...before,
        state: 'ended',
        endedOn,
        endedWhy: why,
        stepBefore: stepBefore(before),
      },
      version,
      what: 'Ended',
      action: 'agreement.ended',
      reason: before.personId === null ? why : '',
    });
  },

  async undoStep(ctx, { id, version }) {
    const before = await getAgreement(ctx, id);
    if (before.stepBefore === null)
      throw agreementErrors.error('agreement.nothing-to-undo', { reference: before.reference });
    const { signatures, ...stood } = before.stepBefore;
    const parties = before.parties.map((party, i) => ({
      ...party,
      signedOn: signatures[i] ?? null,
    }));
    return save(ctx, {
      before,
      after: { ...before, ...stood, parties, stepBefore: null },
      version,
      what: 'Taken back',
      action: 'agreement.step-undone',
    });
  },
};

const stepBefore = (agreement: StoredAgreement): StepBefore => ({
  state: agreement.state,
  firstSignedOn: agreement.firstSignedOn,
  signedOn: agreement.signedOn,
  endedOn: agreement.endedOn,
  endedWhy: agreement.endedWhy,
  reviewOn: agreement.reviewOn,
  signatures: agreement.parties.map((party) => party.signedOn),
});

function checkNotEnded({ reference, endedOn }: StoredAgreement): void {
  if (endedOn !== null) throw agreementErrors.error('agreement.ended', { reference, endedOn });
}

function checkReady(agreement: StoredAgreement): void {
  const { reference } = agreement;
  switch (findUnready(agreement)) {
    case 'nobody-signs':
      throw agreementErrors.error('agreement.nobody-signs', { reference });
    case 'nothing-agreed':
      throw agreementErrors.error('agreement.nothing-agreed', { reference });
    case 'clauses-not-read':
      throw agreementErrors.error('agreement.clauses-not-read', {});
    case undefined:
      return;
  }
}

function checkByToday(ctx: Ctx, on: LocalDate, field: string): void {
  const today = todayOf(ctx);
  if (on > today) throw agreementErrors.error('agreement.later-than-today', { today }, { field });
}
