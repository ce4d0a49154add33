import { MASKED } from '#db/people/people.rules';
import { appealWordsOf, drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { PaperSize } from '#db/shared/paper';
import type { RestrictionLetterValues } from './restriction-letter.pdf.ts';
import type { RestrictionId, restrictionsContract } from './restrictions.contract.ts';
import { restrictionErrors } from './restrictions.errors.ts';
import * as restrictions from './restrictions.repository.ts';
import type { RestrictionHits } from './restrictions.service.ts';

/** The letter on a restriction; `hits` knows the bookings that it names. */
export function restrictionPapers(
  hits: RestrictionHits,
): Pick<Handlers<typeof restrictionsContract>, 'printLetter'> {
  return {
    async printLetter(steps, { id, size }) {
      const values = await steps.unit((ctx) => letterValues(ctx, hits, id, size));
      return drawPaperAs(steps, {
        paper: 'restriction-letter',
        values,
        title: `Removal of a service ${values.reference}`,
        fileName: `removal-of-a-service-${values.reference}.pdf`,
      });
    },
  };
}

async function letterValues(
  ctx: Ctx,
  hits: RestrictionHits,
  id: RestrictionId,
  size: PaperSize,
): Promise<RestrictionLetterValues> {
  const restriction = await restrictions.findById(ctx, id);
  if (restriction === undefined) throw restrictionErrors.error('restriction.not-found', { id });
  if (restriction.effect === 'warns')
    throw restrictionErrors.error('restriction.only-warns', { reference: restriction.reference });
  const since = mustExist(await restrictions.findRecordedAt(ctx, id), 'it was read a moment ago');
  const isMasked = isAuditor(ctx.actor);
  return {
    ...(await paperFrameOf(ctx, size)),
    reference: restriction.reference,
    date: todayOf(ctx),
    to: isMasked && restriction.subject.kind === 'person' ? MASKED : restriction.subjectName,
    scope: restriction.scopeWords,
    isOneService: restriction.scope.kind === 'facility',
    reason: isMasked ? MASKED : restriction.reason,
    incidentOn: restriction.incidentOn,
    from: restriction.from,
    until: restriction.until,
    lifted:
      restriction.liftedOn === null
        ? null
        : { on: restriction.liftedOn, why: isMasked ? MASKED : restriction.liftedWhy },
    decidedBy: restriction.decidedBy,
    bookings: [...(await hits.listForLetter(ctx, restriction, since))],
    appeal: await appealWordsOf(ctx, restriction.appealWords),
  };
}
