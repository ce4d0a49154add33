import Link from '@mui/material/Link';
import { Fragment, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { GroupLink, GroupRecord } from '#db/groups/group-record.contract';
import { isRepKind } from '#db/groups/kinds.rules';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import type { Fact } from '../shared/FactList.tsx';

/** Groups by name, each leading to its own page. */
export function GroupLinks({ groups }: { readonly groups: readonly GroupLink[] }): ReactNode {
  return groups.map((group, place) => (
    <Fragment key={group.id}>
      {place > 0 && ', '}
      <Link component={RouterLink} to={pathTo.group(group.id)}>
        {group.name}
      </Link>
    </Fragment>
  ));
}

/** A day in words, or what is said where there is none. */
export const dayOr = (day: LocalDate | null, otherwise: string): string =>
  day === null ? otherwise : formatDateNoWeekday(day);

/** What is on record about a group, without what nobody has entered. */
export function recordFacts(record: GroupRecord): readonly Fact[] {
  const isRep = isRepKind(record.kind);
  const facts: readonly (Fact | false)[] = [
    text('Area', record.areaNames.join(', ')),
    text('Looks after', record.patch, isRep),
    text(isRep ? 'Representative' : 'Contact', record.contactName, true),
    text('E-mail', record.email, true),
    record.parent !== null && {
      label: 'Part of',
      value: <GroupLinks groups={[record.parent]} />,
    },
    record.children.length > 0 && {
      label: 'Sub-groups',
      value: <GroupLinks groups={record.children} />,
    },
    record.isScheme && { label: 'Sheltered scheme', value: 'Yes' },
    text('Remit', record.remit),
    text('Active members', membersWords(record)),
    text('Quorum', record.quorumWords),
    text('Link officer', record.linkOfficer),
    record.startedOn !== null && {
      label: 'Began on',
      value: formatDateNoWeekday(record.startedOn),
    },
  ];
  return facts.filter((fact) => fact !== false);
}

const text = (label: string, value: string, isPersonal = false): Fact | false =>
  value !== '' && { label, value, isPersonal };

function membersWords({ activeMembers, activeMembersAsAt }: GroupRecord): string {
  if (activeMembers === null) return '';
  return activeMembersAsAt === null
    ? String(activeMembers)
    : `${activeMembers}, counted on ${formatDateNoWeekday(activeMembersAsAt)}`;
}
