import { getCentre } from '#db/settings/settings.service';
import type { BoardMember } from '#db/people/board.contract';
import type { Handlers } from '#db/shared/contract';
import { CSV_MARK, formatCsv } from '#db/shared/csv';
import type { Ctx } from '#db/shared/ctx';
import { compareText } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { readAgain } from './choice.service.ts';
import {
  fillIn,
  GREETING_TO_ALL,
  greetingOf,
  hasGreeting,
  type LetterField,
} from './letter-words.rules.ts';
import type { mailingsContract } from './mailings-api.contract.ts';
import type {
  AskedPerson,
  LeftOut,
  Mailing,
  MailingChannel,
  MailingId,
} from './mailings.contract.ts';
import { mailingErrors } from './mailings.errors.ts';
import * as mailings from './mailings.repository.ts';
import * as outcomes from './outcomes.repository.ts';
import { numberForTexts, whatStandsInTheWay } from './recipients.rules.ts';

/** So many letters make one file, which a printer takes and a person can hold. */
export const LETTERS_A_FILE = 500;

export const readMailingService: Pick<
  Handlers<typeof mailingsContract>,
  'get' | 'sending' | 'exportEmails'
> = {
  async get(ctx, { id, limit }) {
    const mailing = await getMailing(ctx, id);
    const { asked, leftOut } = await readPeople(ctx, id);
    const letters = asked.filter(({ person }) => isPrinted(person)).length;
    return {
      mailing,
      asked: asked.slice(0, limit).map(({ person }) => person),
      leftOut: leftOut.slice(0, limit),
      letters,
      letterFiles: Math.ceil(letters / LETTERS_A_FILE),
    };
  },

  async sending(ctx, { id }) {
    const mailing = await getMailing(ctx, id);
    const { asked } = await readPeople(ctx, id);
    return {
      emails: sentBy(asked, 'email').map(({ person }) => ({ name: person.name, to: person.email })),
      texts: sentBy(asked, 'text').map(({ person }) => ({
        name: person.name,
        to: person.textNumber,
      })),
      words: await wordsFor(ctx, mailing, null),
    };
  },

  async exportEmails(ctx, { id }) {
    const mailing = await getMailing(ctx, id);
    const { asked } = await readPeople(ctx, id);
    const rows: string[][] = [];
    for (const { person, member } of sentBy(asked, 'email'))
      rows.push([person.name, person.email, mailing.subject, await wordsFor(ctx, mailing, member)]);
    return {
      title: `E-mails of ${mailing.reference}`,
      fileName: `e-mails-${mailing.reference}.csv`,
      mediaType: 'text/csv',
      text: CSV_MARK + formatCsv([['Name', 'E-mail', 'Subject', 'Words'], ...rows]),
    };
  },
};

/** One mailing; refused when there is none of that id. */
export async function getMailing(ctx: Ctx, id: MailingId): Promise<Mailing> {
  const found = await mailings.findById(ctx, id);
  if (found === undefined) throw mailingErrors.error('mailing.not-found', { id });
  return found;
}

/** Refuses a mailing that was taken back. */
export function checkStands(mailing: Mailing): void {
  if (mailing.takenBackOn !== null)
    throw mailingErrors.error('mailing.taken-back-before', {
      reference: mailing.reference,
      on: mailing.takenBackOn,
    });
}

export type AskedMember = { readonly person: AskedPerson; readonly member: BoardMember };

/** Everybody of a mailing as they are today, in alphabetical order: details may have changed, who was asked has not. */
export async function readPeople(
  ctx: Ctx,
  id: MailingId,
): Promise<{ readonly asked: readonly AskedMember[]; readonly leftOut: readonly LeftOut[] }> {
  const stored = new Map((await mailings.listPeople(ctx, id)).map((one) => [one.personId, one]));
  const noted = Map.groupBy(
    await outcomes.listStanding(ctx, { mailingId: id }),
    ({ personId }) => personId,
  );
  const now = await readAgain(ctx, [...stored.keys()]);
  const asked: AskedMember[] = [];
  const leftOut: LeftOut[] = [];
  for (const [personId, { member, candidate }] of now) {
    const one = stored.get(personId);
    if (one === undefined) continue;
    const { name, areaName } = member;
    if (one.leftOut !== null)
      leftOut.push({ personId, name, areaName, reason: one.leftOut, detail: one.detail });
    if (one.channel === null) continue;
    asked.push({
      member,
      person: {
        personId,
        name,
        kind: member.kind,
        areaName,
        channel: one.channel,
        format: member.formatNeed,
        language: member.languageNeed,
        isMadeByHand: one.isMadeByHand,
        phone: member.phone,
        email: member.email,
        textNumber: numberForTexts(member),
        since: whatStandsInTheWay(candidate, one.channel),
        outcomes: (noted.get(personId) ?? []).map(({ id: outcomeId, outcome, on, note }) => ({
          id: outcomeId,
          outcome,
          on,
          note,
        })),
      },
    });
  }
  return { asked, leftOut };
}

/** Whether a letter is printed for somebody: by post, in print, and nothing has come in its way since. */
export const isPrinted = ({ channel, isMadeByHand, since }: AskedPerson): boolean =>
  channel === 'letter' && !isMadeByHand && since === null;

/** Those who are still reached in one way, without those for whom it is made by hand. */
export const sentBy = (
  asked: readonly AskedMember[],
  channel: MailingChannel,
): readonly AskedMember[] =>
  asked.filter(
    ({ person }) => person.channel === channel && person.since === null && !person.isMadeByHand,
  );

/** In the order in which letters are sorted by hand: by postcode, then by name. */
export const byPostcode = (asked: readonly AskedMember[]): readonly AskedMember[] =>
  asked.toSorted((a, b) => compareText(a.member.postcode, b.member.postcode));

/** The words of a mailing for one reader, or for everybody at once, who must not read each other's names. */
export async function wordsFor(
  ctx: Ctx,
  mailing: Mailing,
  member: BoardMember | null,
): Promise<string> {
  return merged(mailing, member, (await getCentre(ctx)).phone);
}

/** The same, once the centre's phone is known; a greeting stands in front where the writer put none. */
export function merged(mailing: Mailing, member: BoardMember | null, centrePhone: string): string {
  const greeting = member === null ? GREETING_TO_ALL : greetingOf(member.name);
  const values: Readonly<Record<LetterField, string>> = {
    greeting,
    name: member?.name ?? '',
    address: member === null ? '' : [...member.address.split('\n'), member.postcode].join(', '),
    area: member?.areaName ?? '',
    date: formatDateNoWeekday(mailing.letterOn),
    reference: mailing.reference,
    'centre phone': centrePhone,
  };
  const body = fillIn(mailing.body, values);
  return hasGreeting(mailing.body) ? body : `${greeting}\n\n${body}`;
}
