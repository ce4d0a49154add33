import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { COUNT_READERS } from '#db/profiles/profiles.contract';
import { DESK_ROLES } from '#db/shared/access';
import type { Found } from '#db/search/search.contract';
import { foldForSearch } from '#db/shared/fold';
import { THINGS_TO_MAKE } from '../app/MakeMenu.tsx';
import { PLACES } from '../app/navigation.tsx';
import { type Panel, showPanel } from '../app/panels.ts';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useBookLines } from '../bookings/use-book-lines.ts';
import { HELP_PAGES } from '../help/help-pages.ts';
import { useSettingsPages } from '../settings/settings-pages.ts';
import {
  ActivitiesIcon,
  AddIcon,
  ClockIcon,
  GroupsIcon,
  HelpIcon,
  KeyboardIcon,
  ListIcon,
  PersonIcon,
  RoomsIcon,
  SettingsIcon,
} from '../shared/icons.tsx';

/** One line of the palette: what it says and what choosing it does. */
export type PaletteLine = {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  readonly icon: ReactNode;
  readonly isPersonal?: boolean;
} & ({ readonly path: string } | { readonly panel: Panel });

export type PaletteGroup = { readonly heading: string; readonly lines: readonly PaletteLine[] };

/** The program's own lines that match the words typed: what can be started, gone to and read. */
export function useOwnLines(text: string): readonly PaletteGroup[] {
  const mayServe = useCan(DESK_ROLES);
  const seesCounts = useCan(COUNT_READERS);
  const bookLines = useBookLines(text);
  const location = useLocation();
  const settingsPages = useSettingsPages();
  const start: readonly PaletteLine[] = mayServe
    ? THINGS_TO_MAKE.map((thing) => ({
        key: `new ${thing.words}`,
        title: `New ${thing.words.toLowerCase()}`,
        icon: <AddIcon />,
        path: thing.path,
      }))
    : [];
  const go: readonly PaletteLine[] = [
    ...PLACES.map((place) => ({
      key: place.path,
      title: `Go to ${place.words}`,
      icon: place.icon,
      path: place.path,
    })),
    ...settingsPages.map((page) => ({
      key: page.path,
      title: `Settings: ${page.title}`,
      detail: page.words,
      icon: <SettingsIcon />,
      path: page.path,
    })),
    {
      key: 'directory',
      title: 'Go to Useful contacts',
      icon: <GroupsIcon />,
      path: pathTo.directory(),
    },
    {
      key: 'agreements',
      title: 'Go to Agreements',
      icon: <GroupsIcon />,
      path: pathTo.agreements(),
    },
    ...(mayServe
      ? [
          {
            key: 'mailings',
            title: 'Go to Mailings',
            icon: <PersonIcon />,
            path: pathTo.mailings(),
          },
          {
            key: 'sounding-board',
            title: 'Go to Sounding Board',
            icon: <PersonIcon />,
            path: pathTo.soundingBoard(),
          },
        ]
      : []),
    ...(seesCounts
      ? [
          {
            key: 'profiles',
            title: 'Go to Who takes part',
            icon: <PersonIcon />,
            path: pathTo.profiles(),
          },
        ]
      : []),
    ...(mayServe
      ? [
          {
            key: 'profile-forms',
            title: 'Go to Enter equality forms',
            icon: <PersonIcon />,
            path: pathTo.profileSheets(),
          },
        ]
      : []),
    { key: 'find', title: 'Find a time', icon: <ClockIcon />, path: pathTo.findTime(location) },
    { key: 'recent', title: 'Recent changes', icon: <ClockIcon />, panel: 'recent' },
    { key: 'keys', title: 'All keys', icon: <KeyboardIcon />, panel: 'keys' },
  ];
  const help: readonly PaletteLine[] = HELP_PAGES.map((page) => ({
    key: `help ${page.title}`,
    title: `Help: ${page.title}`,
    detail: page.purpose,
    icon: <HelpIcon />,
    path: page.path,
    panel: 'help' as const,
  }));

  const wanted = foldForSearch(text).split(' ');
  const matches = (line: PaletteLine): boolean => {
    const words = foldForSearch(`${line.title} ${line.detail ?? ''}`);
    return wanted.every((word) => words.includes(word));
  };
  const book = bookLines.map((line) => ({
    key: line.path,
    title: line.title,
    icon: <AddIcon />,
    path: line.path,
    isPersonal: true,
  }));
  return [
    { heading: 'Start', lines: [...book, ...start.filter(matches)] },
    { heading: 'Go to', lines: go.filter(matches) },
    // Help would drown the rest while nothing is typed.
    { heading: 'Help', lines: text === '' ? [] : help.filter(matches) },
  ];
}

/** What the search found, as lines that lead to it. */
export function linesOfFound(found: readonly Found[]): readonly PaletteLine[] {
  return found.map((hit) => ({
    key: `${hit.kind} ${hit.id}`,
    title: hit.title,
    detail: hit.detail,
    ...FOUND[hit.kind](hit.id),
  }));
}

const FOUND: Readonly<
  Record<Found['kind'], (id: string) => { icon: ReactNode; path: string; isPersonal?: boolean }>
> = {
  booking: (id) => ({ icon: <RoomsIcon />, path: pathTo.booking(id), isPersonal: true }),
  group: (id) => ({ icon: <GroupsIcon />, path: pathTo.group(id) }),
  person: (id) => ({ icon: <PersonIcon />, path: pathTo.person(id), isPersonal: true }),
  facility: () => ({ icon: <RoomsIcon />, path: pathTo.rooms() }),
  contact: (id) => ({ icon: <GroupsIcon />, path: pathTo.contact(id) }),
  activity: (id) => ({ icon: <ActivitiesIcon />, path: pathTo.activity(id) }),
  agreement: (id) => ({ icon: <GroupsIcon />, path: pathTo.agreement(id), isPersonal: true }),
  claim: (id) => ({ icon: <ListIcon />, path: pathTo.claim(id), isPersonal: true }),
};

/** Does what the line says, given a way to go to another page. */
export function runLine(line: PaletteLine, go: (path: string) => void): void {
  if ('path' in line) go(line.path);
  if ('panel' in line) showPanel(line.panel);
}
