import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { saveTable } from '#db/shared/save-table';
import { type Column, tableOf } from '#db/shared/table';
import { CONTACT_KIND_WORDS, type Contact, type directoryContract } from './directory.contract.ts';
import { byKind } from './directory.rules.ts';
import type { ContactFilter } from './directory.service.ts';
import type { UsefulContactsValues } from './useful-contacts.pdf.ts';

type ListContacts = (ctx: Ctx, filter: ContactFilter) => Promise<readonly Contact[]>;

/** The useful contacts on paper and as a table. */
export function directoryPapers(
  listContacts: ListContacts,
): Pick<Handlers<typeof directoryContract>, 'printSheet' | 'exportList'> {
  return {
    async printSheet(steps, { kind, size }) {
      const values = await steps.unit(async (ctx): Promise<UsefulContactsValues> => {
        const listed = await listContacts(ctx, { text: '', kind, withClosed: false });
        return {
          ...(await paperFrameOf(ctx, size)),
          title: kind === null ? 'Useful contacts' : CONTACT_KIND_WORDS[kind],
          parts: byKind(listed).map((part) => ({
            kind: CONTACT_KIND_WORDS[part.kind],
            contacts: part.contacts.map(toSheetLine),
          })),
        };
      });
      return drawPaperAs(steps, {
        paper: 'useful-contacts',
        values,
        title: values.title,
        fileName: 'useful-contacts.pdf',
      });
    },

    async exportList(steps, { as, ...filter }) {
      const { listed, today } = await steps.unit(async (ctx) => ({
        listed: await listContacts(ctx, filter),
        today: todayOf(ctx),
      }));
      return saveTable(steps, {
        as,
        name: `useful-contacts-${today}`,
        table: tableOf('Useful contacts', CONTACTS_TABLE, listed),
      });
    },
  };
}

/** Details that nobody ever verified are never printed: a wrong number is worse than none (DIR-04). */
function toSheetLine(contact: Contact): UsefulContactsValues['parts'][number]['contacts'][number] {
  const { name, address, phone, email, web, lastVerifiedOn } = contact;
  return lastVerifiedOn === null
    ? { name, details: null }
    : {
        name,
        details: { address, phone, email, web, lastVerifiedOn, isOld: contact.trust === 'old' },
      };
}

const CONTACTS_TABLE: readonly Column<Contact>[] = [
  { heading: 'Name', of: (contact) => contact.name },
  { heading: 'Kind', of: (contact) => CONTACT_KIND_WORDS[contact.kind] },
  { heading: 'Address', of: (contact) => contact.address },
  { heading: 'Phone', of: (contact) => contact.phone },
  { heading: 'E-mail', of: (contact) => contact.email },
  { heading: 'Web', of: (contact) => contact.web },
  { heading: 'Note', of: (contact) => contact.note },
  { heading: 'Last verified', kind: 'date', of: (contact) => contact.lastVerifiedOn },
  { heading: 'Closed', of: (contact) => contact.closedNote },
];
