import { pathTo } from '../app/paths.ts';
import type { HelpPage } from './help-pages.ts';

/** Help of the equality form and its counts. */
export const PROFILES_HELP: readonly HelpPage[] = [
  {
    path: pathTo.profiles(),
    title: 'Who takes part',
    purpose: 'Counts those who take part beside all tenants, and shows whom the council misses.',
    howTo: [
      {
        question: 'A number is missing',
        answer:
          'Small numbers could lead to somebody, so they stand as “fewer than 5”. “Hidden” is a number that would give a small one away. The council may set another number than 5.',
      },
      {
        question: 'Forms were entered and the numbers stay',
        answer:
          'Forms are counted several at a time, so that no single one can be read off the page. They wait until enough have come; press Count them now, or leave it to the next morning.',
      },
      {
        question: 'Compare with all tenants',
        answer:
          'A manager opens Questions and comparisons and enters the share with its day and source, such as 21%, 21 March 2021, Census 2021.',
      },
      {
        question: 'Find the people behind a number',
        answer:
          'Nobody can. The forms lead to no one, and no list of people can be chosen by an answer.',
      },
    ],
    printed: 'The counts of a year with the same numbers hidden, also in large print.',
  },
  {
    path: pathTo.profileSheets(),
    title: 'Enter equality forms',
    purpose: 'Enters filled forms one after the other; they lead to nobody.',
    howTo: [
      {
        question: 'Enter a bundle quickly',
        answer:
          'In a list type the figure of the answer, then Tab. Ctrl and Enter enters the form and begins the next one; area, home and month stay.',
      },
      {
        question: 'You made a slip',
        answer:
          'Press Undo on the message and enter the form again. Later it can no longer be told from the others.',
      },
      {
        question: 'Somebody does not want to say',
        answer: 'Choose Prefer not to say, or leave the answer empty. Both are counted apart.',
      },
    ],
    printed: 'The blank form, without room for a name, also in large print.',
  },
  {
    path: pathTo.profileQuestions(),
    title: 'Equality form: questions and comparisons',
    purpose:
      'Says what the form asks, whom the council wants to reach, and how many of all tenants they are.',
    howTo: [
      {
        question: 'Change an answer',
        answer:
          'Choose Change the question. An answer that you take out still counts where it was chosen.',
      },
      {
        question: 'Count a group that the council misses',
        answer:
          'Choose Add a group, tick the answers that make it up, and enter its share of all tenants.',
      },
    ],
    printed: 'The blank form with these questions.',
  },
];
