import type { LocalDate } from '#db/shared/local-date';
import { dateOf } from '#db/shared/local-date';
import { countOf, formatMinutes } from '#db/shared/plain-words';
import { todayOf } from '#db/settings/settings.service';
import type { StandingSource, TimelineSource } from '#db/timeline/timeline-source';
import { entryOn } from '#db/timeline/timeline.rules';
import { allowanceLeft } from './allowances.service.ts';
import type { Usage } from './usage.contract.ts';
import * as entries from './usage.repository.ts';

/** The first day of which any log could tell. */
const FIRST_DAY = '1990-01-01' as LocalDate;

/** Sessions at computers and jobs at the copier, of a person, or of anybody for a group. */
export const usageTimeline: TimelineSource = {
  kinds: ['visit'],
  async list(ctx, of, { when, limit }) {
    if (when === 'coming') return [];
    const found = await entries.list(
      ctx,
      {
        from: FIRST_DAY,
        until: todayOf(ctx),
        facilityId: null,
        groupId: of.kind === 'group' ? of.groupId : null,
        personId: of.kind === 'person' ? of.personId : null,
      },
      { limit, offset: 0 },
    );
    return found.flatMap((one) =>
      entryOn(dateOf(one.startedAt), {
        kind: 'visit',
        words: `${one.facilityName}${useWords(one)}${of.kind === 'group' || one.groupName === '' ? '' : `, for ${one.groupName}`}`,
        detail: of.kind === 'group' ? `${one.personName}: ${one.purpose}` : one.purpose,
      }),
    );
  },
};

/** What is left of each allowance, with a warning where it is used up. */
export const usageStanding: StandingSource = {
  async allowed(ctx, of, today) {
    const left = await allowanceLeft(ctx, {
      facilityId: null,
      groupId: of.kind === 'group' ? of.groupId : null,
      personId: of.kind === 'person' ? of.personId : null,
      on: today,
    });
    return left.map((one) => ({
      what: one.allowance.facilityName,
      state: one.left > 0 ? 'yes' : 'warns',
      why: one.words,
      detail: '',
    }));
  },
};

const useWords = ({ minutes, copies }: Usage): string => {
  const parts = [
    ...(minutes === null ? ['under way'] : minutes > 0 ? [formatMinutes(minutes)] : []),
    ...(copies > 0 ? [countOf(copies, 'page')] : []),
  ];
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`;
};
