import { pathTo } from '../app/paths.ts';
import { ACTIVITIES_HELP } from './activities-help.ts';
import { AGREEMENTS_HELP } from './agreements-help.ts';
import { CLAIMS_HELP } from './claims-help.ts';
import { MAILINGS_HELP } from './mailings-help.ts';
import { PROFILES_HELP } from './profiles-help.ts';
import { RECORDS_HELP } from './records-help.ts';
import { SETTINGS_HELP } from './settings-help.ts';

/** Help of one page: what it is for, how its work is done, and what it prints. */
export type HelpPage = {
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
  readonly howTo: readonly { readonly question: string; readonly answer: string }[];
  readonly printed?: string;
  /** Its picture in docs/screens, for the guide on paper. */
  readonly picture?: string;
};

/** One entry for each page that exists; the first one is for pages without their own. */
export const HELP_PAGES: readonly HelpPage[] = [
  {
    path: pathTo.today(),
    title: 'Today',
    picture: 'today.png',
    purpose: 'Shows what is on in each room now and next, and what still needs doing.',
    howTo: [
      {
        question: 'Somebody wants a room',
        answer: 'Choose Make, Booking, or press Alt+Shift+B. You can start while on the phone.',
      },
      {
        question: 'Somebody gives a name or a number',
        answer: 'Press Ctrl+K and type part of it. A booking reference works too.',
      },
      {
        question: 'A group comes or leaves',
        answer: 'Press Check in or Check out on its room. The message at the bottom takes it back.',
      },
      {
        question: 'You leave the desk',
        answer: 'Press Lock. What you were typing is there again when you unlock.',
      },
    ],
    printed: 'The day sheet of all rooms, for the desk and the caretaker.',
  },
  {
    path: pathTo.rooms(),
    title: 'Rooms',
    picture: 'day-view.png',
    purpose: 'Shows the rooms by day, week, month or as a list, and books them.',
    howTo: [
      {
        question: 'Book a room',
        answer:
          'Click a free place, or move there with the arrow keys and press Enter. Shift with an arrow makes the time longer.',
      },
      {
        question: 'Book the same every month',
        answer:
          'Choose how it repeats, then See the dates. Every date stands there with what is in its way, before anything is saved.',
      },
      {
        question: 'Type dates and times',
        answer:
          'Type them as you say them: tue, 24/11, 6.30, half past 6, or 6-8 for both ends. The words below the box say what was understood.',
      },
      {
        question: 'The room is taken',
        answer:
          'The message says by whom, and the buttons below offer what is left: another time, another room, the waiting list.',
      },
      {
        question: 'Find a free time',
        answer:
          'Press Alt+Shift+F and type what is wanted: 2 hours, 12 people, step-free, next week, evening. Enter books the first answer.',
      },
      {
        question: 'See a week or a month',
        answer:
          'Choose Week for all rooms from Monday on. Tick one room to see its hours. Choose Month for the free hours of each day.',
      },
      {
        question: 'Move a booking',
        answer:
          'Drag it to another time or room, or pull its lower edge. Change the booking on its page does the same. Undo takes it back.',
      },
      {
        question: 'Read the day as a list',
        answer: 'Choose List. It shows the same bookings, and cancelled ones with the reason.',
      },
    ],
    printed: 'The day sheet of all rooms and the blank booking form.',
  },
  {
    path: pathTo.queue(),
    title: 'Waiting',
    purpose:
      'Lists who waits for a word of the desk: for approval, for a hold to be confirmed, for a time to come free.',
    howTo: [
      {
        question: 'A time has come free',
        answer:
          'The first who asked is offered it by itself. Ring them, then choose Accepted or Declined.',
      },
      {
        question: 'Somebody does not want it any more',
        answer: 'Choose Take off the list and say why.',
      },
    ],
  },
  {
    path: '/bookings',
    title: 'A booking',
    picture: 'booking-slip.png',
    purpose: 'Shows one booking with everything agreed, and what happened to it.',
    howTo: [
      {
        question: 'Change it',
        answer:
          'Choose Change the booking. If a colleague changed it meanwhile, you are told first.',
      },
      {
        question: 'It is one of a series',
        answer:
          'You are asked which dates you mean, and see every date that changes before you save.',
      },
      {
        question: 'They come and leave',
        answer:
          'Choose Check in when they come. At Check out, take the tick away from what is not in order.',
      },
      {
        question: 'Cancel it',
        answer: 'Choose Cancel the booking and say why. It stays on record and can be taken back.',
      },
    ],
    printed: 'The booking slip and the check-out sheet, in ordinary or large print.',
  },
  {
    path: pathTo.groups(),
    title: 'Groups',
    purpose:
      'Lists the groups and representatives of every kind, and keeps the record of each on a page of its own.',
    howTo: [
      {
        question: 'Find a group',
        answer:
          'Type part of its name in the box above the list, or narrow the list by kind, area, recognition and what is due.',
      },
      { question: 'Enter a group', answer: 'Choose Make, Group, or press Alt+Shift+G.' },
      {
        question: 'Recognition has lapsed',
        answer:
          'The page says what stops. Enter what comes in with its day. A manager restores it from that day, and the days in between stay in sight.',
      },
      {
        question: 'The accounts come in',
        answer:
          'Open the group and choose Received today beside Accounts. The next date is set a year on, and the reminder leaves the list.',
      },
      {
        question: 'A new constitution or certificate comes in',
        answer: 'Under Documents, choose Replace beside the old one. It stays on record.',
      },
      {
        question: 'A group gives or changes its bank details',
        answer:
          'Under How they are paid, enter them. A second person rings a number we had before and types what is read out; nothing is paid until then. A number that came with the details is never rung.',
      },
      {
        question: 'Homes pass to another landlord',
        answer:
          'Choose Change of landlord under Homes it covers. The group, its agreements and its plans go on.',
      },
      {
        question: 'An annual meeting elects a new committee',
        answer:
          'Choose Enter a new committee under Officers and type over the names that change. Old terms end the day before, and the letters and hand-over lists are ready to print. Undo takes all of it back.',
      },
      {
        question: 'Who was treasurer on a day?',
        answer: 'Under Officers, type the day beside As it was on, and choose Show that day.',
      },
      {
        question: 'A group ends or joins another',
        answer:
          'Choose Note that the group ended, and say which group goes on in its place. Everything on record stays.',
      },
    ],
    printed:
      'The registers, the record sheet, the registrations of representatives and other groups, the starter pack, and under Officers the contact sheet, the notification, hand-over letters and lists. Names and numbers stand on the registers only with consent.',
  },
  {
    path: pathTo.coverage(),
    title: 'Areas and their groups',
    purpose: 'Shows which areas have a group or a representative, and which have nobody.',
    howTo: [
      {
        question: 'Find the areas with nobody',
        answer: 'Switch on Only areas with nobody.',
      },
      {
        question: 'An area is missing',
        answer: 'A manager enters it in Settings, Areas.',
      },
    ],
    printed: 'The list of areas, or only those with nobody.',
  },
  {
    path: pathTo.people(),
    title: 'People',
    purpose: 'Lists the people who book or answer for a booking.',
    howTo: [
      {
        question: 'Find a person',
        answer:
          'Type part of the name, the phone number, the postcode or the e-mail address. Accents do not matter, nor does one wrong letter.',
      },
      {
        question: 'Somebody does not want to be involved',
        answer:
          'Open their page and note “Not involved, thank you”. It stands at the top of the page, and nobody invites them any more.',
      },
      {
        question: 'Give somebody’s phone number to others',
        answer:
          'Only with their written consent. Print the consent sheet on their page, have it signed, and add it under Consents.',
      },
      {
        question: 'See a whole account number',
        answer:
          'Under How they are paid, an officer or manager chooses Show in full and says why. Each look is put on record.',
      },
      {
        question: 'You went through everything with them',
        answer: 'Choose Everything in order, confirmed today.',
      },
      {
        question: 'A visitor can see the screen',
        answer: 'Press Hide names, or Ctrl+Shift+L. Press it again to show them.',
      },
    ],
  },
  {
    path: pathTo.soundingBoard(),
    title: 'Sounding Board',
    purpose: 'Lists who said they would like to have a say, and what people need where they live.',
    howTo: [
      {
        question: 'Put somebody on it',
        answer: 'Open the person, change Involvement, and tick Is on the Sounding Board.',
      },
      {
        question: 'Find people for a task',
        answer:
          'Choose what they are interested in, where they live, or how long nobody asked them.',
      },
      {
        question: 'Write to them, or ring them',
        answer: 'Choose New mailing.',
      },
    ],
    printed:
      'The form to join, blank here, or filled in on a person’s page. The list with its figures, for the centre alone.',
  },
  {
    path: pathTo.doubles(),
    title: 'Possible doubles',
    purpose: 'Lists records that may be one person, with what they share.',
    howTo: [
      {
        question: 'Are they one person?',
        answer:
          'Open both and ask. Two people may share a name, a phone or an address, so nothing is put together by itself. Where they are one, choose Put them together.',
      },
    ],
  },
  {
    path: pathTo.mergePeople(),
    title: 'Put two records together',
    purpose: 'Makes one record of two that are one person.',
    howTo: [
      {
        question: 'Which value stands?',
        answer:
          'An empty one never wins. Where both say something and differ, choose. Everything else moves to the kept record.',
      },
      {
        question: 'It was wrong',
        answer:
          'Choose Undo in the message, or on the page of the kept record, for 30 days. What was changed since stays there and is named.',
      },
      {
        question: 'Both have bank details',
        answer:
          'Choose whose stay; ask finance where you are not sure. The others are closed and stay in the history. Who entered those that stay lets somebody else choose them. Details that wait for a second person are checked or turned down first.',
      },
    ],
  },
  {
    path: pathTo.mergeGroups(),
    title: 'Put two groups together',
    purpose: 'Makes one record of two that are one group.',
    howTo: [
      {
        question: 'A group went on in another',
        answer: 'That is no double. Open the group and choose Note that the group ended.',
      },
      {
        question: 'It was wrong',
        answer: 'Choose Undo in the message, or on the page of the kept group, for 30 days.',
      },
    ],
  },
  {
    path: pathTo.foundItems(),
    title: 'Lost property',
    purpose: 'Lists what was left behind, noted at check-out.',
    howTo: [
      {
        question: 'Somebody fetches it',
        answer: 'Choose the line and say what became of it.',
      },
    ],
  },
  {
    path: pathTo.walkIns(),
    title: 'Walk-ins',
    purpose: 'Shows who is here without a booking, and enters what they use.',
    howTo: [
      {
        question: 'Somebody wants a computer',
        answer:
          'Choose Start a session. Any computer will do, or name one. The card says how many are free and until when.',
      },
      {
        question: 'They leave',
        answer:
          'Choose End the session and enter the pages printed. Pages count for the group that is named.',
      },
      {
        question: 'Copies only',
        answer: 'Choose Enter a use beside the photocopier. The time may lie in the past.',
      },
      {
        question: 'An entry is wrong',
        answer:
          'Choose Take it back and say why. It leaves the log and counts no longer. The record keeps it.',
      },
    ],
  },
  {
    path: pathTo.usageLog(),
    title: 'Usage log',
    purpose: 'Shows month by month what was used without a booking, and the allowances.',
    howTo: [
      {
        question: 'Print the month of one service',
        answer: 'Choose the service above the list. The two buttons then print its paper.',
      },
      {
        question: 'What does an allowance do?',
        answer:
          'It says how much is left when somebody starts. Without an entry nothing is limited.',
      },
    ],
    printed: 'The log of a month, and a blank one with lines.',
  },
  {
    path: pathTo.reports(),
    title: 'Reports',
    purpose: 'Adds up how the rooms were used, by room, group, purpose and month.',
    howTo: [
      {
        question: 'Up to when do the figures count?',
        answer:
          'Up to now. Hours open and hours used are both counted until this minute, so the share is fair.',
      },
      {
        question: 'What are the hours open?',
        answer:
          'The opening hours of the rooms, without closed days. A computer suite counts each place.',
      },
      {
        question: 'Work on with the figures',
        answer:
          'Choose Save as a spreadsheet: the figures or every booking, for Excel or as a plain table.',
      },
    ],
    printed: 'The report with its bars and tables.',
  },
  ...ACTIVITIES_HELP,
  ...CLAIMS_HELP,
  ...AGREEMENTS_HELP,
  ...MAILINGS_HELP,
  ...PROFILES_HELP,
  ...RECORDS_HELP,
  ...SETTINGS_HELP,
];

/** Help for the page at that address: the entry with the longest address that fits. */
export function findHelp(pathname: string): HelpPage | undefined {
  return HELP_PAGES.filter(
    (page) => pathname === page.path || (page.path !== '/' && pathname.startsWith(`${page.path}/`)),
  ).toSorted((a, b) => b.path.length - a.path.length)[0];
}
