import { activitiesApi } from './activities/activities-api.service.ts';
import { activityTimeline } from './activities/activity-timeline.service.ts';
import { agreementsService } from './agreements/agreements.service.ts';
import { areasService } from './areas/areas.service.ts';
import { auditService } from './audit/audit.service.ts';
import {
  reindexBookingsOfFacility,
  reindexBookingsOfGroup,
  reindexBookingsOfPerson,
} from './bookings/booking-search.service.ts';
import { closureHits, comingBookings } from './bookings/bookings-hit.service.ts';
import { diaryCalendar, diaryCsv } from './bookings/diary-import/diary-import.service.ts';
import { bookingsToHandOver } from './bookings/hand-over-bookings.service.ts';
import { bookingsService } from './bookings/bookings.service.ts';
import { restrictionHits } from './bookings/restriction-hits.service.ts';
import type { ApiContract } from './api.contract.ts';
import { claimPolicyService } from './claim-policy/claim-policy.service.ts';
import { claimsHandOver } from './claims/claims-hand-over.service.ts';
import {
  reindexClaimsOfGroup,
  reindexClaimsOfPerson,
} from './claims/filing/claim-search.service.ts';
import { claimsStanding, claimsTimeline } from './claims/claims-timeline.service.ts';
import { claimsTakenBy } from './claims/deciding/one-person.service.ts';
import { claimsService } from './claims/claims.service.ts';
import { holdingsWithClaimsRenewed } from './claims/merges-renewed.service.ts';
import { payeesWithClaimsRenewed } from './claims/payees-renewed.service.ts';
import { directoryService } from './directory/directory.service.ts';
import { facilitiesService } from './facilities/facilities.service.ts';
import { facilityUse } from './facilities/facility-use.service.ts';
import type { GroupHooks } from './groups/group-hooks.ts';
import { groupsApi } from './groups/groups-api.service.ts';
import { readRecord } from './groups/read-record.service.ts';
import { mailingTimeline } from './mailings/mailing-timeline.service.ts';
import { mailingsService } from './mailings/mailings.service.ts';
import { ownSources } from './officers/hand-over-sources.ts';
import { officersOnSheet } from './officers/officer-sheet.service.ts';
import { officersService } from './officers/officers.service.ts';
import { findPeopleByPhonePart } from './people/people-search.service.ts';
import { mandateHandOver } from './payees/mandate.service.ts';
import { payeeOnSheet } from './payees/payee-sheet.service.ts';
import { payeesService } from './payees/payees.service.ts';
import { peopleService } from './people/people.service.ts';
import { searchService } from './search/search.service.ts';
import { settingsService } from './settings/settings.service.ts';
import { setupService } from './setup/setup.service.ts';
import { calendarService } from './calendar/calendar.service.ts';
import { venuesService } from './venues/venues.service.ts';
import { conditionsService } from './conditions/conditions.service.ts';
import { recognitionLook, recognitionSection } from './recognition/read-recognition.service.ts';
import { recognitionService } from './recognition/recognition.service.ts';
import { restrictionsService } from './restrictions/restrictions.service.ts';
import { agreementStanding, agreementTimeline } from './agreements/agreement-timeline.service.ts';
import { bookingTimeline } from './bookings/booking-timeline.service.ts';
import { conditionTimeline } from './conditions/condition-timeline.service.ts';
import { groupStanding, groupTimeline } from './groups/group-timeline.service.ts';
import { mergeTimeline } from './holdings/merge-timeline.service.ts';
import { officerStanding, officerTimeline } from './officers/officer-timeline.service.ts';
import { personStanding, personTimeline } from './people/person-timeline.service.ts';
import {
  recognitionStanding,
  recognitionTimeline,
} from './recognition/recognition-timeline.service.ts';
import {
  restrictionStanding,
  restrictionTimeline,
} from './restrictions/restriction-timeline.service.ts';
import {
  timelineOnSheet,
  type TimelineSources,
  timelineService,
} from './timeline/timeline.service.ts';
import { usageStanding, usageTimeline } from './usage/usage-timeline.service.ts';
import { keyTimeline } from './venues/key-timeline.service.ts';
import { tasksService } from './tasks/tasks.service.ts';
import { bookedAllowanceWords } from './usage/allowances.service.ts';
import { usageService } from './usage/usage.service.ts';
import { profilesService } from './profiles/profiles.service.ts';
import { reportsService } from './reports/reports.service.ts';
import { holdingsService } from './holdings/holdings.service.ts';
import { findUses } from './holdings/find-uses.service.ts';
import { groupsImport } from './imports/groups-import/groups-import.service.ts';
import { importsService } from './imports/imports.service.ts';
import { peopleImport } from './imports/people-import/people-import.service.ts';
import type { Ctx, Steps } from './shared/ctx.ts';
import type { Handlers } from './shared/contract.ts';
import type { OnAccountChanged } from './users/account-changes.service.ts';
import { usersService } from './users/users.service.ts';

