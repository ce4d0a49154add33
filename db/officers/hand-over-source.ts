import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Post } from './officers.contract.ts';

/**
 * What a module knows that has to be handed over when an officer changes; given by `api.ts`. A line names nobody: the
 * list is read by two officers and their group, and what other people claimed or owe is none of their business.
 *
 * - `post`: whatever goes with the post, such as the bank mandate of a treasurer.
 * - `outgoing`, `incoming`: what one person has to give back, or still has to be given.
 * - `group`: what the group has open; it goes to the officer who keeps it, `keptBy`, or whoever changes.
 */
export type HandOverSource =
  | {
      readonly about: 'post';
      readonly lines: (
        ctx: Ctx,
        of: { readonly groupId: GroupId; readonly post: Post; readonly on: LocalDate },
      ) => Promise<readonly string[]>;
    }
  | {
      readonly about: 'outgoing' | 'incoming';
      readonly lines: (
        ctx: Ctx,
        of: { readonly groupId: GroupId; readonly personId: PersonId; readonly on: LocalDate },
      ) => Promise<readonly string[]>;
    }
  | {
      readonly about: 'group';
      readonly keptBy: 'treasurer' | 'secretary';
      readonly lines: (
        ctx: Ctx,
        of: { readonly groupId: GroupId; readonly on: LocalDate },
      ) => Promise<readonly string[]>;
    };
