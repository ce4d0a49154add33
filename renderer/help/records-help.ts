import { pathTo } from '../app/paths.ts';
import type { HelpPage } from './help-pages.ts';

/** Help of what is held about whom: copies, erasures, holds and how long records are kept. */
export const RECORDS_HELP: readonly HelpPage[] = [
  {
    path: pathTo.pastRecords(),
    title: 'Records past their time',
    purpose: 'Shows managers what was asked for, what is past its time, and what is on hold.',
    howTo: [
      {
        question: 'Somebody asks for everything held about them',
        answer:
          'Note it on their page; the answer is due in one month. A manager opens Copy, erase or hold there and chooses Make the copy.',
      },
      {
        question: 'You ask them something back',
        answer: 'Choose Stop the time, and Let the time go on when they answer.',
      },
      {
        question: 'Somebody asks to be erased',
        answer:
          'Open Copy, erase or hold on their page. It says line by line what goes, and what is kept, why and until when. What is open is settled first.',
      },
      {
        question: 'It was wrong',
        answer: 'For 30 days choose Take the erasure back. After that nobody can.',
      },
      {
        question: 'Records are past their time',
        answer:
          'Choose Look at, untick what stays, and confirm. It is done 30 days later, and can be taken back until then.',
      },
      {
        question: 'A court or an auditor needs records',
        answer:
          'Put the person or group on hold on its page, or hold a financial year here. Nothing of it is erased until the hold is lifted.',
      },
    ],
    printed: 'Everything held about somebody, for them to keep.',
  },
];
