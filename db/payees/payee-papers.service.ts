import { getGroup } from '#db/groups/groups.service';
import { MASKED } from '#db/people/people.rules';
import { getPerson } from '#db/people/people.service';
import type { Party } from '#db/people/party.contract';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { PaperSize } from '#db/shared/paper';
import type { BankDetailsFormValues } from './bank-details-form.pdf.ts';
import { signingOn, USUAL_TO_SIGN } from './mandate.rules.ts';
import * as mandates from './mandate.repository.ts';
import type { payeesContract } from './payees-api.contract.ts';
import * as payees from './payees.repository.ts';
import { maskedLine } from './payees.rules.ts';
import { showPayee } from './read-payee.service.ts';

export const payeePapers: Pick<Handlers<typeof payeesContract>, 'printForm'> = {
  async printForm(steps, { of, size }) {
    const values = await steps.unit((ctx) => formValues(ctx, of, size));
    return drawPaperAs(steps, {
      paper: 'bank-details-form',
      values,
      title: 'Bank details form',
      fileName: 'bank-details-form.pdf',
    });
  },
};

async function formValues(
  ctx: Ctx,
  of: Party | null,
  size: PaperSize,
): Promise<BankDetailsFormValues> {
  const frame = await paperFrameOf(ctx, size);
  return { ...frame, payee: of === null ? null : await filledIn(ctx, of) };
}

async function filledIn(ctx: Ctx, of: Party): Promise<BankDetailsFormValues['payee']> {
  const isGroup = of.kind === 'group';
  const { name } = isGroup ? await getGroup(ctx, of.groupId) : await getPerson(ctx, of.personId);
  const stored = await payees.findByParty(ctx, of);
  const verified = stored === undefined ? null : (await showPayee(ctx, stored)).verified;
  const mandate = isGroup ? await mandates.find(ctx, of.groupId) : undefined;
  const signing = signingOn(mandate?.signatories ?? [], todayOf(ctx));
  const isMasked = isAuditor(ctx.actor);
  return {
    name: isMasked && !isGroup ? MASKED : name,
    isGroup,
    paidNow: verified === null ? '' : maskedLine(verified),
    signatories: signing.map((one) => (isMasked ? MASKED : one.name)),
    toSign: mandate?.toSign ?? USUAL_TO_SIGN,
  };
}
