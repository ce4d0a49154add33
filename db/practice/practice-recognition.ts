import { GroupId } from '#db/groups/groups.contract';
import type { Core } from '#db/open-core';
import type { DecisionDetails } from '#db/recognition/recognition.contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { addDays, atTime, instantOf, type LocalDate, timeOfMinutes } from '#db/shared/local-date';
import { MADE_UP_GROUPS } from './made-up-groups.ts';
import type { Event, Known } from './practice-events.ts';

/** How the recognition of the practice associations goes, in their order: most recognised, one lapsed and back, one lapsed, one asking. */
const TALES = ['recognised', 'back', 'recognised', 'lapsed', 'asking'] as const;

/** In the second week the recognition of the associations is entered, as the card box had it. */
export function recognitionEvents(core: Core, setUpOn: LocalDate, known: Known): readonly Event[] {
  const at = (day: number, minute: number) =>
    instantOf(atTime(addDays(setUpOn, day), timeOfMinutes(minute)));
  return MADE_UP_GROUPS.filter((group) => group.kind === 'tra').map(
    ({ name }, i): Event => ({
      at: at(9, 10 * 60 + 4 * i),
      by: 'manager',
      act: (ctx) => tell(core, ctx, { name, place: i, setUpOn, known }),
    }),
  );
}

async function tell(
  core: Core,
  ctx: Ctx,
  of: {
    readonly name: string;
    readonly place: number;
    readonly setUpOn: LocalDate;
    readonly known: Known;
  },
): Promise<void> {
  const { name, place, setUpOn } = of;
  const groupId = GroupId.parse(
    mustExist(of.known.groups.get(name), 'the card box was entered before'),
  );
  const tale = TALES[place % TALES.length];
  if (tale === 'asking') {
    await core.api.recognition.startReturn(ctx, { groupId, on: addDays(setUpOn, 9) });
    return;
  }
  const decide = (part: Partial<DecisionDetails>) =>
    core.api.recognition.recordDecision(ctx, {
      groupId,
      kind: 'recognised',
      from: addDays(setUpOn, -900),
      reason: 'It meets what the council asks.',
      // Nothing of these years was kept line by line.
      conditions: 'As the card box had it.',
      decidedBy: 'The manager before',
      nextDueOn: null,
      ...part,
    });
  await decide({});
  if (tale === 'recognised') return;
  await decide({
    kind: 'lapsed',
    from: addDays(setUpOn, -200),
    reason: 'The accounts were missing.',
    conditions: '',
  });
  if (tale === 'back')
    await decide({
      kind: 'restored',
      from: addDays(setUpOn, -188),
      reason: 'The accounts came in.',
    });
}
