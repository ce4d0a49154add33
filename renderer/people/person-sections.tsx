import type { ComponentType } from 'react';
import type { Person } from '#db/people/people.contract';
import { AgreementsSection } from '../agreements/AgreementsSection.tsx';
import { ComingBookings } from '../bookings/ComingBookings.tsx';
import { WhatHappened } from '../bookings/WhatHappened.tsx';
import { PersonClaims } from '../claims/ClaimsSection.tsx';
import { TravelPlans } from '../claims/plans/TravelPlans.tsx';
import { HeldSection } from '../holdings/HeldSection.tsx';
import { MergedRecords } from '../holdings/MergedRecords.tsx';
import { WhatWasGiven } from '../conditions/WhatWasGiven.tsx';
import { AskedSection } from '../mailings/AskedSection.tsx';
import { PayeeSection } from '../payees/PayeeSection.tsx';
import { SpeaksFor } from '../officers/SpeaksFor.tsx';
import { Standing } from '../restrictions/Standing.tsx';
import { StandingToday } from '../timeline/StandingToday.tsx';
import { Timeline } from '../timeline/Timeline.tsx';

/** One part of a person's page: what one module knows of the person. */
type PersonSection = {
  readonly id: string;
  readonly Section: ComponentType<{ readonly person: Person }>;
};

/** The parts of a person's page from top to bottom; each module adds its own line. */
export const PERSON_SECTIONS: readonly PersonSection[] = [
  {
    id: 'today',
    Section: ({ person }) => <StandingToday of={{ kind: 'person', personId: person.id }} />,
  },
  { id: 'speaks-for', Section: SpeaksFor },
  {
    id: 'standing',
    Section: ({ person }) => <Standing subject={{ kind: 'person', personId: person.id }} />,
  },
  {
    id: 'paid',
    Section: ({ person }) => (
      <PayeeSection of={{ kind: 'person', personId: person.id }} name={person.name} />
    ),
  },
  { id: 'claims', Section: PersonClaims },
  { id: 'travel', Section: TravelPlans },
  { id: 'asked', Section: AskedSection },
  { id: 'agreements', Section: AgreementsSection },
  {
    id: 'given',
    Section: ({ person }) => (
      <WhatWasGiven who={{ kind: 'person', personId: person.id }} name={person.name} />
    ),
  },
  {
    id: 'bookings',
    Section: ({ person }) => <ComingBookings booker={{ kind: 'person', personId: person.id }} />,
  },
  {
    id: 'timeline',
    Section: ({ person }) => <Timeline of={{ kind: 'person', personId: person.id }} />,
  },
  {
    id: 'held',
    Section: ({ person }) => <HeldSection kind="person" id={person.id} />,
  },
  {
    id: 'merged',
    Section: ({ person }) => <MergedRecords kind="person" id={person.id} />,
  },
  {
    id: 'happened',
    Section: ({ person }) => <WhatHappened objectType="person" objectId={person.id} />,
  },
];
