import { forgetFields, forgetSubjects } from '#db/audit/subject.service';
import type { GroupId } from '#db/groups/groups.contract';
import { getGroup, indexGroup } from '#db/groups/groups.service';
import { sweepSearch } from '#db/search/search.service';
import type { Ctx } from '#db/shared/ctx';
import type { MergeField } from '#db/shared/holding';
import * as held from '../held-rows.repository.ts';
import { fieldsOf } from '../holdings-register.rules.ts';
import { counted, pick } from '../merge/merge.service.ts';
import type { AnyRow } from '../merge/merge.rules.ts';
import * as merges from '../merges.repository.ts';
import { GROUP_CONTACTS } from './erasure-plan.service.ts';

/** What was taken off a group's record, field by field, so that it can be put back. */
type SetAside = readonly { readonly field: string; readonly row: AnyRow }[];

const contactFields = (): readonly MergeField[] =>
  fieldsOf('group').filter(({ field }) => GROUP_CONTACTS.includes(field));

/** Takes phone, e-mail and contact off a group's record, and answers them as text to keep aside. */
export async function setContactsAside(ctx: Ctx, id: GroupId): Promise<string> {
  const aside: { field: string; row: AnyRow }[] = [];
  for (const field of contactFields()) {
    const row = await held.findRow(ctx, field.table, { [field.key]: id });
    if (row === undefined) continue;
    aside.push({ field: field.field, row: pick(row, field.columns) });
    await write(ctx, field, id, emptied(field, row));
  }
  await indexGroup(ctx, await getGroup(ctx, id));
  return JSON.stringify(aside);
}

/** Puts back what was set aside, where nobody entered anything else meanwhile. */
export async function putContactsBack(ctx: Ctx, id: GroupId, text: string): Promise<void> {
  // Written by `setContactsAside`.
  const aside = JSON.parse(text) as SetAside;
  for (const field of contactFields()) {
    const before = aside.find((one) => one.field === field.field)?.row;
    const now = await held.findRow(ctx, field.table, { [field.key]: id });
    if (before === undefined || now === undefined) continue;
    const isEmpty = field.columns.every((column) => (now[column] ?? '') === '');
    if (isEmpty) await write(ctx, field, id, before);
  }
  await indexGroup(ctx, await getGroup(ctx, id));
}

/** Makes for good what was set aside before: also what the record of what happened and merges kept of it goes. */
export async function eraseContacts(ctx: Ctx, id: GroupId): Promise<void> {
  await setContactsAside(ctx, id);
  const ids = [id, ...(await merges.listOldIds(ctx, 'group', id))];
  await merges.forgetMergesOf(ctx, ids);
  await forgetSubjects(ctx, ids);
  for (const one of ids) await forgetFields(ctx, one, GROUP_CONTACTS);
  await sweepSearch(ctx);
}

const emptied = (field: MergeField, row: AnyRow): AnyRow =>
  Object.fromEntries(
    field.columns.map((column) => [
      column,
      column.endsWith('_id') || row[column] === null ? null : '',
    ]),
  );

async function write(ctx: Ctx, field: MergeField, id: string, to: AnyRow): Promise<void> {
  const key = { [field.key]: id };
  const row = (await held.findRow(ctx, field.table, key)) ?? {};
  const { columns } = await held.layoutOf(ctx, field.table);
  await held.change(ctx, { table: field.table, key, to: { ...to, ...counted(row, columns) } });
}
