import { MANAGER_ONLY } from '#db/shared/access';
import { ALL_ROLES, type Role } from '#db/shared/roles';
import { pathTo } from '../app/paths.ts';
import { useSession } from '../app/session-context.tsx';

export type SettingsPage = {
  readonly title: string;
  readonly words: string;
  readonly path: string;
  readonly roles: readonly Role[];
};

const PAGES: readonly SettingsPage[] = [
  {
    title: 'Centre details',
    words: 'Name, address and phone on letters, and when a screen locks by itself',
    path: pathTo.centreSettings(),
    roles: MANAGER_ONLY,
  },
  {
    title: 'Rooms',
    words: 'Rooms and services, how many people they hold, and when they are open',
    path: pathTo.roomSettings(),
    roles: ALL_ROLES,
  },
  {
    title: 'Office hours',
    words: 'When the unit is staffed',
    path: pathTo.hoursSettings(),
    roles: ALL_ROLES,
  },
  {
    title: 'Closed and open days',
    words: 'Bank holidays, closed days, and days on which the centre opens all the same',
    path: pathTo.closures(),
    roles: ALL_ROLES,
  },
  {
    title: 'Areas',
    words: 'Neighbourhoods, estates, sheltered schemes, blocks and streets',
    path: pathTo.areas(),
    roles: ALL_ROLES,
  },
  {
    title: 'Guidelines and fire procedure',
    words: 'What people are given before they use a room, by version',
    path: pathTo.conditions(),
    roles: ALL_ROLES,
  },
  {
    title: 'Recognition of groups',
    words: 'What the council asks before it recognises a group, and what needs recognition',
    path: pathTo.recognitionRules(),
    roles: ALL_ROLES,
  },
  {
    title: 'What can be claimed',
    words: 'Rates, limits and conditions for expense claims, each from its day on',
    path: pathTo.claimPolicy(),
    roles: ALL_ROLES,
  },
  {
    title: 'Services removed',
    words: 'What was taken away from a group or person, until when, and why',
    path: pathTo.restrictions(),
    roles: ALL_ROLES,
  },
  {
    title: 'Venues and keys',
    words: 'Places other than the centre, the council’s access to them, and who holds which key',
    path: pathTo.venues(),
    roles: ALL_ROLES,
  },
  {
    title: 'Figures and rules',
    words: 'What the council’s paper says, each with its date and where it comes from',
    path: pathTo.figures(),
    roles: ALL_ROLES,
  },
  {
    title: 'Bring in a diary or a table',
    words: 'Bookings, people and groups from a spreadsheet, shown before they are saved',
    path: pathTo.imports(),
    roles: MANAGER_ONLY,
  },
  {
    title: 'Records past their time',
    words: 'How long records are kept, copies people ask for, erasures and legal holds',
    path: pathTo.pastRecords(),
    roles: MANAGER_ONLY,
  },
  {
    title: 'Accounts',
    words: 'Who may sign in and what each may do',
    path: pathTo.accounts(),
    roles: ['finance', 'manager', 'auditor'],
  },
  {
    title: 'My passphrase and PIN',
    words: 'Change how you sign in and unlock',
    path: pathTo.ownAccount(),
    roles: ALL_ROLES,
  },
  {
    title: 'The record',
    words: 'Who did what and when; managers and the auditor check that it is whole',
    path: pathTo.record(),
    roles: ALL_ROLES,
  },
];

/** The settings pages this person may open. */
export function useSettingsPages(): readonly SettingsPage[] {
  const role = useSession().signedIn?.role;
  return PAGES.filter((page) => role !== undefined && page.roles.includes(role));
}
