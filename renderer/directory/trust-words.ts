import type { Contact } from '#db/directory/directory.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { Tone } from '../shared/StatusWord.tsx';

/** How far the details of a contact can be relied on, as a word with its date (DIR-01). */
export function trustWords(contact: Contact): { readonly tone: Tone; readonly words: string } {
  const { trust, lastVerifiedOn, isActive } = contact;
  if (!isActive) return { tone: 'quiet', words: 'Closed' };
  if (trust === 'not-verified' || lastVerifiedOn === null)
    return { tone: 'warning', words: 'Not verified' };
  const day = formatDateNoWeekday(lastVerifiedOn);
  return trust === 'old'
    ? { tone: 'warning', words: `Verified ${day}, more than a year ago` }
    : { tone: 'good', words: `Verified ${day}` };
}
