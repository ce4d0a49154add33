import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import { compareText, type LocalDate } from '#db/shared/local-date';
import type { Contact, ContactId, ContactKind } from './directory.contract.ts';
import { type ContactRow, contactTable } from './directory.table.ts';

/** What a row holds; how far it can be relied on depends on the day. */
export type StoredContact = Omit<Contact, 'trust'>;

const toContact = (row: ContactRow): StoredContact => ({
  id: row.id as ContactId,
  name: row.name,
  kind: row.kind as ContactKind,
  address: row.address,
  phone: row.phone,
  email: row.email,
  web: row.web,
  note: row.note,
  lastVerifiedOn: row.last_verified_on as LocalDate | null,
  isActive: row.is_active === 1,
  closedNote: row.closed_note,
  version: row.version,
});

const toRow = (contact: StoredContact): ContactRow => ({
  id: contact.id,
  name: contact.name,
  kind: contact.kind,
  address: contact.address,
  phone: contact.phone,
  email: contact.email,
  web: contact.web,
  note: contact.note,
  last_verified_on: contact.lastVerifiedOn,
  is_active: contact.isActive ? 1 : 0,
  closed_note: contact.closedNote,
  version: contact.version,
});

/** Every contact by name, the closed ones too. */
export async function listAll(ctx: Ctx): Promise<readonly StoredContact[]> {
  const rows: readonly ContactRow[] = await ctx.tx.query('SELECT * FROM directory_contact');
  return rows
    .map(toContact)
    .toSorted(
      (a, b) =>
        compareText(foldForSearch(a.name), foldForSearch(b.name)) || compareText(a.id, b.id),
    );
}

export async function findById(ctx: Ctx, id: string): Promise<StoredContact | undefined> {
  const rows: readonly ContactRow[] = await ctx.tx.query(
    'SELECT * FROM directory_contact WHERE id = ?',
    [id],
  );
  return rows[0] === undefined ? undefined : toContact(rows[0]);
}

export async function insert(ctx: Ctx, contact: StoredContact): Promise<void> {
  await ctx.tx.insert(contactTable, toRow(contact));
}

/** Writes the contact if the row is still at `seenVersion`; false when someone else was quicker. */
export async function update(
  ctx: Ctx,
  contact: StoredContact,
  seenVersion: number,
): Promise<boolean> {
  const { id, ...columns } = toRow(contact);
  const result = await ctx.tx.update(contactTable, { id, version: seenVersion }, columns);
  return result.affected === 1;
}
