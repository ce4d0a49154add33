import type { LocalDate } from '#db/shared/local-date';
import type { ConsentPurpose, PersonConsent } from './consents.contract.ts';

/** Whether one consent holds on a day: its last day is included, the day of withdrawal is not. */
export function holdsOn(
  consent: Pick<PersonConsent, 'givenOn' | 'until' | 'withdrawnOn'>,
  on: LocalDate,
): boolean {
  return (
    consent.givenOn <= on &&
    (consent.until === null || on <= consent.until) &&
    (consent.withdrawnOn === null || on < consent.withdrawnOn)
  );
}

/** Whether a person agrees to something on a day. Silence is no consent (PPL-10). */
export function hasConsent(
  consents: readonly PersonConsent[],
  purpose: ConsentPurpose,
  on: LocalDate,
): boolean {
  return consents.some((consent) => consent.purpose === purpose && holdsOn(consent, on));
}
