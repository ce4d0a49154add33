// [browser-safe]
/** What people write between the figures of a sort code or account number. */
const BETWEEN_FIGURES = /[\s\p{Pd}./]/gu;

/** Figures as they are kept: '20-00-00', '20 00 00' and '200000' are one sort code. */
export const plainFigures = (typed: string): string => typed.replace(BETWEEN_FIGURES, '');

/** Whether the figures can be a sort code: six of them. */
export const isSortCode = (figures: string): boolean => /^\d{6}$/.test(figures);

/** Whether the figures can be an account number as a bank prints it: eight, or seven of an older account. */
export const isAccountNumber = (figures: string): boolean => /^\d{7,8}$/.test(figures);

/** The eight figures that a payment carries: an account number of seven takes a 0 in front. */
export const padAccountNumber = (figures: string): string => figures.padStart(8, '0');

/** '200000' as banks print it: '20-00-00'. */
export const formatSortCode = (figures: string): string =>
  `${figures.slice(0, 2)}-${figures.slice(2, 4)}-${figures.slice(4)}`;

/** The sort code as everybody sees it: '••-••-12'. */
export const maskSortCode = (figures: string): string => `••-••-${figures.slice(4)}`;

/** The account number as everybody sees it: '••••1234'. */
export const maskAccountNumber = (figures: string): string => `••••${figures.slice(-4)}`;

/** A building society's reference kept for comparing: capitals, no spaces nor marks. */
export const plainReference = (typed: string): string =>
  typed.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/**
 * Whether words hold one of these numbers, however it is spaced; a reason, a note or a name is kept as it is typed
 * and must not carry what the field beside it seals.
 */
export function holdsNumber(words: string, numbers: readonly string[]): boolean {
  const runs = words.replace(/(?<=\d)[\s\p{Pd}./]+(?=\d)/gu, '').match(/\d+/g) ?? [];
  return runs.some((run) => numbers.some((number) => number !== '' && run.includes(number)));
}
