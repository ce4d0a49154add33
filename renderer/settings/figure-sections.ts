import type { Parameter } from '#db/settings/settings.contract';
import { pathTo } from '../app/paths.ts';

/** Headings for the first part of a figure's name, in the order in which the list shows them. */
const SECTION_WORDS: Readonly<Record<string, string>> = {
  council: 'The council',
  strategy: 'The strategy',
  labels: 'Words used',
  team: 'The team',
  bodies: 'Tenant bodies',
  rooms: 'Rooms',
  equipment: 'Equipment',
  groups: 'Groups',
  people: 'People',
  grants: 'Grants',
  claims: 'Claims',
  meetings: 'Meetings',
};

/** A page that goes by figures of its own, where these are only the words of the council’s paper. */
type OwnPage = { readonly words: string; readonly link: string; readonly path: string };

const OWN_PAGES: Readonly<Record<string, OwnPage>> = {
  claims: {
    words: 'The words of the council’s paper. What is really paid is entered under',
    link: 'What can be claimed',
    path: pathTo.claimPolicy(),
  },
};

export type FigureSection = {
  readonly title: string;
  readonly figures: readonly Parameter[];
  readonly ownPage: OwnPage | undefined;
};

/** Figures under the heading of their part of the work. */
export function sectionsOf(parameters: readonly Parameter[]): readonly FigureSection[] {
  const byPart = Map.groupBy(parameters, (parameter) => parameter.name.split('.')[0] ?? '');
  return [...byPart].map(([part, figures]) => ({
    title: SECTION_WORDS[part] ?? part.charAt(0).toUpperCase() + part.slice(1),
    figures,
    ownPage: OWN_PAGES[part],
  }));
}
