import type { Choice, Question, QuestionId } from './profiles.contract.ts';

/** Answers that every question takes besides its own choices. */
export const PREFER_NOT = 'prefer-not-to-say';
export const NOT_ANSWERED = 'not-answered';

/** What a question asks on screen and paper, and the answers a centre begins with; the manager may change both. */
const STARTING: Readonly<Record<QuestionId, { readonly words: string; readonly choices: string }>> =
  {
    'ethnic-origin': {
      words: 'Ethnic or national origin',
      choices:
        'White British|White Irish|Gypsy, Traveller or Roma|Other White|Mixed or multiple|Asian or Asian British|Black or Black British|Arab|Another origin',
    },
    disability: {
      words: 'Disability or long-term illness',
      choices: 'Yes, limits me a lot|Yes, limits me a little|No',
    },
    gender: { words: 'Gender', choices: 'Woman|Man|Another way' },
    'marital-status': {
      words: 'Marital status',
      choices:
        'Single|Married or in a civil partnership|Living with a partner|Separated or divorced|Widow or widower',
    },
    age: { words: 'Age', choices: 'Under 30|30 to 44|45 to 59|60 to 74|75 or over' },
    sexuality: {
      words: 'Sexuality',
      choices: 'Heterosexual or straight|Gay or lesbian|Bisexual|Another way',
    },
    religion: {
      words: 'Religion or belief',
      choices: 'No religion|Christian|Muslim|Hindu|Sikh|Jewish|Buddhist|Another belief',
    },
    nationality: {
      words: 'Nationality',
      choices: 'British|Irish|Another European nationality|Another nationality',
    },
    language: {
      words: 'Main language',
      choices: 'English|British Sign Language|Polish|Arabic|Bengali|Another language',
    },
    carer: { words: 'Do you look after someone who could not manage alone?', choices: 'Yes|No' },
    'young-family': { words: 'Do children under 11 live with you?', choices: 'Yes|No' },
  };

/** 'Married or in a civil partnership' → 'married-or-in-a-civil-partnership', cut to what an id may be. */
const idOf = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 36);

/** A question as every centre begins with it. */
export function startingQuestion(id: QuestionId): Question {
  const { words, choices } = STARTING[id];
  return {
    id,
    words,
    isAsked: true,
    choices: choices.split('|').map((each) => ({ id: idOf(each), words: each, isOffered: true })),
    version: 0,
  };
}

/** An answer as it was given on a sheet. */
export type Answer = { readonly questionId: QuestionId; readonly choiceId: string };

/** The first answer that its question does not offer, or that is given to a question that is not asked or twice. */
export function findStrayAnswer(
  questions: readonly Question[],
  answers: readonly Answer[],
): Answer | undefined {
  const seen = new Set<QuestionId>();
  return answers.find(({ questionId, choiceId }) => {
    const question = questions.find(({ id }) => id === questionId);
    const isOffered =
      choiceId === PREFER_NOT ||
      question?.choices.some((choice) => choice.id === choiceId && choice.isOffered) === true;
    const isStray = question?.isAsked !== true || !isOffered || seen.has(questionId);
    seen.add(questionId);
    return isStray;
  });
}

/** The answer to a question on a sheet; `NOT_ANSWERED` where the sheet leaves it empty. */
export function answerTo(answers: readonly Answer[], questionId: QuestionId): string {
  return answers.find((answer) => answer.questionId === questionId)?.choiceId ?? NOT_ANSWERED;
}

/**
 * The list of choices after a change: those that were there keep their ids, and one that is left out is offered no
 * longer, because sheets that chose it still count. New ones get an id from `newId`.
 */
export function changedChoices(
  before: readonly Choice[],
  wanted: readonly string[],
  newId: () => string,
): Choice[] {
  const offered = wanted.map((words): Choice => {
    const known = before.find((choice) => choice.words === words);
    return { id: known?.id ?? newId(), words, isOffered: true };
  });
  const left = before.filter(({ id }) => !offered.some((choice) => choice.id === id));
  return [...offered, ...left.map((choice) => ({ ...choice, isOffered: false }))];
}
