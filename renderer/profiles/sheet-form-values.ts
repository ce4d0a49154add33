import { z } from 'zod';
import type { AreaId } from '#db/areas/areas.contract';
import { PersonKind } from '#db/people/people.contract';
import {
  Month,
  type Question,
  QuestionId,
  type SheetDetails,
} from '#db/profiles/profiles.contract';
import { PREFER_NOT } from '#db/profiles/questions.rules';
import { addMonths, type LocalDate } from '#db/shared/local-date';
import { MONTH_NAMES } from '#db/shared/plain-words';
import type { SelectOption } from '../shared/SelectField.tsx';

/** What of a sheet is the same for the next one of a bundle. */
export type Kept = {
  readonly areaId: string;
  readonly tenure: string;
  readonly isInvolved: string;
  readonly month: string;
};

/** A sheet as it is typed; an answer that is left empty was not given. */
export const SheetFormSchema = z
  .object({
    areaId: z.string(),
    tenure: PersonKind,
    isInvolved: z.enum(['yes', 'no'], 'Say whether they take part.'),
    month: Month,
    answers: z.partialRecord(QuestionId, z.string()),
  })
  .transform(
    ({ areaId, isInvolved, answers, ...typed }): SheetDetails => ({
      ...typed,
      areaId: areaId === '' ? null : (areaId as AreaId),
      isInvolved: isInvolved === 'yes',
      answers: QuestionId.options.flatMap((questionId) => {
        const choiceId = answers[questionId] ?? '';
        return choiceId === '' ? [] : [{ questionId, choiceId }];
      }),
    }),
  );
export type SheetFormValues = z.input<typeof SheetFormSchema>;

/** An empty sheet that begins with what was the same on the one before. */
export const newSheetValues = (kept: Kept, questions: readonly Question[]): SheetFormValues =>
  ({
    ...kept,
    answers: Object.fromEntries(questions.map(({ id }) => [id, ''])),
  }) as SheetFormValues;

/** The month of a day and the eleven before it, the latest first. */
export function monthOptions(today: LocalDate): readonly SelectOption[] {
  return Array.from({ length: 12 }, (_, i) => {
    const month = addMonths(today, -i).slice(0, 7);
    return {
      value: month,
      words: `${MONTH_NAMES[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`,
    };
  });
}

/** The answers of a question, each after a figure that finds it when it is typed; 0 is 'prefer not to say'. */
export const answerOptions = (question: Question): readonly SelectOption[] => [
  ...question.choices
    .filter(({ isOffered }) => isOffered)
    .map(({ id, words }, i) => ({ value: id, words: `${i + 1} ${words}` })),
  { value: PREFER_NOT, words: '0 Prefer not to say' },
];
