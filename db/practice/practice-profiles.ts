import { listAreas } from '#db/areas/areas.service';
import type { Core } from '#db/open-core';
import type { PersonKind } from '#db/people/people.contract';
import {
  type Comparator,
  type GapGroupDetails,
  Month,
  type QuestionId,
} from '#db/profiles/profiles.contract';
import { PREFER_NOT } from '#db/profiles/questions.rules';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { addDays, atTime, instantOf, LocalDate, LocalTime } from '#db/shared/local-date';
import type { Event } from './practice-events.ts';

/** Sheets of people who take part, and of others who were asked at an open day. */
const INVOLVED = 100;
const OTHERS = 60;
/** Sheets of the last bundle, which wait for one more. */
const WAITING = 4;
/** Under this many of the involved are under 30: eight of a hundred. */
const YOUNG_OF_INVOLVED = 8;
const YOUNG_OF_OTHERS = 15;

const CENSUS = (percent: number): Comparator => ({
  percent,
  asAt: LocalDate.parse('2021-03-21'),
  source: 'Made-up census',
});

/** Whom the made-up council wants to reach. */
const GROUPS: readonly GapGroupDetails[] = [
  { name: 'Young people', questionId: 'age', choiceIds: ['under-30'], comparator: CENSUS(21) },
  {
    name: 'BME',
    questionId: 'ethnic-origin',
    choiceIds: [
      'gypsy-traveller-or-roma',
      'mixed-or-multiple',
      'asian-or-asian-british',
      'black-or-black-british',
      'arab',
      'another-origin',
    ],
    comparator: CENSUS(23),
  },
  {
    name: 'Young families',
    questionId: 'young-family',
    choiceIds: ['yes'],
    comparator: CENSUS(30),
  },
];

/** Answers that come round by turns, the commoner ones more often; an empty one was not given. */
const BY_TURNS: Readonly<Partial<Record<QuestionId, readonly string[]>>> = {
  'ethnic-origin': [
    ...Array.from({ length: 15 }, () => 'white-british'),
    'other-white',
    'other-white',
    'asian-or-asian-british',
    'black-or-black-british',
    PREFER_NOT,
    'mixed-or-multiple',
  ],
  sexuality: [
    ...Array.from({ length: 40 }, () => 'heterosexual-or-straight'),
    'gay-or-lesbian',
    'bisexual',
    '',
    PREFER_NOT,
    PREFER_NOT,
    'gay-or-lesbian',
  ],
  disability: ['no', 'no', 'yes-limits-me-a-little', 'no', 'yes-limits-me-a-lot', 'no', ''],
  gender: ['woman', 'man', 'woman', 'woman', 'man', PREFER_NOT],
  religion: ['christian', 'no-religion', 'christian', 'muslim', '', 'no-religion', PREFER_NOT],
  'marital-status': [
    'single',
    'married-or-in-a-civil-partnership',
    'widow-or-widower',
    '',
    'separated-or-divorced',
  ],
  nationality: [
    ...Array.from({ length: 9 }, () => 'british'),
    'another-nationality',
    'british',
    '',
  ],
  carer: ['no', 'no', 'yes', 'no'],
  'young-family': ['no', 'no', 'no', 'no', 'yes', 'no', 'no', 'no'],
  language: ['english', 'english', 'english', 'polish', 'english', 'english', 'arabic'],
};
const AGES = ['60-to-74', '75-or-over', '45-to-59', '60-to-74', '30-to-44'] as const;
const TENURES: readonly PersonKind[] = ['tenant', 'tenant', 'tenant', 'leaseholder'];
/** Every third sheet names no area. */
const AREAS = ['North', 'East', ''] as const;

/** On the days before the first one, the made-up bundles are entered; all but the last are counted. */
export function profileEvents(core: Core, firstDay: LocalDate): readonly Event[] {
  const at = (daysBefore: number, time: string) =>
    instantOf(atTime(addDays(firstDay, -daysBefore), LocalTime.parse(time)));
  return [
    {
      at: at(3, '10:00'),
      by: 'manager',
      act: async (ctx) => {
        for (const group of GROUPS) await core.api.profiles.addGapGroup(ctx, group);
        for (const [choiceId, percent] of [
          ['under-30', 21],
          ['30-to-44', 24],
          ['45-to-59', 22],
          ['60-to-74', 20],
          ['75-or-over', 13],
        ] as const)
          await core.api.profiles.setComparator(ctx, {
            questionId: 'age',
            choiceId,
            comparator: CENSUS(percent),
          });
      },
    },
    {
      at: at(3, '11:00'),
      by: 'officer',
      act: async (ctx) => {
        await enter(core, ctx, { many: INVOLVED, young: YOUNG_OF_INVOLVED, isInvolved: true });
        await enter(core, ctx, { many: OTHERS, young: YOUNG_OF_OTHERS, isInvolved: false });
        await core.api.profiles.settleSheets(ctx, {});
      },
    },
    {
      at: at(2, '16:00'),
      by: 'desk',
      act: (ctx) => enter(core, ctx, { many: WAITING, young: 0, isInvolved: true }),
    },
  ];
}

async function enter(
  core: Core,
  ctx: Ctx,
  of: { readonly many: number; readonly young: number; readonly isInvolved: boolean },
): Promise<void> {
  const areas = await listAreas(ctx);
  const month = Month.parse(todayOf(ctx).slice(0, 7));
  for (let i = 0; i < of.many; i++) {
    const area = turn(AREAS, i + Math.trunc(i / 4));
    await core.api.profiles.addSheet(ctx, {
      areaId: areas.find(({ name }) => name === area)?.id ?? null,
      tenure: turn(TENURES, i + Math.trunc(i / 9)),
      isInvolved: of.isInvolved,
      month,
      answers: [
        { questionId: 'age', choiceId: i < of.young ? 'under-30' : turn(AGES, i) },
        ...Object.entries(BY_TURNS).flatMap(([questionId, choices]) => {
          const choiceId = turn(choices, i);
          return choiceId === '' ? [] : [{ questionId: questionId as QuestionId, choiceId }];
        }),
      ],
    });
  }
}

const turn = <T>(values: readonly T[], i: number): T =>
  mustExist(values[i % values.length], 'there is one for each turn');
