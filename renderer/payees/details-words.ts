import type { Details } from '#db/payees/payees.contract';
import { METHOD_WORDS } from '#db/payees/payees.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { Tone } from '../shared/StatusWord.tsx';

/** 'Bank transfer, ••••3907, sort code ••-••-53', as everybody may read it. */
export function maskedWords(details: Details): string {
  const method = METHOD_WORDS[details.method];
  return details.method === 'bank-transfer'
    ? `${method}, ${details.maskedAccount}, sort code ${details.maskedSortCode}${details.hasBuildingReference ? ', with a building society reference' : ''}`
    : method;
}

/** 'Version 2, Ashdown TRA current'; of another record of theirs it says when that came here. */
export const versionWords = ({ number, name, joinedOn }: Details): string =>
  [
    `Version ${number}`,
    name,
    joinedOn === null
      ? ''
      : `of another record, put together with this on ${formatDateNoWeekday(joinedOn)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

/** The state in a word or two, with the mark that goes with it. */
export function stateOf(details: Details): { readonly tone: Tone; readonly words: string } {
  switch (details.state) {
    case 'staged':
      return { tone: 'warning', words: 'Waits for a second person' };
    case 'verified':
      return details.isReadable
        ? { tone: 'good', words: 'Checked' }
        : { tone: 'bad', words: 'Cannot be read' };
    case 'replaced':
      return { tone: 'quiet', words: 'No longer in use' };
    case 'rejected':
      return { tone: 'quiet', words: 'Turned down' };
  }
}

/** Who rang whom and when: 'Rung on 4 January 2027 by Maya Quill on 023 8000 4711; P. Lane spoke'. */
export const callWords = ({ call }: Details): string =>
  call === null
    ? ''
    : `Rung back on ${formatDateNoWeekday(call.on)} on ${call.number}; ${call.spokeTo} spoke. Recorded by ${call.recordedBy}.`;

export const closedWords = ({ closed }: Details): string =>
  closed === null ? '' : `${formatDateNoWeekday(closed.on)}, ${closed.by}: ${closed.why}`;
