import type { RecognitionState } from '#db/groups/groups-api.contract';
import type { DecisionDetails } from './recognition.contract.ts';
import { recognitionErrors } from './recognition.errors.ts';

/** From which states a decision may be taken. A group on record since before the program may be recognised without an application. */
const ALLOWED: Readonly<Record<DecisionDetails['kind'], readonly RecognitionState[]>> = {
  recognised: ['none', 'applied'],
  refused: ['applied'],
  continued: ['recognised'],
  lapsed: ['recognised'],
  restored: ['lapsed', 'withdrawn'],
};

const KIND_WORDS: Readonly<Record<DecisionDetails['kind'], string>> = {
  recognised: 'recognised for the first time',
  refused: 'refused',
  continued: 'recognised for another year',
  lapsed: 'let lapse',
  restored: 'restored',
};

/** Which decisions a manager may take on a group in this state. */
export function decisionsFrom(state: RecognitionState): readonly DecisionDetails['kind'][] {
  return (Object.keys(ALLOWED) as DecisionDetails['kind'][]).filter((kind) =>
    ALLOWED[kind].includes(state),
  );
}

/** Refuses a decision that makes no sense in the state in which a group stands. */
export function checkMay(
  name: string,
  kind: DecisionDetails['kind'],
  state: RecognitionState,
): void {
  if (!ALLOWED[kind].includes(state))
    throw recognitionErrors.error('recognition.not-a-change', { name, wanted: KIND_WORDS[kind] });
}
