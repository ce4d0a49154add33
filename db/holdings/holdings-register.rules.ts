import { ACTIVITY_HOLDINGS } from '#db/activities/activities-holdings.rules';
import { AGREEMENT_HOLDINGS } from '#db/agreements/agreements-holdings.rules';
import { AUDIT_HOLDINGS } from '#db/audit/audit-holdings.rules';
import { BOOKING_HOLDINGS } from '#db/bookings/bookings-holdings.rules';
import { CLAIM_HOLDINGS } from '#db/claims/claims-holdings.rules';
import { CONDITION_HOLDINGS } from '#db/conditions/conditions-holdings.rules';
import { GROUP_FIELDS, GROUP_HOLDINGS } from '#db/groups/groups-holdings.rules';
import { OWN_HOLDINGS } from './holdings-holdings.rules.ts';
import { IMPORT_HOLDINGS } from '#db/imports/imports-holdings.rules';
import { MAILING_HOLDINGS } from '#db/mailings/mailings-holdings.rules';
import { OFFICER_HOLDINGS } from '#db/officers/officers-holdings.rules';
import { PAYEE_HOLDINGS } from '#db/payees/payees-holdings.rules';
import { PEOPLE_HOLDINGS, PERSON_FIELDS } from '#db/people/people-holdings.rules';
import { RECOGNITION_HOLDINGS } from '#db/recognition/recognition-holdings.rules';
import { RESTRICTION_HOLDINGS } from '#db/restrictions/restrictions-holdings.rules';
import { SEARCH_HOLDINGS } from '#db/search/search-holdings.rules';
import type { Holding, HoldingSubject, MergeField } from '#db/shared/holding';
import { TASK_HOLDINGS } from '#db/tasks/tasks-holdings.rules';
import { USAGE_HOLDINGS } from '#db/usage/usage-holdings.rules';
import { USER_HOLDINGS } from '#db/users/users-holdings.rules';
import { VENUE_HOLDINGS } from '#db/venues/venues-holdings.rules';

/** Every place where the file says something about a person or a group, in the order in which people read them. */
export const HOLDINGS: readonly Holding[] = [
  ...PEOPLE_HOLDINGS,
  ...GROUP_HOLDINGS,
  ...OFFICER_HOLDINGS,
  ...RECOGNITION_HOLDINGS,
  ...BOOKING_HOLDINGS,
  ...USAGE_HOLDINGS,
  ...ACTIVITY_HOLDINGS,
  ...VENUE_HOLDINGS,
  ...CONDITION_HOLDINGS,
  ...AGREEMENT_HOLDINGS,
  ...MAILING_HOLDINGS,
  ...RESTRICTION_HOLDINGS,
  ...PAYEE_HOLDINGS,
  ...CLAIM_HOLDINGS,
  ...TASK_HOLDINGS,
  ...USER_HOLDINGS,
  ...IMPORT_HOLDINGS,
  ...SEARCH_HOLDINGS,
  ...AUDIT_HOLDINGS,
  ...OWN_HOLDINGS,
];

/** The table of the records themselves. */
export const RECORD_TABLE: Readonly<Record<HoldingSubject, string>> = {
  person: 'person',
  group: 'tenant_group',
};

/** What a merge moves, in the order in which it is moved: whole rows before single links between them. */
export function movedHoldings(subject: HoldingSubject): readonly Holding[] {
  return HOLDINGS.filter((one) => one.subject === subject && one.onMerge !== 'keep');
}

export function fieldsOf(subject: HoldingSubject): readonly MergeField[] {
  return subject === 'person' ? PERSON_FIELDS : GROUP_FIELDS;
}

/** The columns of a table that are reckoned from other rows and may be renewed at any time. */
export const reckonedIn = (table: string): readonly string[] => [
  ...new Set(
    HOLDINGS.filter((one) => one.table === table).flatMap(({ reckoned = [] }) => reckoned),
  ),
];
