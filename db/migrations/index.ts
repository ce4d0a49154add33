import { CreateAudit } from './20261122090000-create-audit.ts';
import { CreateUsers } from './20261122090100-create-users.ts';
import { CreateSettings } from './20261122090200-create-settings.ts';
import { CreateGroupsAndPeople } from './20261122090300-create-groups-and-people.ts';
import { CreateFacilitiesAndBookings } from './20261122090400-create-facilities-and-bookings.ts';
import { CreateSearch } from './20261122090500-create-search.ts';
import { CreateCalendar } from './20261122100000-create-calendar.ts';
import { ExtendFacilities } from './20261122100100-extend-facilities.ts';
import { CreateVenues } from './20261122100200-create-venues.ts';
import { CreateConditions } from './20261122100300-create-conditions.ts';
import { CreateRestrictions } from './20261122100400-create-restrictions.ts';
import { CreateTasks } from './20261122100500-create-tasks.ts';
import { ExtendBookings } from './20261122100600-extend-bookings.ts';
import { CreateUsage } from './20261122100700-create-usage.ts';
import { CreateImports } from './20261122100800-create-imports.ts';
import { OrderSearch } from './20261122100900-order-search.ts';
import { CreateAreas } from './20261122110000-create-areas.ts';
import { ExtendPeople } from './20261122110100-extend-people.ts';
import { CreateSearchWords } from './20261122110110-create-search-words.ts';
import { ExtendGroups } from './20261122110200-extend-groups.ts';
import { CreateOfficers } from './20261122110300-create-officers.ts';
import { CreateRecognition } from './20261122110400-create-recognition.ts';
import { CreatePayees } from './20261122110500-create-payees.ts';
import { CreateDirectory } from './20261122110600-create-directory.ts';
import { CreateAgreements } from './20261122110700-create-agreements.ts';
import { CreateHoldings } from './20261122111000-create-holdings.ts';
import { HoldKeysForGroups } from './20261122113100-hold-keys-for-groups.ts';
import { FindBookingsByResponsible } from './20261122113200-find-bookings-by-responsible.ts';
import { CreateProfiles } from './20261122120000-create-profiles.ts';
import { CreateMailings } from './20261122120100-create-mailings.ts';
import { CreateErasures } from './20261122120200-create-erasures.ts';
import { CreateActivities } from './20261122130000-create-activities.ts';
import { CreateClaimPolicy } from './20261122130100-create-claim-policy.ts';
import { CreateReceipts } from './20261122130200-create-receipts.ts';
import { LinkAccountsToPeople } from './20261122130300-link-accounts-to-people.ts';
import { CreateClaims } from './20261122130400-create-claims.ts';
import { DecideClaims } from './20261122130500-decide-claims.ts';
import { JoinPayees } from './20261122140000-join-payees.ts';
import { KeepWhatWasSigned } from './20261122150000-keep-what-was-signed.ts';

/** Every migration in order. A shipped one is never edited; its checksum is pinned in the tests. */
export const MIGRATIONS = [
  CreateAudit,
  CreateUsers,
  CreateSettings,
  CreateGroupsAndPeople,
  CreateFacilitiesAndBookings,
  CreateSearch,
  CreateCalendar,
  ExtendFacilities,
  CreateVenues,
  CreateConditions,
  CreateRestrictions,
  CreateTasks,
  ExtendBookings,
  CreateUsage,
  CreateImports,
  OrderSearch,
  CreateAreas,
  ExtendPeople,
  CreateSearchWords,
  ExtendGroups,
  CreateOfficers,
  CreateRecognition,
  CreatePayees,
  CreateDirectory,
  CreateAgreements,
  CreateHoldings,
  HoldKeysForGroups,
  FindBookingsByResponsible,
  CreateProfiles,
  CreateMailings,
  CreateErasures,
  CreateActivities,
  CreateClaimPolicy,
  CreateReceipts,
  LinkAccountsToPeople,
  CreateClaims,
  DecideClaims,
  JoinPayees,
  KeepWhatWasSigned,
] as const;

/** What `user_version` says once all of them have run. */
export const SCHEMA_VERSION = MIGRATIONS.length;
