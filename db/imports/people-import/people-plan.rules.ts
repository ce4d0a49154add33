import { CONSENT_PURPOSE_WORDS } from '#db/people/consents.contract';
import { findLikelyDoubles, type Likeness } from '#db/people/doubles.rules';
import type { DoubleReason } from '#db/people/people-api.contract';
import { PERSON_KIND_WORDS } from '#db/people/people.contract';
import { CHANNEL_WORDS, FORMAT_NEED_WORDS } from '#db/people/person-record.contract';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { PersonEntry } from './person-entry.rules.ts';

/** Everything that a row says, as the desk would say it, so that what is shown is what comes in. */
export function personWords(entry: PersonEntry): string {
  const { details, facts } = entry;
  const on = (words: string, day: LocalDate | null): string =>
    day === null ? '' : `${words} ${formatDateNoWeekday(day)}`;
  return [
    details.name,
    details.kind === 'not-said' ? '' : PERSON_KIND_WORDS[details.kind],
    details.phone,
    facts.textPhone,
    facts.email,
    facts.address.replaceAll('\n', ', '),
    facts.postcode,
    entry.areaName,
    entry.schemeName,
    facts.channels.map((channel) => CHANNEL_WORDS[channel]).join(' then '),
    facts.accessNeeds.replaceAll('\n', ' '),
    facts.formatNeed === 'standard' ? '' : FORMAT_NEED_WORDS[facts.formatNeed],
    facts.languageNeed,
    facts.needsInterpreter ? 'interpreter' : '',
    facts.needsTransport ? 'transport' : '',
    facts.isOnRegister ? on('Sounding Board since', facts.joinedOn) || 'Sounding Board' : '',
    facts.interests
      .map(({ serviceArea, methods }) =>
        methods.length === 0 ? serviceArea : `${serviceArea} (${methods.join(', ')})`,
      )
      .join('; '),
    facts.hoursPerMonth === null ? '' : `${facts.hoursPerMonth} hours a month`,
    facts.noMeetings ? 'no meetings' : '',
    facts.heardHow,
    on('not involved since', facts.notInvolvedSince),
    facts.isCouncilStaff ? 'council staff' : '',
    facts.isUnder18 ? 'under 18' : '',
    facts.guardianName,
    facts.guardianPhone,
    on('guardian agreed on', facts.guardianConsentOn),
    on('last contacted on', facts.lastContactedOn),
    on('last confirmed on', entry.lastConfirmedOn),
    ...entry.consents.map(
      ({ purpose, givenOn }) =>
        `${CONSENT_PURPOSE_WORDS[purpose]}: from ${formatDateNoWeekday(givenOn)}`,
    ),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const REASON_WORDS: Readonly<Record<DoubleReason, string>> = {
  'same-name': 'same name',
  initials: 'same initials and surname',
  'same-phone': 'same phone',
  'same-email': 'same e-mail',
  'same-postcode-and-surname': 'same surname and postcode',
};

/** Whom a row may be: somebody on record, or a row above it. */
export type LikelyPerson = { readonly who: string; readonly reasons: string };

/** A row among those on record; rows have a line, records have none. */
export type Known = Likeness & { readonly line: number | null };

/**
 * For each row who it may be already. A shared phone or surname alone is a household, not a person: it takes the
 * name, or the initials of it and something more.
 */
export function likelyPeople(
  rows: readonly (Likeness & { readonly line: number })[],
  onRecord: readonly Likeness[],
): ReadonlyMap<number, LikelyPerson> {
  const found = new Map<number, LikelyPerson>();
  const all: readonly Known[] = [...onRecord.map((one) => ({ ...one, line: null })), ...rows];
  for (const { one, other, reasons } of findLikelyDoubles(all)) {
    if (!isLikelySame(reasons)) continue;
    // Of two rows the later one is the question; the first comes in.
    const [earlier, later] = (one.line ?? 0) < (other.line ?? 0) ? [one, other] : [other, one];
    if (later.line === null || found.has(later.line)) continue;
    found.set(later.line, {
      who:
        earlier.line === null
          ? `${earlier.name}, who is on record`
          : `line ${earlier.line} of the file`,
      reasons: reasons.map((reason) => REASON_WORDS[reason]).join(', '),
    });
  }
  return found;
}

const isLikelySame = (reasons: readonly DoubleReason[]): boolean =>
  reasons.includes('same-name') || (reasons.includes('initials') && reasons.length > 1);

/** A row as those who may be known again are compared. */
export const likenessOf = (
  entry: PersonEntry,
  line: number,
): Likeness & { readonly line: number } => ({
  id: `line ${line}`,
  line,
  name: entry.details.name,
  phone: entry.details.phone,
  textPhone: entry.facts.textPhone,
  email: entry.facts.email,
  postcode: entry.facts.postcode,
});
