import { CreateAudit } from './20261122090000-create-audit.ts';
import { CreateUsers } from './20261122090100-create-users.ts';
import { CreateSettings } from './20261122090200-create-settings.ts';
import { CreateGroupsAndPeople } from './20261122090300-create-groups-and-people.ts';
import { CreateFacilitiesAndBookings } from './20261122090400-create-facilities-and-bookings.ts';
import { CreateSearch } from './20261122090500-create-search.ts';

/** Every migration in order. A shipped one is never edited; its checksum is pinned in the tests. */
export const MIGRATIONS = [
  CreateAudit,
  CreateUsers,
  CreateSettings,
  CreateGroupsAndPeople,
  CreateFacilitiesAndBookings,
  CreateSearch,
] as const;

/** What `user_version` says once all of them have run. */
export const SCHEMA_VERSION = MIGRATIONS.length;
