import { pathTo } from '../app/paths.ts';
import type { HelpPage } from './help-pages.ts';

/** Help of expense claims: taking one in, going through many, and what they come to. */
export const CLAIMS_HELP: readonly HelpPage[] = [
  {
    path: pathTo.newClaim(),
    title: 'Take a claim',
    purpose: 'Takes in what somebody spent to take part, with every rule applied as you type.',
    howTo: [
      {
        question: 'Somebody claims for themself',
        answer:
          'Type two letters of their name and press Enter through the questions. Meetings they came to stand first.',
      },
      {
        question: 'The same journey as last time',
        answer:
          'Press S on the meeting, or 0 among the costs. It is priced anew; only where it went is kept.',
      },
      {
        question: 'Their meeting is not in the list',
        answer:
          'Enter it under Activities and put them on its sheet, or go on without one and say with each cost what it was. What is begun waits under Claims to finish.',
      },
      {
        question: 'No sum is shown',
        answer:
          'The rate is not entered yet. Take the claim all the same: it is priced once a manager enters the rate under Settings, What can be claimed.',
      },
      {
        question: 'Something to look at is right all the same',
        answer:
          'Say why it is right, beside it. The reason stays with the claim, and who decides reads it.',
      },
      {
        question: 'There is no receipt',
        answer:
          'Say why where the rule allows it. Miles need none. The rule stands beside each cost.',
      },
      {
        question: 'Somebody waits, or the phone rings',
        answer: 'Press Ctrl+Enter. The claim is kept and found again under Claims to finish.',
      },
      {
        question: 'They want to type themselves',
        answer:
          'Hand the screen over. It shows this one claim and nothing else until you unlock it again.',
      },
      {
        question: 'They cannot sign on the screen',
        answer:
          'Print the claim to sign. When the paper comes back, open its reference and take the picture in.',
      },
    ],
    printed: 'The claim form: blank, half filled for the counter, or as it was signed.',
  },
  {
    path: pathTo.claimsToFinish(),
    title: 'Claims to finish',
    purpose: 'Claims that were begun, wait for a signed paper, or have a question to answer.',
    howTo: [
      {
        question: 'A signed paper came back',
        answer: 'Scan its code or type its reference, then take in the picture of the paper.',
      },
      {
        question: 'A treasurer brings claims of several members',
        answer:
          'Start a sheet on the page of the group. Each member signs for their own costs, or their form is attached; the treasurer signs the sheet.',
      },
    ],
  },
  {
    path: pathTo.claimReports(),
    title: 'Claims in figures',
    purpose: 'Sums of a time by kind, group, activity, area or access need, and every claim of it.',
    howTo: [
      {
        question: 'Check a sum by hand',
        answer: 'Save every cost as a spreadsheet; it has one row for each.',
      },
      {
        question: 'Find out why claims are refused',
        answer: 'Reasons stand below the sums, in the words that claimants read.',
      },
    ],
    printed: 'The claims register with its totals.',
  },
  {
    path: pathTo.claims(),
    title: 'Claims',
    purpose: 'Every claim that waits: for its papers, a decision, a second approval, the money.',
    howTo: [
      {
        question: 'Go through many without the mouse',
        answer:
          'J and K go to the next and the previous claim. A approves every cost, 1 to 4 decide one cost, Ctrl+Enter sends it and goes on. Enter after a reason turns to the next cost. What you chose for a claim waits there while you look at another.',
      },
      {
        question: 'Approve several claims without doubts at once',
        answer:
          'X marks the claim, Shift+A shows what the marked ones come to and approves them. Each goes by the rules for one: what changed meanwhile, is your own or somebody has open stays in the list, and you read why.',
      },
      {
        question: 'Two claims show the same receipt',
        answer: 'Compare the receipts, beside the doubt, lays both side by side.',
      },
      {
        question: 'A cost has a doubt and is right all the same',
        answer:
          'Approve it and say why; the reason stays with the claim. What a rule of the council stops cannot be approved: ask, or refuse it.',
      },
      {
        question: 'Tell everybody the same',
        answer:
          'Keep a reason where you type it; from then on it is offered for the same decision. Kept reasons, at the top, puts one out of use.',
      },
      {
        question: 'Pay less than is payable',
        answer: 'Choose Other amount and say why. The claimant reads it word for word.',
      },
      {
        question: 'One receipt is missing, the rest is right',
        answer:
          'Ask about that cost and approve the others. They go on to be paid; only the question goes back.',
      },
      {
        question: 'The buttons are missing',
        answer:
          'Who claims, who checks papers, who approves and who pays are different people. The page says which of them you are.',
      },
      {
        question: 'The money was paid by cheque or in cash',
        answer:
          'Record it on the claim. Cash needs a signature; a transfer goes to bank details that a second person has checked.',
      },
    ],
    printed: 'The decision letter, with the rule for each penny that was cut.',
  },
];
