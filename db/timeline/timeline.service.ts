import type { SheetSectionOf } from '#db/groups/group-hooks';
import { getGroup } from '#db/groups/groups.service';
import type { Party } from '#db/people/party.contract';
import { MASKED } from '#db/people/people.rules';
import { getPerson } from '#db/people/people.service';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { dueSection, allowedSection, happenedSection } from './timeline-sheet.rules.ts';
import type { StandingSource, TimelineAsked, TimelineSource } from './timeline-source.ts';
import type {
  Allowed,
  Due,
  timelineContract,
  TimelineEntry,
  TimelineKind,
} from './timeline.contract.ts';
import { inOrder, soonestFirst, stoppedFirst } from './timeline.rules.ts';

/** What every module offers to the page of a group or person; given by `api.ts`. */
export type TimelineSources = {
  readonly happened: readonly TimelineSource[];
  readonly standing: readonly StandingSource[];
};

/** How many entries a record sheet is made from; what came again and again is one line of it. */
const ENTRIES_OF_A_SHEET = 200;

/** One timeline from what every module knows; each source is asked for no more lines than are shown. */
export function timelineService(sources: TimelineSources): Handlers<typeof timelineContract> {
  return {
    async list(ctx, { of, kinds, when, limit }) {
      await checkIsThere(ctx, of);
      return readTimeline(ctx, sources, { of, kinds, when, limit });
    },

    async today(ctx, { of }) {
      await checkIsThere(ctx, of);
      return readToday(ctx, sources, of);
    },

    async printPerson(steps, { personId, size }) {
      const values = await steps.unit(async (ctx) => {
        const person = await getPerson(ctx, personId);
        const of: Party = { kind: 'person', personId };
        const { due, allowed } = await readToday(ctx, sources, of);
        const { entries } = await readTimeline(ctx, sources, { ...PAST, of });
        return {
          ...(await paperFrameOf(ctx, size)),
          title: 'Record sheet of a person',
          name: person.name,
          notice: [],
          sections: [dueSection(due), allowedSection(allowed), happenedSection(entries)],
        };
      });
      return drawPaperAs(steps, {
        paper: 'group-record',
        values,
        title: 'Record sheet of a person',
        fileName: 'person-record.pdf',
      });
    },
  };
}

/** What the record sheet of a group (DOC-17) says beside the facts: what is due, what is allowed, what happened last. */
export const timelineOnSheet = (sources: TimelineSources): readonly SheetSectionOf[] => [
  async (ctx, { id }) => dueSection((await readToday(ctx, sources, groupOf(id))).due),
  async (ctx, { id }) => allowedSection((await readToday(ctx, sources, groupOf(id))).allowed),
  async (ctx, { id }) =>
    happenedSection((await readTimeline(ctx, sources, { ...PAST, of: groupOf(id) })).entries),
];

const groupOf = (groupId: Extract<Party, { kind: 'group' }>['groupId']): Party => ({
  kind: 'group',
  groupId,
});

const PAST = { when: 'past', kinds: [], limit: ENTRIES_OF_A_SHEET } as const;

async function readTimeline(
  ctx: Ctx,
  { happened }: TimelineSources,
  wanted: {
    readonly of: Party;
    readonly kinds: readonly TimelineKind[];
    readonly when: TimelineAsked['when'];
    readonly limit: number;
  },
): Promise<{ entries: TimelineEntry[]; hasMore: boolean }> {
  const { of, kinds, when, limit } = wanted;
  // One more than is shown tells whether there are more.
  const asked: TimelineAsked = { when, today: todayOf(ctx), limit: limit + 1 };
  const isWanted = (kind: TimelineKind): boolean => kinds.length === 0 || kinds.includes(kind);
  const found: TimelineEntry[] = [];
  for (const source of happened)
    if (source.kinds.some(isWanted) && maySee(ctx, source))
      found.push(...(await source.list(ctx, of, asked)).filter(({ kind }) => isWanted(kind)));
  const entries = inOrder(found, asked);
  return {
    entries: entries
      .slice(0, limit)
      .map((entry) => ({ ...entry, detail: shown(ctx, entry.detail) })),
    hasMore: entries.length > limit,
  };
}

async function readToday(
  ctx: Ctx,
  { standing }: TimelineSources,
  of: Party,
): Promise<{ due: Due[]; allowed: Allowed[] }> {
  const today = todayOf(ctx);
  const due: Due[] = [];
  const allowed: Allowed[] = [];
  for (const source of standing.filter((one) => maySee(ctx, one))) {
    due.push(...((await source.due?.(ctx, of, today)) ?? []));
    allowed.push(...((await source.allowed?.(ctx, of, today)) ?? []));
  }
  return {
    due: [...soonestFirst(due)],
    allowed: stoppedFirst(allowed).map((one) => ({ ...one, detail: shown(ctx, one.detail) })),
  };
}

/** The program itself sees everything; an account what its role may. */
const maySee = (ctx: Ctx, { access }: Pick<TimelineSource, 'access'>): boolean =>
  access === undefined || ctx.actor.kind !== 'user' || access.includes(ctx.actor.role);

/** Whoever follows acts and not people reads that something happened, not to whom and in whose words. */
const shown = (ctx: Ctx, detail: string): string =>
  detail !== '' && isAuditor(ctx.actor) ? MASKED : detail;

async function checkIsThere(ctx: Ctx, of: Party): Promise<void> {
  if (of.kind === 'group') await getGroup(ctx, of.groupId);
  else await getPerson(ctx, of.personId);
}
