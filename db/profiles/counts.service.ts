import { listAreas } from '#db/areas/areas.service';
import { PERSON_KIND_WORDS, PersonKind } from '#db/people/people.contract';
import { countFilledRecords } from '#db/people/record-fields.service';
import { RECORD_FIELD_WORDS } from '#db/people/record-fields.rules';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import { smallCountOf } from '#db/settings/small-count.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import { financialYearOf } from '#db/shared/local-date';
import { isBelowTarget, readRequired, readTarget } from './completeness.rules.ts';
import { countYear } from './counts.rules.ts';
import { type ProfileCounts, type profilesContract, QuestionId } from './profiles.contract.ts';
import * as profiles from './profiles.repository.ts';
import { listAllQuestions } from './questions.service.ts';
import { sumTallies, tallySheets } from './tally.rules.ts';

export const countsService: Pick<Handlers<typeof profilesContract>, 'counts' | 'completeness'> = {
  async counts(ctx, { year }) {
    return readCounts(ctx, year);
  },

  async completeness(ctx) {
    const figures = await figuresOn(ctx, todayOf(ctx));
    const { fields, unknown } = readRequired(textsOf(figures.get('people.profileFields')));
    const counted = {
      required: fields.map((field) => RECORD_FIELD_WORDS[field]),
      ...(await countFilledRecords(ctx, fields)),
      target: readTarget(figures.get('people.profileTarget')),
    };
    return { ...counted, unknown: [...unknown], isBelow: isBelowTarget(counted) };
  },
};

/** The counts of a year as they may be shown; of the latest year where none is named. */
export async function readCounts(ctx: Ctx, year: string | null): Promise<ProfileCounts> {
  const sheets = (await profiles.listSheets(ctx)).filter(({ isCounted }) => isCounted);
  const tallies = sumTallies([
    ...(await profiles.listTallies(ctx)),
    ...tallySheets(sheets, QuestionId.options),
  ]);
  const years = [...new Set(tallies.map((tally) => tally.year))].toSorted().toReversed();
  const asked = year ?? years[0] ?? financialYearOf(todayOf(ctx));
  const threshold = await smallCountOf(ctx);
  const comparators = await profiles.listComparators(ctx);
  const gapGroups = await profiles.listGapGroups(ctx);
  return {
    year: asked,
    years,
    threshold,
    ...countYear({
      year: asked,
      tallies,
      questions: await listAllQuestions(ctx),
      gapGroups,
      comparatorOf: (questionId, choiceId) =>
        comparators.find((one) => one.questionId === questionId && one.choiceId === choiceId)
          ?.comparator ?? null,
      areas: (await listAreas(ctx))
        .filter(({ kind }) => kind === 'area')
        .map(({ id, name }) => ({ id, words: name })),
      tenures: PersonKind.options.map((id) => ({ id, words: PERSON_KIND_WORDS[id] })),
      threshold,
    }),
    notCounted: await namedOnly(
      ctx,
      gapGroups.map(({ name }) => name),
    ),
  };
}

/** Under-represented groups of the council's paper that no group here bears the name of (PPL-06, PPL-07). */
async function namedOnly(ctx: Ctx, counted: readonly string[]): Promise<string[]> {
  const named = (await figuresOn(ctx, todayOf(ctx))).get('people.gapGroups');
  const known = counted.map(foldForSearch);
  return textsOf(named).filter((name) => !known.includes(foldForSearch(name)));
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
