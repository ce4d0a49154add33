import type { SheetSectionOf } from '#db/groups/group-hooks';
import { isAuditor } from '#db/shared/actor';
import * as mandates from './mandate.repository.ts';
import { mandateLine } from './mandate.rules.ts';
import * as payees from './payees.repository.ts';
import { maskedLine } from './payees.rules.ts';
import { showPayee } from './read-payee.service.ts';

/** The bank of a group on its record sheet (DOC-17): masked, because papers leave the desk. */
export const payeeOnSheet: SheetSectionOf = async (ctx, { id }, on) => {
  const stored = await payees.findByParty(ctx, { kind: 'group', groupId: id });
  const payee = stored === undefined ? null : await showPayee(ctx, stored);
  const mandate = await mandates.find(ctx, id);
  if (payee === null && mandate === undefined) return undefined;
  const verified = payee?.verified ?? null;
  return {
    heading: 'Bank',
    fields: [
      { label: 'Paid to', value: verified === null ? 'Nothing checked' : maskedLine(verified) },
      ...(payee?.staged == null
        ? []
        : [{ label: 'Waiting', value: 'New details wait for a second person' }]),
      ...(mandate === undefined
        ? []
        : [
            {
              label: 'Mandate',
              value:
                `${mandate.toSign} to sign. ${isAuditor(ctx.actor) ? '' : mandateLine(mandate.signatories, on)}`.trim(),
            },
          ]),
    ],
  };
};
