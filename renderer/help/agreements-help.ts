import { pathTo } from '../app/paths.ts';
import type { HelpPage } from './help-pages.ts';

/** Help of useful contacts and of agreements. */
export const AGREEMENTS_HELP: readonly HelpPage[] = [
  {
    path: pathTo.directory(),
    title: 'Useful contacts',
    purpose: 'Lists bodies that people are sent to, with the day somebody checked their details.',
    howTo: [
      {
        question: 'You rang them and all is right',
        answer: 'Press Verified today. After a year the list says that the details are old.',
      },
      {
        question: 'Why are the details of some empty?',
        answer:
          'The council’s paper names them, but its addresses are old. Enter what you have checked.',
      },
      {
        question: 'A body is no longer there',
        answer: 'Open it, choose It has closed, and say what became of it. It can still be found.',
      },
      {
        question: 'The register of voluntary organisations',
        answer: 'Choose that kind above the list. Print it, or save it as a spreadsheet.',
      },
    ],
    printed: 'The useful contacts by kind. Details nobody has verified are left out.',
  },
  {
    path: pathTo.agreements(),
    title: 'Agreements',
    purpose: 'Keeps Compacts, codes that groups adopted, and promises of confidentiality.',
    howTo: [
      {
        question: 'Enter one',
        answer:
          'Choose Add an agreement and its kind. It is a draft until you choose Everybody has signed.',
      },
      {
        question: 'The words of a signed one change',
        answer:
          'Choose Begin a review, change it, and have it signed again. It stands meanwhile, and each version is kept.',
      },
      {
        question: 'A group adds to the code of conduct',
        answer:
          'Type its clauses. Before it is signed, tick that you read them: they add and do not go below the code.',
      },
      {
        question: 'The landlord changes',
        answer: 'Agreements go on. None ends by itself.',
      },
    ],
    printed: 'The Compact and the confidentiality agreement, blank or filled, with lines to sign.',
  },
  {
    path: pathTo.codeOfConduct(),
    title: 'Code of conduct by group',
    purpose: 'Shows which group adopted which version of the code, those on an old one first.',
    howTo: [
      {
        question: 'The council has a new code',
        answer:
          'A manager enters the version and the day it begins. From then on other versions count as old.',
      },
    ],
  },
];
