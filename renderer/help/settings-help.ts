import { pathTo } from '../app/paths.ts';
import type { HelpPage } from './help-pages.ts';

/** Help of the pages under Settings. */
export const SETTINGS_HELP: readonly HelpPage[] = [
  {
    path: pathTo.settings(),
    title: 'Settings',
    purpose: 'Holds what the centre is, its rooms and hours, the council’s figures and accounts.',
    howTo: [
      {
        question: 'A figure changes',
        answer: 'Enter it with the day it begins. Everything before that day keeps the old figure.',
      },
      {
        question: 'A colleague cannot sign in',
        answer: 'Open Accounts and choose Unlock. Nobody can read a passphrase.',
      },
    ],
  },
  {
    path: pathTo.centreSettings(),
    title: 'The centre',
    purpose: 'Says what the centre is called and how to reach it, as papers print it.',
    howTo: [
      {
        question: 'Where does it stand?',
        answer: 'At the head of every paper and in the window. Earlier papers keep what they said.',
      },
    ],
  },
  {
    path: pathTo.roomSettings(),
    title: 'Rooms and their hours',
    purpose: 'Sets up the rooms: name, people they hold, opening hours, booked or walk-in.',
    howTo: [
      {
        question: 'Type opening hours',
        answer:
          'Type them as you say them, such as 9 to 9, and copy one day to the other weekdays.',
      },
      {
        question: 'What does walk-in mean?',
        answer:
          'People use it as they come during office hours. Outside office hours it can still be booked.',
      },
      {
        question: 'Layouts and the time they take',
        answer:
          'Choose Layouts. The time to set out and to clear down is then held beside each booking.',
      },
      {
        question: 'A computer is out of order',
        answer: 'Choose Places of the suite and mark it. One place fewer is free until it works.',
      },
      {
        question: 'A hall that can be divided',
        answer: 'Under How it is used, tick the rooms it is made of. Booking it holds them all.',
      },
      {
        question: 'A room is no longer used',
        answer: 'Take it out of use. Its bookings stay on record, and no new ones can be made.',
      },
    ],
  },
  {
    path: pathTo.hoursSettings(),
    title: 'Office hours',
    purpose: 'Says when somebody sits at the desk. Bookings outside these times are marked.',
    howTo: [
      {
        question: 'The hours change in spring',
        answer: 'Enter the new hours with their first day. Days before it keep the old hours.',
      },
    ],
  },
  {
    path: pathTo.ownAccount(),
    title: 'My account',
    purpose: 'Changes your own passphrase and the PIN that unlocks your screen.',
    howTo: [
      {
        question: 'What is the PIN for?',
        answer:
          'It unlocks a screen that you have locked. To sign in you always need the passphrase.',
      },
      {
        question: 'You forgot the passphrase',
        answer: 'Nobody can look it up. Ask a manager for a new account, and tell them why.',
      },
    ],
  },
  {
    path: pathTo.figures(),
    title: 'Figures and rules',
    picture: 'figures.png',
    purpose: 'Lists every figure and rule the council sets, with its date and where it comes from.',
    howTo: [
      {
        question: 'What does “Not said” mean?',
        answer: 'The council’s paper is silent. The program then asks, or leaves the rule alone.',
      },
    ],
  },
  {
    path: pathTo.accounts(),
    title: 'Accounts',
    purpose: 'Lists who may sign in and what each may do.',
    howTo: [
      {
        question: 'Why does a change wait?',
        answer:
          'Once there is a second manager or finance approver, that person confirms each change of accounts.',
      },
      {
        question: 'Why say which person an account is?',
        answer:
          'Nobody checks, decides or pays a claim of their own. The program can only see to that when it knows who is who.',
      },
    ],
  },
  {
    path: pathTo.record(),
    title: 'The record',
    purpose: 'Shows who did what and when. Nothing in it can be changed or taken out.',
    howTo: [
      {
        question: 'Check the record',
        answer:
          'The button checks that no line was changed or removed since it was written, and says so in words.',
      },
    ],
  },
  {
    path: pathTo.closures(),
    title: 'Closed and open days',
    purpose: 'Lists bank holidays, closed days and extra open days, year by year.',
    howTo: [
      {
        question: 'Close the centre or one room',
        answer:
          'Choose Add a day. Before you save, the form lists the bookings it hits. They stay until you move or cancel them.',
      },
      {
        question: 'Open on a bank holiday',
        answer: 'Add a day that is open although it would be closed, with its times.',
      },
      {
        question: 'What is a working day?',
        answer:
          'Notices and deadlines count Monday to Friday without bank holidays. A closed day counts unless you say it is no working day.',
      },
      {
        question: 'It was a mistake',
        answer: 'Choose Take it back. A closure of several days goes as a whole.',
      },
    ],
  },
  {
    path: pathTo.conditions(),
    title: 'Guidelines and fire procedure',
    purpose: 'Keeps the two texts that people are given before they use a room.',
    howTo: [
      {
        question: 'The text changes',
        answer:
          'Enter a new version with its first day. Say whether everybody has to be given it again. Earlier versions stay on record.',
      },
      {
        question: 'Enter that somebody was given it',
        answer: 'Do it at check-in, or on the page of the group or person.',
      },
      {
        question: 'Who is held up at check-in?',
        answer:
          'Whoever was not given the text, where the council’s paper asks for it. Until a text is entered nobody is.',
      },
    ],
    printed: 'The guidelines, the fire procedure, and a notice for the wall.',
  },
  {
    path: pathTo.venues(),
    title: 'Venues and keys',
    purpose: 'Lists places other than the centre, and who holds which key.',
    howTo: [
      {
        question: 'A group manages the place',
        answer:
          'Say so in the form. It is then not booked at this desk, and each time the council goes in is entered under Council access.',
      },
      {
        question: 'Hand out a key',
        answer:
          'Enter what is written on the tag and who takes it. A key that is still with somebody else is refused.',
      },
      { question: 'A key comes back', answer: 'Choose It came back. Undo puts it back.' },
    ],
    printed: 'The log of council access to a venue.',
  },
  {
    path: pathTo.restrictions(),
    title: 'Services removed',
    purpose: 'Lists what was taken away from whom, why, and until when.',
    howTo: [
      {
        question: 'Remove a service',
        answer:
          'Choose no more than the service that was abused. The form lists the coming bookings it hits, and none of them is cancelled by itself.',
      },
      {
        question: 'Refuse or only warn?',
        answer:
          'A live legal dispute with the council warns. Everything else refuses new bookings.',
      },
      {
        question: 'Give it back early',
        answer: 'Choose Lift it, with the day and the reason. The entry stays on record.',
      },
    ],
    printed: 'The letter, with the reason and the way to appeal.',
  },
  {
    path: pathTo.recognitionRules(),
    title: 'Recognition of groups',
    purpose: 'Says what the council asks before it recognises a group, and what a lapse stops.',
    howTo: [
      {
        question: 'Change what is asked',
        answer:
          'Choose Change beside the line, or Add. Returns that are closed keep what was asked then.',
      },
      {
        question: 'Let a lapse stop free rooms',
        answer:
          'No council’s paper does. Choose Change beside Free rooms; from that day new bookings of the group need a manager.',
      },
      {
        question: 'Let one group go on all the same',
        answer: 'On the page of the group choose Let it go on, with the days and the reason.',
      },
    ],
  },
  {
    path: pathTo.claimPolicy(),
    title: 'What can be claimed',
    purpose: 'Shows what is paid for each kind of cost, under which conditions, and since when.',
    howTo: [
      {
        question: 'Enter a new rate',
        answer:
          'A manager chooses Change beside the cost, the first day and the rate. What it changes is shown before it is entered; days that are over keep theirs.',
      },
      {
        question: 'The council has not said its rate yet',
        answer:
          'Claims are taken and signed as “rate not set, will be priced”. Once the rate is known, enter it; the first day may then lie in the past.',
      },
      {
        question: 'Put a mistake right',
        answer:
          'Enter the right figure from today on. Enter it again for the same day if that day is today or still to come; the later entry holds.',
      },
      {
        question: 'See what held on another day',
        answer: 'Type the day at the top and choose Show this day. The sheet prints for that day.',
      },
    ],
    printed:
      'The sheet “What you can claim” for the day that is shown, for the wall or to take home.',
  },
  {
    path: pathTo.areas(),
    title: 'Areas',
    purpose:
      'Keeps the neighbourhoods, estates, schemes, blocks and streets that people and groups belong to.',
    howTo: [
      {
        question: 'Put a street inside an estate',
        answer: 'Choose Add inside beside the estate. Change moves it to another place later.',
      },
      {
        question: 'A block is pulled down',
        answer:
          'Take it out of use. It stays on the records that name it, and Bring back offers it again.',
      },
    ],
  },
  {
    path: pathTo.imports(),
    title: 'Bring in a diary or a table',
    purpose:
      'Brings bookings, people or groups in from a spreadsheet (.xlsx or CSV), a diary also from a calendar file.',
    howTo: [
      {
        question: 'Is anything saved at once?',
        answer:
          'No. You first see what each row would do. Then exactly that is done, or nothing when something changed meanwhile.',
      },
      {
        question: 'Some rows cannot be added',
        answer: 'Save these rows as a file. Each says why. Mend them there and bring that file in.',
      },
      {
        question: 'A column was not understood',
        answer:
          'Open Which column holds what, and choose the column. There too: the sheet, and the line with the headings.',
      },
      {
        question: 'Somebody may be here already',
        answer:
          'They are left out. Tick Add it all the same where it is somebody else. Records are never put together by an import.',
      },
      {
        question: 'It was the wrong file',
        answer:
          'Choose Take it back. Only what somebody changed or uses since stays, and is listed.',
      },
    ],
  },
];
