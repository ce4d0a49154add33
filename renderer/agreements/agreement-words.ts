import type { AgreementLine } from '#db/agreements/agreements.contract';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { Tone } from '../shared/StatusWord.tsx';

/** Where an agreement stands, with its day. */
export function stateWords(agreement: AgreementLine): {
  readonly tone: Tone;
  readonly words: string;
} {
  const { state, signedOn, endedOn } = agreement;
  switch (state) {
    case 'draft':
      return { tone: 'info', words: 'Draft' };
    case 'signed':
      return { tone: 'good', words: `Signed ${dayWords(signedOn)}` };
    case 'under-review':
      return { tone: 'warning', words: `Under review, signed ${dayWords(signedOn)}` };
    case 'ended':
      return { tone: 'quiet', words: `Ended ${dayWords(endedOn)}` };
  }
}

export const dayWords = (day: LocalDate | null): string =>
  day === null ? '' : formatDateNoWeekday(day);

/** Whose agreement it is, in a line of a list. */
export const ofWhom = ({ groupName, personName }: AgreementLine): string =>
  [personName, groupName].filter((name) => name !== '').join(', ');
