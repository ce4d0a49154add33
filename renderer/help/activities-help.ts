import { pathTo } from '../app/paths.ts';
import type { HelpPage } from './help-pages.ts';

/** Help of activities and their registers. */
export const ACTIVITIES_HELP: readonly HelpPage[] = [
  {
    path: pathTo.activities(),
    title: 'Activities',
    purpose: 'Keeps what people attend, such as meetings and training, and who came to each.',
    howTo: [
      {
        question: 'Enter one',
        answer:
          'Choose Enter an activity. Where a room here is booked for it, choose that booking: the day, time and room are then always those of the booking.',
      },
      {
        question: 'Write down who comes, at the door',
        answer:
          'Open the activity. Type two letters of the name, press Enter to choose, and Ctrl+Enter to put them on the register. The next name can be typed at once.',
      },
      {
        question: 'Somebody has no record',
        answer:
          'Type the whole name and choose Write it down without a record. They are counted all the same.',
      },
      {
        question: 'Somebody comes for two groups',
        answer: 'Tick both. The person is counted once, and once in each group.',
      },
      {
        question: 'Everybody is on it',
        answer:
          'Choose The register is complete. To change it later, open it again and say why. Claims are held against the register.',
      },
      {
        question: 'The list of kinds does not fit',
        answer: 'A manager changes it in Settings, under Figures and rules: kinds of activity.',
      },
    ],
    printed: 'The attendance sheet: blank, with who is expected, or with the whole register.',
  },
];
