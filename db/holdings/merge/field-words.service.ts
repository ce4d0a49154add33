import type { AreaId } from '#db/areas/areas.contract';
import { getArea } from '#db/areas/areas.service';
import type { GroupId } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import type { PersonId } from '#db/people/people.contract';
import { getPerson } from '#db/people/people.service';
import type { Ctx } from '#db/shared/ctx';
import type { MergeField, ShownAs } from '#db/shared/holding';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { AnyRow } from './merge.rules.ts';

/** What a record says in a field, in words; empty where it says nothing. */
export async function fieldWords(
  ctx: Ctx,
  field: MergeField,
  row: AnyRow | undefined,
): Promise<string> {
  if (row === undefined) return '';
  const parts: string[] = [];
  for (const [column, as] of field.shown) {
    const value = row[column] ?? '';
    if (value === '' || (field.saysNothing ?? []).includes(value)) continue;
    parts.push(await valueWords(ctx, value, as));
  }
  return parts.filter((part) => part !== '').join(', ');
}

async function valueWords(ctx: Ctx, value: string | number, as: ShownAs): Promise<string> {
  const text = String(value);
  switch (as) {
    case 'text':
      return text.replaceAll('\n', ', ');
    case 'word':
      return wordOf(text);
    case 'day':
      return formatDateNoWeekday(text as LocalDate);
    case 'yes-no':
      return value === 1 ? 'Yes' : '';
    case 'list':
      // Written by the module from a list of words.
      return (JSON.parse(text) as string[]).map(wordOf).join(', ');
    case 'area':
      return (await getArea(ctx, text as AreaId)).name;
    case 'person':
      return (await getPerson(ctx, text as PersonId)).name;
    case 'group':
      return (await getGroup(ctx, text as GroupId)).name;
  }
}

/** A word of a list as people read it: 'owner-occupier' is 'Owner occupier'. */
const wordOf = (word: string): string =>
  `${word.slice(0, 1).toUpperCase()}${word.slice(1).replaceAll('-', ' ')}`;
