import type { Area, AreaId } from '#db/areas/areas.contract';
import { PERSON_KIND_WORDS } from '#db/people/people.contract';
import { CHANNEL_WORDS, FORMAT_NEED_WORDS } from '#db/people/person-record.contract';
import { countOf, formatDateNoWeekday, joinWords } from '#db/shared/plain-words';
import type { AskedBefore, Selection } from './mailings.contract.ts';

/** Who is wanted, as a sentence: 'Interested in repairs, living in Thornhill, not asked since 1 June 2026'. */
export function formatSelection(
  selection: Selection,
  areas: readonly Pick<Area, 'id' | 'name'>[],
): string {
  const nameOf = (id: AreaId): string => areas.find((area) => area.id === id)?.name ?? '';
  const parts = [
    oneOf(
      '',
      selection.kinds.map((kind) => `${PERSON_KIND_WORDS[kind].toLowerCase()}s`),
    ),
    oneOf(
      'interested in ',
      selection.serviceAreas.map((name) => name.toLowerCase()),
    ),
    oneOf(
      'by way of ',
      selection.methods.map((name) => name.toLowerCase()),
    ),
    oneOf('living in ', selection.areaIds.map(nameOf)),
    oneOf(
      'who like best to hear by ',
      selection.channels.map((one) => CHANNEL_WORDS[one].toLowerCase()),
    ),
    oneOf(
      'who need ',
      selection.formats.map((one) => FORMAT_NEED_WORDS[one].toLowerCase()),
    ),
    oneOf('who like to hear in ', selection.languages),
    selection.leastHours === null
      ? ''
      : `with ${countOf(selection.leastHours, 'hour')} a month or more`,
    formatAsked(selection.asked),
    selection.atMost === null ? '' : `at most ${countOf(selection.atMost, 'person', 'people')}`,
  ].filter((part) => part !== '');
  const words = parts.length === 0 ? 'everybody on the Sounding Board' : parts.join(', ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

const oneOf = (before: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${before}${joinWords(names)}`;

/** How long they were left in peace, as a part of a sentence; empty where it does not matter. */
export function formatAsked(asked: AskedBefore): string {
  switch (asked.kind) {
    case 'any':
      return '';
    case 'never':
      return 'never asked before';
    case 'months':
      return `not asked for ${countOf(asked.months, 'month')}`;
    case 'since':
      return `not asked since ${formatDateNoWeekday(asked.since)}`;
  }
}
