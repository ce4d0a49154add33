import { findLastWritten } from '#db/audit/audit.service';
import { findContactOf } from '#db/groups/contact.service';
import type { GroupId } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import { officersOn } from '#db/officers/officers-on.service';
import type { Party } from '#db/people/party.contract';
import type { PersonId } from '#db/people/people.contract';
import { getPersonRecord } from '#db/people/person-record.service';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { isPostThatSigns } from './mandate.rules.ts';
import type { KnownNumber } from './payees.contract.ts';
import { isKnownBefore, type NumberOnRecord, phoneText, whoseNumber } from './payees.rules.ts';

/**
 * Keyed marks of the numbers that count as known when details of a group or person come in. They are kept with the
 * details, so that a number that is put on record afterwards cannot be rung to check them (P12).
 */
export async function marksOfKnownNumbers(
  ctx: Ctx,
  of: Party,
  entering: { readonly on: LocalDate; readonly byUserId: string },
): Promise<readonly string[]> {
  const known = (await numbersOnRecord(ctx, of)).filter((one) => isKnownBefore(one, entering));
  return [...new Set(known.map(({ number }) => markOf(ctx, number)))];
}

/** The numbers on record today that were known before: those that may be rung. */
export async function listKnownNumbers(
  ctx: Ctx,
  of: Party,
  marks: readonly string[],
): Promise<readonly KnownNumber[]> {
  return (await numbersOnRecord(ctx, of))
    .filter(({ number }) => marks.includes(markOf(ctx, number)))
    .map((one) => ({ number: one.number, whose: whoseNumber(one) }));
}

export const isSameNumber = (a: string, b: string): boolean => phoneText(a) === phoneText(b);

const markOf = (ctx: Ctx, number: string): string => ctx.fieldKeys.mark(phoneText(number), 'phone');

async function numbersOnRecord(ctx: Ctx, of: Party): Promise<readonly NumberOnRecord[]> {
  const found =
    of.kind === 'group' ? await ofGroup(ctx, of.groupId) : await ofPerson(ctx, of.personId, '');
  return found.filter(({ number }) => phoneText(number).length > 5);
}

async function ofGroup(ctx: Ctx, id: GroupId): Promise<readonly NumberOnRecord[]> {
  const group = await getGroup(ctx, id);
  const contactId = await findContactOf(ctx, id);
  const found = [await onRecord(ctx, group.phone, group.name, ['group', id, 'phone'])];
  if (contactId !== null) found.push(...(await ofPerson(ctx, contactId, ', contact')));
  for (const { personId, post } of await officersOn(ctx, id, todayOf(ctx)))
    if (isPostThatSigns(post)) found.push(...(await ofPerson(ctx, personId, `, ${post}`)));
  return found.filter(
    ({ number }, at) => found.findIndex((one) => isSameNumber(one.number, number)) === at,
  );
}

async function ofPerson(
  ctx: Ctx,
  id: PersonId,
  asWhat: string,
): Promise<readonly NumberOnRecord[]> {
  const person = await getPersonRecord(ctx, id);
  const whose = `${person.name}${asWhat}`;
  return [
    await onRecord(ctx, person.phone, whose, ['person', id, 'phone']),
    await onRecord(ctx, person.textPhone, `${whose}, for texts`, ['person', id, 'textPhone']),
  ];
}

async function onRecord(
  ctx: Ctx,
  number: string,
  whose: string,
  [objectType, objectId, field]: readonly [string, string, string],
): Promise<NumberOnRecord> {
  const written = await findLastWritten(ctx, { objectType, objectId, field });
  return { number, whose, since: written?.on ?? null, byUserId: written?.byUserId ?? null };
}
