import './shared/plain-issues.ts';
import { activitiesContract } from './activities/activities-api.contract.ts';
import { areasContract } from './areas/areas.contract.ts';
import { auditContract } from './audit/audit.contract.ts';
import { agreementsContract } from './agreements/agreements-api.contract.ts';
import { claimPolicyContract } from './claim-policy/claim-policy.contract.ts';
import { claimsContract } from './claims/claims-api.contract.ts';
import { bookingsContract } from './bookings/bookings-api.contract.ts';
import { diagnosticsContract } from './diagnostics/diagnostics.contract.ts';
import { directoryContract } from './directory/directory.contract.ts';
import { facilitiesContract } from './facilities/facilities.contract.ts';
import { groupsContract } from './groups/groups-api.contract.ts';
import { mailingsContract } from './mailings/mailings-api.contract.ts';
import { officersContract } from './officers/officers-api.contract.ts';
import { payeesContract } from './payees/payees-api.contract.ts';
import { peopleContract } from './people/people-api.contract.ts';
import { searchContract } from './search/search.contract.ts';
import { sessionContract } from './session/session.contract.ts';
import { settingsContract } from './settings/settings.contract.ts';
import { setupContract } from './setup/setup.contract.ts';
import { calendarContract } from './calendar/calendar.contract.ts';
import { venuesContract } from './venues/venues.contract.ts';
import { conditionsContract } from './conditions/conditions.contract.ts';
import { recognitionContract } from './recognition/recognition-api.contract.ts';
import { restrictionsContract } from './restrictions/restrictions.contract.ts';
import { tasksContract } from './tasks/tasks.contract.ts';
import { timelineContract } from './timeline/timeline.contract.ts';
import { usageContract } from './usage/usage.contract.ts';
import { profilesContract } from './profiles/profiles.contract.ts';
import { reportsContract } from './reports/reports.contract.ts';
import { holdingsApi } from './holdings/holdings-api.contract.ts';
import { importsContract } from './imports/imports.contract.ts';
import type { Procedure } from './shared/contract.ts';
import { usersContract } from './users/users.contract.ts';

/** Everything a screen, or another program at the door, may ask for: `module.verb`. */
export const apiContract = {
  activities: activitiesContract,
  agreements: agreementsContract,
  areas: areasContract,
  audit: auditContract,
  bookings: bookingsContract,
  policy: claimPolicyContract,
  claims: claimsContract,
  diagnostics: diagnosticsContract,
  directory: directoryContract,
  facilities: facilitiesContract,
  groups: groupsContract,
  mailings: mailingsContract,
  officers: officersContract,
  payees: payeesContract,
  people: peopleContract,
  profiles: profilesContract,
  search: searchContract,
  session: sessionContract,
  settings: settingsContract,
  setup: setupContract,
  calendar: calendarContract,
  venues: venuesContract,
  conditions: conditionsContract,
  recognition: recognitionContract,
  restrictions: restrictionsContract,
  tasks: tasksContract,
  timeline: timelineContract,
  usage: usageContract,
  reports: reportsContract,
  holdings: holdingsApi,
  imports: importsContract,
  users: usersContract,
};
export type ApiContract = typeof apiContract;

/** Every procedure by its full name, such as `bookings.create`. */
export const PROCEDURES: ReadonlyMap<string, Procedure> = new Map(
  Object.entries(apiContract).flatMap(([module, verbs]) =>
    Object.entries<Procedure>(verbs).map(([verb, declared]): [string, Procedure] => [
      `${module}.${verb}`,
      declared,
    ]),
  ),
);
