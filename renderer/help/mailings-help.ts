import { pathTo } from '../app/paths.ts';
import type { HelpPage } from './help-pages.ts';

/** Help of mailings to the Sounding Board. */
export const MAILINGS_HELP: readonly HelpPage[] = [
  {
    path: pathTo.mailings(),
    title: 'Mailings',
    purpose: 'Lists what people on the Sounding Board were asked, and what came of it.',
    howTo: [
      {
        question: 'Send the e-mails and texts',
        answer:
          'Open the mailing, copy the addresses or numbers and the words, and paste them into your own program. Put e-mail addresses into BCC.',
      },
      {
        question: 'Print the letters',
        answer:
          'Open the mailing and choose Look at the letters. Each begins on a new sheet and fits a window envelope. Print on both sides.',
      },
      {
        question: 'Somebody needs Braille, audio or easy read',
        answer: 'They are listed under Made by hand and get no printed letter. A label is printed.',
      },
      {
        question: 'Note what came of a call',
        answer:
          'Choose Note it beside the name. Who does not want to be asked again leaves the Sounding Board at once.',
      },
      {
        question: 'A mailing was made by mistake',
        answer:
          'Choose Take the mailing back. It can be done until something is noted about it, and nobody counts as asked.',
      },
    ],
    printed: 'Letters, address labels and the call sheet.',
  },
  {
    path: pathTo.newMailing(),
    title: 'New mailing',
    purpose: 'Chooses whom to ask, shows who gets what and who is left out, and makes the mailing.',
    howTo: [
      {
        question: 'Say whom you want',
        answer:
          'Type it as you would say it, with commas: repairs, Thornhill, not asked since June. Or add parts from the lists.',
      },
      {
        question: 'Only so many people',
        answer: 'Add a number, such as 40 people. Those asked longest ago come first.',
      },
      {
        question: 'Why is somebody left out?',
        answer:
          'The reason stands beside each name below. Texts and e-mails need consent, and an opt-out is always respected.',
      },
      {
        question: 'Leave somebody out yourself',
        answer: 'Choose Leave out beside the name and say why. It stays with the mailing.',
      },
      {
        question: 'What does the letter say?',
        answer:
          'A short invitation stands there. Write your own words over it, and look at the letters before you print them.',
      },
      {
        question: 'Make the mailing with the keyboard',
        answer: 'Alt+Shift+M opens this page from anywhere, and Ctrl+Enter makes the mailing.',
      },
    ],
  },
];
