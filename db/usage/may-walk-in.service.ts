import { whatIsMissing } from '#db/conditions/conditions.service';
import type { Facility } from '#db/facilities/facilities.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Restriction, Subject } from '#db/restrictions/restrictions.contract';
import { whatBars } from '#db/restrictions/restrictions.service';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { dateOf, type LocalDate, type LocalDateTime } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { usageErrors } from './usage.errors.ts';

type Who = { readonly personId: PersonId; readonly groupId: GroupId | null };

/** 'Oak Estate TRA may not use Photocopier until 3 May 2027: paper was taken.' */
function restrictionWords(one: Restriction): string {
  const until = one.until === null ? '' : ` until ${formatDateNoWeekday(one.until)}`;
  const what = one.effect === 'bars' ? 'may not use' : 'has a note about';
  return `${one.subjectName} ${what} ${one.scopeWords}${until}: ${one.reason}`;
}

async function restrictionsOf(
  ctx: Ctx,
  facility: Facility,
  who: Who,
  on: LocalDate,
): Promise<readonly Restriction[]> {
  const subjects: Subject[] = [
    { kind: 'person', personId: who.personId },
    ...(who.groupId === null ? [] : [{ kind: 'group', groupId: who.groupId } as const]),
  ];
  const asked = { kind: 'facility', facilityId: facility.id } as const;
  return whatBars(ctx, { subjects, asked, on });
}

async function notAcknowledged(ctx: Ctx, who: Who, on: LocalDate) {
  return whatIsMissing(ctx, {
    booker:
      who.groupId === null
        ? { kind: 'person', personId: who.personId }
        : { kind: 'group', groupId: who.groupId },
    responsiblePersonId: who.personId,
    on,
  });
}

/**
 * Refuses somebody from whom the facility was taken away, themselves or their group (BOOK-12, BOOK-13), and somebody
 * who does not know the fire procedure, where the council asks for that (BOOK-08): the same as at check-in.
 */
export async function checkMayWalkIn(ctx: Ctx, facility: Facility, who: Who): Promise<void> {
  const on = todayOf(ctx);
  const bars = (await restrictionsOf(ctx, facility, who, on)).find((one) => one.effect === 'bars');
  if (bars !== undefined)
    throw usageErrors.error('usage.barred', { words: `${restrictionWords(bars)}.` });
  const fire = (await notAcknowledged(ctx, who, on)).find((one) => one.kind === 'fire');
  if (fire !== undefined)
    throw usageErrors.error('usage.fire-not-acknowledged', { who: fire.whoName });
}

/** What the desk is told and nothing is refused for; of a use that is over, also what would have barred it. */
export async function walkInWarnings(
  ctx: Ctx,
  facility: Facility,
  who: Who & { readonly isOver?: boolean; readonly startedAt?: LocalDateTime },
): Promise<readonly string[]> {
  const on = who.startedAt === undefined ? todayOf(ctx) : dateOf(who.startedAt);
  const restrictions = (await restrictionsOf(ctx, facility, who, on)).filter(
    (one) => who.isOver === true || one.effect === 'warns',
  );
  const missing = (await notAcknowledged(ctx, who, on)).filter(
    (one) => who.isOver === true || one.kind !== 'fire',
  );
  return [
    ...restrictions.map((one) => `${restrictionWords(one)}.`),
    ...missing.map((one) => one.words),
  ];
}
