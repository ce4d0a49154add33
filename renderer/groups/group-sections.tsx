import type { ComponentType } from 'react';
import type { Group } from '#db/groups/groups.contract';
import { AgreementsSection } from '../agreements/AgreementsSection.tsx';
import { ComingBookings } from '../bookings/ComingBookings.tsx';
import { WhatHappened } from '../bookings/WhatHappened.tsx';
import { GroupClaims } from '../claims/ClaimsSection.tsx';
import { HeldSection } from '../holdings/HeldSection.tsx';
import { MergedRecords } from '../holdings/MergedRecords.tsx';
import { WhatWasGiven } from '../conditions/WhatWasGiven.tsx';
import { OfficersSection } from '../officers/OfficersSection.tsx';
import { GroupParts } from './GroupParts.tsx';
import { PayeeSection } from '../payees/PayeeSection.tsx';
import { RecognitionSection } from '../recognition/RecognitionSection.tsx';
import { Standing } from '../restrictions/Standing.tsx';
import { StandingToday } from '../timeline/StandingToday.tsx';
import { Timeline } from '../timeline/Timeline.tsx';

/** One part of a group's page: what one module knows of the group. */
type GroupSection = {
  readonly id: string;
  readonly Section: ComponentType<{ readonly group: Group }>;
};

/** The parts of a group's page from top to bottom; each module adds its own line. */
export const GROUP_SECTIONS: readonly GroupSection[] = [
  {
    id: 'today',
    Section: ({ group }) => <StandingToday of={{ kind: 'group', groupId: group.id }} />,
  },
  { id: 'record', Section: GroupParts },
  { id: 'recognition', Section: RecognitionSection },
  { id: 'officers', Section: OfficersSection },
  {
    id: 'standing',
    Section: ({ group }) => <Standing subject={{ kind: 'group', groupId: group.id }} />,
  },
  {
    id: 'paid',
    Section: ({ group }) => (
      <PayeeSection of={{ kind: 'group', groupId: group.id }} name={group.name} />
    ),
  },
  { id: 'claims', Section: GroupClaims },
  { id: 'agreements', Section: AgreementsSection },
  {
    id: 'given',
    Section: ({ group }) => (
      <WhatWasGiven who={{ kind: 'group', groupId: group.id }} name={group.name} />
    ),
  },
  {
    id: 'bookings',
    Section: ({ group }) => <ComingBookings booker={{ kind: 'group', groupId: group.id }} />,
  },
  {
    id: 'timeline',
    Section: ({ group }) => <Timeline of={{ kind: 'group', groupId: group.id }} />,
  },
  {
    id: 'held',
    Section: ({ group }) => <HeldSection kind="group" id={group.id} />,
  },
  {
    id: 'merged',
    Section: ({ group }) => <MergedRecords kind="group" id={group.id} />,
  },
  {
    id: 'happened',
    Section: ({ group }) => <WhatHappened objectType="group" objectId={group.id} />,
  },
];
