import { MASKED } from '#db/people/people.rules';
import type { HandOver, Officer, Term } from './officers.contract.ts';

/** The auditor reads which posts were held when, not by whom. */
export const withoutName = (term: Term): Term => ({ ...term, personName: MASKED });

export const withoutContact = (officer: Officer): Officer => ({
  ...officer,
  personName: MASKED,
  phone: officer.phone === null ? null : MASKED,
});

export const withoutNames = (handOver: HandOver): HandOver => ({
  ...handOver,
  outgoing: handOver.outgoing && { ...handOver.outgoing, name: MASKED },
  incoming: handOver.incoming && { ...handOver.incoming, name: MASKED },
  // A line may say who signs at the bank.
  lines: handOver.lines.map((line) => ({ ...line, words: MASKED })),
});
