import { listWhoAgree } from '#db/people/consents.service';
import { paperFrameOf } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { GroupHooks } from '../group-hooks.ts';
import {
  DOCUMENT_KIND_WORDS,
  DUTY_WORDS,
  type GroupRecord,
  SUPPORT_KIND_WORDS,
} from '../group-record.contract.ts';
import { GROUP_KIND_WORDS, type GroupId } from '../groups.contract.ts';
import { getGroup } from '../groups.service.ts';
import { homesInForce } from '../homes.rules.ts';
import { needsRecognition } from '../kinds.rules.ts';
import { showRecord } from '../read-record.service.ts';
import { STATE_WORDS } from '../register-words.rules.ts';
import type { RecordSheetValues } from './record-sheet.pdf.ts';
import { SheetSection } from './sheet-section.ts';

/** What stands in place of the name of somebody who has not agreed to be named (PPL-10). */
const NOT_NAMED = 'Not named (no consent)';

/** The sheet of one group: what this module knows, then what the others add in their order. */
export async function recordSheetValues(
  ctx: Ctx,
  hooks: GroupHooks,
  id: GroupId,
  size: PaperSize,
): Promise<RecordSheetValues> {
  const today = todayOf(ctx);
  const record = await showRecord(ctx, hooks, id);
  const people = [
    ...(record.contactId === null ? [] : [record.contactId]),
    ...record.representation.map((one) => one.personId),
  ];
  const agree = await listWhoAgree(ctx, people, 'be-named', today);
  const give = await listWhoAgree(ctx, people, 'share-contact', today);
  const state = (await hooks.recognitionOn(ctx, today)).get(id) ?? 'none';
  const sections: SheetSection[] = [
    aboutSection(record, {
      state: state === 'none' && !needsRecognition(record.kind) ? '' : STATE_WORDS[state],
      contact:
        record.contactId === null
          ? ''
          : agree.has(record.contactId)
            ? record.contactName
            : NOT_NAMED,
      mayGivePhone: record.contactId !== null && give.has(record.contactId),
    }),
    homesSection(record, today),
    datesSection(record),
    documentsSection(record),
    representationSection(record, (one) => (agree.has(one.personId) ? one.personName : NOT_NAMED)),
  ];
  const group = await getGroup(ctx, id);
  for (const sectionOf of hooks.sheetSections) {
    const section = await sectionOf(ctx, group, today);
    if (section !== undefined) sections.push(section);
  }
  sections.push(supportSection(record));
  return {
    ...(await paperFrameOf(ctx, size)),
    title: 'Group record sheet',
    name: record.name,
    notice: noticeOf(record),
    sections: sections.map((section) => SheetSection.parse(section)),
  };
}

const words = (date: LocalDate | null): string => (date === null ? '' : formatDateNoWeekday(date));

function noticeOf(record: GroupRecord): readonly string[] {
  if (record.endedOn === null) return [];
  return [
    `Ended on ${words(record.endedOn)}`,
    record.endReason,
    ...(record.successor === null ? [] : [`${record.successor.name} goes on in its place.`]),
  ];
}

function aboutSection(
  record: GroupRecord,
  shown: { readonly state: string; readonly contact: string; readonly mayGivePhone: boolean },
): SheetSection {
  const fields: readonly (readonly [string, string])[] = [
    ['Kind', GROUP_KIND_WORDS[record.kind]],
    ['Area', record.areaNames.join(', ')],
    ['Looks after', record.patch],
    ['Part of', record.parent?.name ?? ''],
    ['Sub-groups', record.children.map((one) => one.name).join(', ')],
    ['Recognition', shown.state],
    ['Remit', record.remit],
    ['Active members', membersWords(record)],
    ['Quorum', record.quorumWords],
    ['Contact', shown.contact],
    ['Phone', shown.mayGivePhone ? record.phone : ''],
    ['E-mail', shown.mayGivePhone ? record.email : ''],
    ['Link officer', record.linkOfficer],
    ['Sheltered scheme', record.isScheme ? 'Yes' : ''],
    ['Began on', words(record.startedOn)],
    ['Last confirmed on', words(record.lastConfirmedOn)],
  ];
  return {
    heading: 'The group',
    fields: fields.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
  };
}

const membersWords = (record: GroupRecord): string =>
  record.activeMembers === null
    ? ''
    : record.activeMembersAsAt === null
      ? String(record.activeMembers)
      : `${record.activeMembers} on ${words(record.activeMembersAsAt)}`;

function homesSection(record: GroupRecord, today: LocalDate): SheetSection {
  return {
    heading: 'Homes it covers',
    table: {
      headings: ['Landlord', 'Properties', 'Tenancies', 'As at', 'Source'],
      rows: homesInForce(record.homes, today).map((row) => [
        row.landlord,
        row.properties === null ? '' : String(row.properties),
        row.tenancies === null ? '' : String(row.tenancies),
        words(row.asAt),
        row.source,
      ]),
    },
    empty: 'No homes are counted.',
  };
}

function datesSection(record: GroupRecord): SheetSection {
  return {
    heading: 'Dates',
    table: {
      headings: ['What', 'Last', 'Due next'],
      rows: record.duties
        .filter((duty) => duty.lastOn !== null || duty.nextDueOn !== null)
        .map((duty) => [
          DUTY_WORDS[duty.kind],
          words(duty.lastOn),
          duty.standing === 'overdue'
            ? `${words(duty.nextDueOn)} (overdue)`
            : words(duty.nextDueOn),
        ]),
    },
    empty: 'No dates are set.',
  };
}

function documentsSection(record: GroupRecord): SheetSection {
  return {
    heading: 'Documents',
    fields:
      record.missingPapers.length === 0
        ? []
        : [{ label: 'Missing', value: record.missingPapers.join(', ') }],
    table: {
      headings: ['Document', 'Version', 'Dated', 'Received', 'Runs out'],
      rows: record.documents
        .filter((one) => one.replacedById === null)
        .map((one) => [
          one.title === DOCUMENT_KIND_WORDS[one.kind]
            ? one.title
            : `${one.title} (${DOCUMENT_KIND_WORDS[one.kind]})`,
          one.version,
          words(one.datedOn),
          words(one.receivedOn),
          words(one.expiresOn),
        ]),
    },
    empty: 'No documents are here.',
  };
}

function representationSection(
  record: GroupRecord,
  nameOf: (one: GroupRecord['representation'][number]) => string,
): SheetSection {
  return {
    heading: 'Who speaks for it elsewhere',
    table: {
      headings: ['Body', 'Person', 'From', 'Until'],
      rows: record.representation.map((one) => [
        one.bodyName,
        nameOf(one),
        words(one.from),
        words(one.until),
      ]),
    },
    empty: 'Nobody is entered.',
  };
}

/** The last entries; the whole log stays on screen. */
const SUPPORT_LINES = 12;

function supportSection(record: GroupRecord): SheetSection {
  return {
    heading: 'Support given',
    table: {
      headings: ['What', 'On', 'By'],
      rows: record.support
        .slice(0, SUPPORT_LINES)
        .map((one) => [`${SUPPORT_KIND_WORDS[one.kind]}: ${one.what}`, words(one.on), one.by]),
    },
    empty: 'Nothing is entered.',
  };
}
