import type { Activity } from '#db/activities/activities.contract';
import type { LocalDate } from '#db/shared/local-date';
import type { Tone } from '../shared/StatusWord.tsx';

/** Where an activity stands on a day, and where its register does. */
export function stateWords(
  { isCancelled, isSheetClosed, on, attended }: Activity,
  today: LocalDate,
): { readonly tone: Tone; readonly words: string } {
  if (isCancelled) return { tone: 'bad', words: 'Cancelled' };
  if (isSheetClosed) return { tone: 'good', words: 'Register complete' };
  if (on > today) return { tone: 'info', words: 'To come' };
  if (on === today) return { tone: 'info', words: 'Today' };
  return attended === 0
    ? { tone: 'warning', words: 'No register yet' }
    : { tone: 'quiet', words: 'Register open' };
}
