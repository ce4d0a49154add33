import { z } from 'zod';
import type { Choice } from '../shared/ChooserField.tsx';
import { ChosenWho } from '../people/who.ts';

/** Asked and not answered yet; themself; another group than the person's own. Else it is the choice of a group. */
export const OPEN = 'open';
export const THEMSELF = 'themself';
export const ANOTHER = 'another';

const Shape = z.object({ who: ChosenWho, answer: z.string() });

/**
 * For whom somebody acts, asked once in each act of a person who holds a post in a group. `who` is null while
 * there is nothing to ask: no person was chosen, or the one chosen holds no post.
 */
export const ActsFor = Shape.refine(
  ({ answer }) => answer !== OPEN,
  'Say who they act for: themself, or a group. It decides for whom it counts.',
);
export type ActsFor = z.input<typeof ActsFor>;

export const NOTHING_TO_ASK: ActsFor = { who: null, answer: '' };

/** What the form holds once somebody is chosen: the question for a person, nothing for a group or for nobody. */
export const askFor = (choice: Choice | null): ActsFor =>
  choice?.id.startsWith('person:') ? { who: choice, answer: OPEN } : NOTHING_TO_ASK;

/** The same out of a form whose fields are not known by type. */
export const readActsFor = (typed: unknown): ActsFor =>
  Shape.safeParse(typed).data ?? NOTHING_TO_ASK;
