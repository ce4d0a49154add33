import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import { type CsvCell, CSV_MARK, formatCsv } from '#db/shared/csv';
import type { Ctx } from '#db/shared/ctx';
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

    async exportList(steps, filter) {
      const { listed, today } = await steps.unit(async (ctx) => ({
        listed: await listContacts(ctx, filter),
        today: todayOf(ctx),
      }));
      return {
        title: 'Useful contacts',
        fileName: `useful-contacts-${today}.csv`,
        mediaType: 'text/csv',
        text: `${CSV_MARK}${formatCsv([HEADINGS, ...listed.map(cellsOf)])}`,
      };
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

const HEADINGS = [
  'Name',
  'Kind',
  'Address',
  'Phone',
  'E-mail',
  'Web',
  'Note',
  'Last verified',
  'Closed',
];

const cellsOf = (contact: Contact): readonly CsvCell[] => [
  contact.name,
  CONTACT_KIND_WORDS[contact.kind],
  contact.address,
  contact.phone,
  contact.email,
  contact.web,
  contact.note,
  contact.lastVerifiedOn,
  contact.closedNote,
];