/** Every module's service; the compiler refuses a contract that nobody honours. */
export type Api = {
  readonly [M in keyof Omit<ApiContract, 'session' | 'diagnostics'>]: Handlers<ApiContract[M]>;
};

/** What each module offers to the page of a group or person, in no order of weight. */
const TIMELINE_SOURCES: TimelineSources = {
  happened: [
    bookingTimeline,
    usageTimeline,
    recognitionTimeline,
    officerTimeline,
    groupTimeline,
    agreementTimeline,
    keyTimeline,
    restrictionTimeline,
    conditionTimeline,
    personTimeline,
    mailingTimeline,
    claimsTimeline,
    activityTimeline,
    mergeTimeline,
  ],
  standing: [
    restrictionStanding,
    recognitionStanding,
    personStanding,
    usageStanding,
    groupStanding,
    officerStanding,
    agreementStanding,
    claimsStanding,
  ],
};

/** Puts the services together; here modules that must not know each other are introduced. */
export function newApi(place: {
  readonly anchorsFile: string;
  readonly onAccountChanged: OnAccountChanged;
}): Api {
  const groupHooks: GroupHooks = {
    async onRenamed(ctx, group) {
      await reindexBookingsOfGroup(ctx, group);
      await reindexClaimsOfGroup(ctx, group);
    },
    recognitionOn: recognitionLook,
    sheetSections: [
      recognitionSection,
      officersOnSheet,
      payeeOnSheet,
      ...timelineOnSheet(TIMELINE_SOURCES),
    ],
  };
  const restrictions = restrictionsService(restrictionHits);
  const groups = groupsApi(groupHooks);
  const officers = officersService([
    ...ownSources((ctx, id) => readRecord(ctx, groupHooks, id)),
    { about: 'outgoing', lines: bookingsToHandOver },
    mandateHandOver,
    claimsHandOver,
  ]);
  return {
    activities: activitiesApi,
    agreements: agreementsService,
    areas: areasService,
    audit: auditService(place),
    bookings: bookingsService(bookedAllowanceWords),
    policy: claimPolicyService,
    claims: claimsService,
    directory: directoryService,
    facilities: { ...facilitiesService(reindexBookingsOfFacility), ...facilityUse(comingBookings) },
    groups,
    officers,
    mailings: mailingsService,
    payees: payeesWithClaimsRenewed(payeesService),
    people: peopleService(async (ctx, person) => {
      await reindexBookingsOfPerson(ctx, person);
      await reindexClaimsOfPerson(ctx, person);
    }),
    profiles: profilesService,
    search: searchService(findPeopleByPhonePart),
    settings: settingsService,
    setup: setupService,
    calendar: calendarService(closureHits),
    venues: venuesService,
    conditions: conditionsService,
    recognition: recognitionService(restrictions.add),
    restrictions,
    tasks: tasksService,
    timeline: timelineService(TIMELINE_SOURCES),
    usage: usageService,
    reports: reportsService,
    holdings: holdingsWithClaimsRenewed(holdingsService),
    imports: importsService([
      diaryCsv,
      diaryCalendar,
      peopleImport(findUses),
      groupsImport({ groups, officers, findUses }),
    ]),
    users: usersService(place.onAccountChanged, claimsTakenBy),
  };
}

/** A handler as dispatch calls it: in one unit of work, or with steps of its own. */
export type UnitHandler = (ctx: Ctx, input: unknown) => Promise<unknown>;
export type StepsHandler = (steps: Steps, input: unknown) => Promise<unknown>;

/** The handler of `module.verb`; undefined for procedures that the host honours itself. */
export function findHandler(api: Api, name: string): UnitHandler | StepsHandler | undefined {
  const [module = '', verb = ''] = name.split('.');
  // Dispatch has checked the name against the contract and parsed the input with its schema.
  const verbs = (api as unknown as Record<string, Record<string, UnitHandler> | undefined>)[module];
  return verbs?.[verb];
}
