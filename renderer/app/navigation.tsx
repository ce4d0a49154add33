import type { ReactNode } from 'react';
import {
  ActivitiesIcon,
  ClaimsIcon,
  GroupsIcon,
  PeopleIcon,
  ReportsIcon,
  RoomsIcon,
  SettingsIcon,
  TodayIcon,
  WalkInsIcon,
} from '../shared/icons.tsx';
import { pathTo } from './paths.ts';

/** A place in the left rail; `also` are addresses that belong to it without starting with its own. */
export type Place = {
  readonly words: string;
  readonly path: string;
  readonly icon: ReactNode;
  readonly also?: readonly string[];
};

export const PLACES: readonly Place[] = [
  { words: 'Today', path: pathTo.today(), icon: <TodayIcon /> },
  { words: 'Rooms', path: pathTo.rooms(), icon: <RoomsIcon />, also: ['/bookings'] },
  { words: 'Walk-ins', path: pathTo.walkIns(), icon: <WalkInsIcon /> },
  {
    words: 'Groups',
    path: pathTo.groups(),
    icon: <GroupsIcon />,
    also: ['/agreements', '/directory'],
  },
  { words: 'People', path: pathTo.people(), icon: <PeopleIcon /> },
  { words: 'Activities', path: pathTo.activities(), icon: <ActivitiesIcon /> },
  { words: 'Claims', path: pathTo.claims(), icon: <ClaimsIcon /> },
  { words: 'Reports', path: pathTo.reports(), icon: <ReportsIcon /> },
  { words: 'Settings', path: pathTo.settings(), icon: <SettingsIcon /> },
];

/** Whether the page at that address belongs to the place. */
export function isAt(place: Place, pathname: string): boolean {
  if (place.path === '/') return pathname === '/';
  return [place.path, ...(place.also ?? [])].some(
    (start) => pathname === start || pathname.startsWith(`${start}/`),
  );
}
