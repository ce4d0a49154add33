import type { BoardMember } from '#db/people/board.contract';
import type { PersonId } from '#db/people/people.contract';
import { type Channel, CHANNEL_WORDS, type FormatNeed } from '#db/people/person-record.contract';
import { mayInvite, quietSince } from '#db/people/person-record.rules';
import { compareText, type LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { AskedBefore, LeftOutReason, MailingChannel } from './mailings.contract.ts';

/** As much of a person as decides whether and how they are asked. */
export type Candidate = Pick<
  BoardMember,
  | 'id'
  | 'phone'
  | 'textPhone'
  | 'email'
  | 'address'
  | 'channels'
  | 'formatNeed'
  | 'notInvolvedSince'
  | 'isUnder18'
> & {
  /** The last day on which they were contacted, or chosen for a mailing; null for never. */
  readonly lastAskedOn: LocalDate | null;
  readonly agreesToMessages: boolean;
  readonly isBarred: boolean;
  /** Why somebody left them out by hand; undefined where nobody did. */
  readonly leftOutWhy: string | undefined;
};

export type Verdict =
  | { readonly gets: MailingChannel; readonly isMadeByHand: boolean }
  | { readonly leftOut: LeftOutReason; readonly detail: string };

/** What a way to hear becomes in a mailing; null where no mailing goes that way. */
const SENT_BY: Readonly<Record<Channel, MailingChannel | null>> = {
  letter: 'letter',
  email: 'email',
  text: 'text',
  'instant-message': 'text',
  phone: 'phone',
  'face-to-face': null,
  website: null,
  'social-media': null,
};

/** In which order those are reached who never said how they like to hear. */
const WITHOUT_A_WISH: readonly Channel[] = ['letter', 'email', 'text', 'phone'];

/**
 * Whether a person who fits is asked, and how: by the first of the ways they like for which details are on record,
 * and, for texts and e-mails, their consent. What stands in the way is said with its strongest reason first
 * (PPL-03, PPL-04).
 */
export function judgeRecipient(
  person: Candidate,
  rule: { readonly asked: AskedBefore; readonly today: LocalDate },
): Verdict {
  const stop = findStop(person);
  if (stop !== undefined) return stop;
  const asked = askedTooLately(person.lastAskedOn, rule);
  if (asked !== undefined) return asked;
  const way = chooseWay(person);
  if ('leftOut' in way) return way;
  return person.leftOutWhy === undefined ? way : { leftOut: 'by-hand', detail: person.leftOutWhy };
}

/** What bars somebody from every mailing, however it is chosen. */
function findStop(person: Candidate): Verdict | undefined {
  if (!mayInvite(person) && person.notInvolvedSince !== null)
    return {
      leftOut: 'not-involved',
      detail: `said so on ${formatDateNoWeekday(person.notInvolvedSince)}`,
    };
  if (person.isUnder18) return { leftOut: 'under-18', detail: '' };
  if (person.isBarred) return { leftOut: 'barred', detail: '' };
  return undefined;
}

/** Whether somebody who was chosen may still be sent what was made for them, by the same channel. */
export function whatStandsInTheWay(
  person: Candidate,
  channel: MailingChannel,
): LeftOutReason | null {
  const stop = findStop(person);
  if (stop !== undefined && 'leftOut' in stop) return stop.leftOut;
  if (!hasDetails(person, channel)) return 'no-details';
  return needsConsent(channel) && !person.agreesToMessages ? 'no-consent' : null;
}

function askedTooLately(
  lastAskedOn: LocalDate | null,
  rule: { readonly asked: AskedBefore; readonly today: LocalDate },
): Verdict | undefined {
  if (lastAskedOn === null) return undefined;
  const detail = `on ${formatDateNoWeekday(lastAskedOn)}`;
  switch (rule.asked.kind) {
    case 'any':
      return undefined;
    case 'never':
      return { leftOut: 'asked-before', detail };
    case 'since':
      return lastAskedOn < rule.asked.since ? undefined : { leftOut: 'asked-since', detail };
    case 'months':
      return lastAskedOn <= quietSince(rule.today, rule.asked.months)
        ? undefined
        : { leftOut: 'asked-since', detail };
  }
}

function chooseWay(person: Candidate): Verdict {
  const wished = person.channels.length === 0 ? WITHOUT_A_WISH : person.channels;
  const sent = wished.filter((channel) => SENT_BY[channel] !== null);
  let refusal: Verdict | undefined;
  for (const wish of sent) {
    const channel = SENT_BY[wish];
    if (channel === null) continue;
    if (!hasDetails(person, channel))
      refusal ??= { leftOut: 'no-details', detail: CHANNEL_WORDS[wish].toLowerCase() };
    else if (needsConsent(channel) && !person.agreesToMessages)
      // Somebody with a number who has not agreed is told apart from somebody without one.
      refusal =
        refusal !== undefined && 'leftOut' in refusal && refusal.leftOut === 'no-consent'
          ? refusal
          : { leftOut: 'no-consent', detail: CHANNEL_WORDS[wish].toLowerCase() };
    else return { gets: channel, isMadeByHand: isMadeByHand(channel, person.formatNeed) };
  }
  if (refusal === undefined)
    return {
      leftOut: 'only-in-person',
      detail: wished.map((channel) => CHANNEL_WORDS[channel].toLowerCase()).join(', '),
    };
  return refusal;
}

const needsConsent = (channel: MailingChannel): boolean =>
  channel === 'email' || channel === 'text';

function hasDetails(person: Candidate, channel: MailingChannel): boolean {
  switch (channel) {
    case 'letter':
      return person.address !== '';
    case 'email':
      return person.email !== '';
    case 'text':
      return numberForTexts(person) !== '';
    case 'phone':
      return person.phone !== '';
  }
}

/** The number that takes text messages: the one given for them, else the phone. */
export const numberForTexts = (person: Pick<BoardMember, 'phone' | 'textPhone'>): string =>
  person.textPhone === '' ? person.phone : person.textPhone;

/** Whether what they get is made by hand: neither a printed letter nor plain words serve them (PPL-14). */
export function isMadeByHand(channel: MailingChannel, format: FormatNeed): boolean {
  if (channel === 'letter') return format !== 'standard' && format !== 'large-print';
  return channel === 'email' && format === 'easy-read';
}

/** Those asked longest ago, or never, first; among equals the order stays the same from day to day. */
export function keepLongestLeftInPeace<
  P extends { readonly id: PersonId; readonly lastAskedOn: LocalDate | null },
>(people: readonly P[], atMost: number | null): ReadonlySet<PersonId> {
  const inTurn = people.toSorted(
    (a, b) => compareText(a.lastAskedOn ?? '', b.lastAskedOn ?? '') || compareText(a.id, b.id),
  );
  return new Set(inTurn.slice(0, atMost ?? people.length).map(({ id }) => id));
}
