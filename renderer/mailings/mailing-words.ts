import {
  type Choice,
  LEFT_OUT_WORDS,
  type LeftOut,
  type Mailing,
  MAILING_CHANNEL_WORDS,
  MailingChannel,
  OUTCOME_WORDS,
  type RecordedOutcome,
} from '#db/mailings/mailings.contract';
import { FORMAT_NEED_WORDS, type FormatNeed } from '#db/people/person-record.contract';
import { countOf, formatDateNoWeekday, joinWords } from '#db/shared/plain-words';

const COUNTED: Readonly<Record<MailingChannel, readonly [one: string, many: string]>> = {
  letter: ['letter', 'letters'],
  email: ['e-mail', 'e-mails'],
  text: ['text message', 'text messages'],
  phone: ['phone call', 'phone calls'],
};

/** '9 letters, 3 e-mails and 2 phone calls'; 'nothing' where nobody gets anything. */
export function channelCountWords(counts: Choice['byChannel']): string {
  const parts = MailingChannel.options
    .filter((channel) => counts[channel] > 0)
    .map((channel) => countOf(counts[channel], ...COUNTED[channel]));
  return parts.length === 0 ? 'nothing' : joinWords(parts);
}

/** 'Was asked not long ago, on 3 March 2027'. */
export function leftOutWords({ reason, detail }: Pick<LeftOut, 'reason' | 'detail'>): string {
  return detail === '' ? LEFT_OUT_WORDS[reason] : `${LEFT_OUT_WORDS[reason]}: ${detail}`;
}

/** By which way somebody is asked, and in which form: 'Letter, large print', 'Letter, made by hand: Braille'. */
export function wayWords(of: {
  readonly channel: MailingChannel;
  readonly format: FormatNeed;
  readonly language: string;
  readonly isMadeByHand: boolean;
}): string {
  return [
    MAILING_CHANNEL_WORDS[of.channel],
    of.isMadeByHand
      ? `made by hand: ${FORMAT_NEED_WORDS[of.format]}`
      : of.channel === 'letter' && of.format === 'large-print'
        ? 'large print'
        : '',
    of.language === '' ? '' : `likes ${of.language}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** How far a mailing is: 'Taken back', '3 of 14 answered', '14 asked'. */
export function progressWords(mailing: Mailing): string {
  if (mailing.takenBackOn !== null) return 'Taken back';
  return mailing.answered === 0
    ? 'Nothing noted yet'
    : `Noted for ${mailing.answered} of ${mailing.people}`;
}

/** What was noted, the latest first: 'Will take part on 5 March 2027 (brings a friend); No answer on 4 March 2027'. */
export function outcomeWords(outcomes: readonly RecordedOutcome[]): string {
  return outcomes
    .map(
      ({ outcome, on, note }) =>
        `${OUTCOME_WORDS[outcome]} on ${formatDateNoWeekday(on)}${note === '' ? '' : ` (${note})`}`,
    )
    .join('; ');
}
