import { type AuditFacts, recordAudit } from '#db/audit/record';
import { MASKED } from '#db/people/people.rules';
import { saveSearchEntry } from '#db/search/search.service';
import { getCentre, todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { directoryPapers } from './directory-papers.service.ts';
import {
  CONTACT_KIND_WORDS,
  type Contact,
  type ContactId,
  type ContactKind,
  type directoryContract,
} from './directory.contract.ts';
import { contactErrors } from './directory.errors.ts';
import * as contacts from './directory.repository.ts';
import { findWordsOf, isFoundBy, missingNames, trustOn } from './directory.rules.ts';
import { type StartingName, startingNamesOf } from './starting-names.ts';

export const directoryService: Handlers<typeof directoryContract> = {
  async list(ctx, filter) {
    return [...(await listContacts(ctx, filter))];
  },

  async startingNames(ctx) {
    return (await missingStartingNames(ctx)).map(({ name }) => name);
  },

  async addStartingNames(ctx) {
    await addStartingNames(ctx);
    return [...(await listContacts(ctx, { text: '', kind: null, withClosed: true }))];
  },

  async add(ctx, wanted) {
    checkVerified(ctx, wanted.lastVerifiedOn);
    await checkName(ctx, wanted.name, null);
    const contact = { ...wanted, id: ctx.newId() as ContactId, ...AS_NEW };
    await contacts.insert(ctx, contact);
    await indexContact(ctx, contact);
    await recordAudit(ctx, {
      action: 'contact.added',
      ...recordOf(contact),
      after: facts(contact),
    });
    return shown(ctx, contact);
  },

  async change(ctx, { id, version, ...wanted }) {
    const before = await getContact(ctx, id);
    checkVerified(ctx, wanted.lastVerifiedOn);
    if (before.isActive) await checkName(ctx, wanted.name, id);
    return save(ctx, { before, after: { ...before, ...wanted }, version, act: 'contact.changed' });
  },

  async confirmVerified(ctx, { id, version }) {
    const before = await getContact(ctx, id);
    if (!before.isActive) throw contactErrors.error('contact.closed', before);
    const after = { ...before, lastVerifiedOn: todayOf(ctx) };
    return save(ctx, { before, after, version, act: 'contact.verified' });
  },

  async undoVerified(ctx, { id, version, lastVerifiedOn }) {
    const before = await getContact(ctx, id);
    checkVerified(ctx, lastVerifiedOn);
    const after = { ...before, lastVerifiedOn };
    return save(ctx, { before, after, version, act: 'contact.verified-undone' });
  },

  async retire(ctx, { id, closedNote, version }) {
    const before = await getContact(ctx, id);
    const after = { ...before, isActive: false, closedNote };
    return save(ctx, { before, after, version, act: 'contact.retired' });
  },

  async bringBack(ctx, { id, version }) {
    const before = await getContact(ctx, id);
    await checkName(ctx, before.name, id);
    const after = { ...before, isActive: true, closedNote: '' };
    return save(ctx, { before, after, version, act: 'contact.brought-back' });
  },

  ...directoryPapers(listContacts),
};

const AS_NEW = { isActive: true, closedNote: '', version: 1 } as const;

/** Which contacts are asked for. */
export type ContactFilter = {
  readonly text: string;
  readonly kind: ContactKind | null;
  readonly withClosed: boolean;
};

async function listContacts(ctx: Ctx, filter: ContactFilter): Promise<readonly Contact[]> {
  return (await contacts.listAll(ctx))
    .filter((one) => one.isActive || filter.withClosed)
    .filter((one) => filter.kind === null || one.kind === filter.kind)
    .map((one) => shown(ctx, one))
    .filter((one) => isFoundBy(one, filter.text));
}

/**
 * Enters the bodies that the council's own paper names and that are not there yet: names and kinds only, because
 * printed addresses go out of date (DIR-04). The first run ends with it. Answers how many were entered.
 */
export async function addStartingNames(ctx: Ctx): Promise<number> {
  const missing = await missingStartingNames(ctx);
  for (const { name, kind, closedNote = '' } of missing) {
    const contact = {
      ...NO_DETAILS,
      ...AS_NEW,
      id: ctx.newId() as ContactId,
      name,
      kind,
      isActive: closedNote === '',
      closedNote,
    };
    await contacts.insert(ctx, contact);
    await indexContact(ctx, contact);
  }
  await recordAudit(ctx, {
    action: 'contact.names-added',
    objectType: 'directory',
    objectId: '1',
    after: { names: missing.map(({ name }) => name) },
  });
  return missing.length;
}

const NO_DETAILS = {
  address: '',
  phone: '',
  email: '',
  web: '',
  note: '',
  lastVerifiedOn: null,
} as const;

async function missingStartingNames(ctx: Ctx): Promise<readonly StartingName[]> {
  const { presetId } = await getCentre(ctx);
  return missingNames(startingNamesOf(presetId), await contacts.listAll(ctx));
}

async function getContact(ctx: Ctx, id: ContactId): Promise<contacts.StoredContact> {
  const found = await contacts.findById(ctx, id);
  if (found === undefined) throw contactErrors.error('contact.not-found', { id });
  return found;
}

async function save(
  ctx: Ctx,
  change: {
    readonly before: contacts.StoredContact;
    readonly after: contacts.StoredContact;
    readonly version: number;
    readonly act: string;
  },
): Promise<Contact> {
  const { before, version } = change;
  const after = { ...change.after, version: version + 1 };
  if (!(await contacts.update(ctx, after, version)))
    throw contactErrors.error('contact.changed-by-someone-else', { name: before.name });
  await indexContact(ctx, after);
  await recordAudit(ctx, {
    action: change.act,
    ...recordOf(after),
    before: facts(before),
    after: facts(after),
  });
  return shown(ctx, after);
}

function checkVerified(ctx: Ctx, lastVerifiedOn: LocalDate | null): void {
  const today = todayOf(ctx);
  if (lastVerifiedOn !== null && lastVerifiedOn > today)
    throw contactErrors.error('contact.verified-later', { today });
}

async function checkName(ctx: Ctx, name: string, ownId: ContactId | null): Promise<void> {
  const folded = foldForSearch(name);
  const same = (await contacts.listAll(ctx)).find(
    (one) => one.isActive && one.id !== ownId && foldForSearch(one.name) === folded,
  );
  if (same !== undefined) throw contactErrors.error('contact.name-taken', { name: same.name });
}

/** A note may say whom to ask for, which the auditor does not read. */
const shown = (ctx: Ctx, contact: contacts.StoredContact): Contact => ({
  ...contact,
  note: isAuditor(ctx.actor) && contact.note !== '' ? MASKED : contact.note,
  trust: trustOn(contact.lastVerifiedOn, todayOf(ctx)),
});

/** A closed body is found too: whoever asks for it is told what became of it. */
async function indexContact(ctx: Ctx, contact: contacts.StoredContact): Promise<void> {
  const kind = CONTACT_KIND_WORDS[contact.kind];
  await saveSearchEntry(ctx, {
    kind: 'contact',
    id: contact.id,
    title: contact.name,
    detail: contact.isActive ? kind : `${kind}. ${contact.closedNote}`,
    words: findWordsOf(contact),
    sortKey: '',
  });
}

const recordOf = ({ id }: Pick<Contact, 'id'>) => ({ objectType: 'contact', objectId: id });

const facts = (contact: contacts.StoredContact): AuditFacts => ({
  name: contact.name,
  kind: contact.kind,
  address: contact.address,
  phone: contact.phone,
  email: contact.email,
  web: contact.web,
  // A note may name somebody, and nothing is ever taken out of the record.
  hasNote: contact.note !== '',
  lastVerifiedOn: contact.lastVerifiedOn ?? '',
  isActive: contact.isActive,
  closedNote: contact.closedNote,
});
