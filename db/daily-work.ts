import { putReviewReminders } from './agreements/review-reminders.service.ts';
import { startClaimPolicy } from './claim-policy/claim-policy.service.ts';
import { EVERYTHING_ABOUT_THEM } from './holdings/holdings.contract.ts';
import { eraseDue } from './holdings/erasure/erasure-round.service.ts';
import { remindOfPast, settleDue } from './holdings/retention/retention.service.ts';
import { putDutyReminders } from './groups/duties.service.ts';
import { putVacancyReminders } from './officers/vacancies.service.ts';
import { keepSheets } from './profiles/sheets.service.ts';
import { watchReturns } from './recognition/lapse-round.service.ts';
import { putMandateReminders } from './payees/mandate.service.ts';
import type { Ctx } from './shared/ctx.ts';

/** Work that a module does once a day by itself; it may be done again on the same day without harm. */
export type DailyWork = {
  readonly name: string;
  /** Does it, and says whether anything changed. */
  readonly run: (ctx: Ctx) => Promise<boolean>;
  /** Modules whose screens read again when something changed. */
  readonly touches: readonly string[];
};

/** What is done on the first round of each day; each module adds its own line. */
export const DAILY_WORK: readonly DailyWork[] = [
  { name: 'groups.reminders', run: putDutyReminders, touches: ['tasks'] },
  { name: 'agreements.reminders', run: putReviewReminders, touches: ['tasks'] },
  { name: 'officers.vacancies', run: putVacancyReminders, touches: ['tasks'] },
  { name: 'payees.mandates', run: putMandateReminders, touches: ['tasks'] },
  { name: 'policy.start', run: startClaimPolicy, touches: ['policy', 'tasks'] },
  { name: 'profiles.sheets', run: keepSheets, touches: ['profiles'] },
  {
    name: 'recognition.returns',
    run: watchReturns,
    touches: ['recognition', 'groups', 'tasks'],
  },
  { name: 'holdings.past', run: remindOfPast, touches: ['tasks'] },
  { name: 'holdings.settle', run: settleDue, touches: EVERYTHING_ABOUT_THEM },
  { name: 'holdings.erase', run: eraseDue, touches: EVERYTHING_ABOUT_THEM },
];
