import { MASKED } from '#db/people/people.rules';
import { isAuditor } from '#db/shared/actor';
import type { Actor } from '#db/shared/ctx';
import type { ActivityPage } from './activities.contract.ts';

const hidden = (text: string): string => (text === '' ? '' : MASKED);

/** The auditor sees what took place and how many came, not who, nor what was written freely. */
export function maskActivity(page: ActivityPage, actor: Actor): ActivityPage {
  if (!isAuditor(actor)) return page;
  return {
    ...page,
    notes: hidden(page.notes),
    cancelReason: hidden(page.cancelReason),
    lines: page.lines.map((line) => ({ ...line, name: MASKED })),
  };
}
