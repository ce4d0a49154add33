import { unnameRegisters } from '#db/activities/unname-register.service';
import { forgetSubjects } from '#db/audit/subject.service';
import { reindexBookingsById } from '#db/bookings/booking-search.service';
import { unnameClaims } from '#db/claims/unname.service';
import { nobodyId } from '#db/people/hidden-person.service';
import { forgetSearchEntry, sweepSearch } from '#db/search/search.service';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import * as held from '../held-rows.repository.ts';
import { HOLDINGS } from '../holdings-register.rules.ts';
import * as past from '../retention.repository.ts';

/** Does to records whose time is over what the schedule says. */
export type SettlePast = (ctx: Ctx, ids: readonly string[]) => Promise<void>;

const emptiesOf = (table: string): Readonly<Record<string, string>> =>
  HOLDINGS.find((one) => one.table === table && one.empties !== undefined)?.empties ?? {};

async function unnameBookings(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await past.unnameRows(ctx, {
    table: 'booking',
    columns: ['person_id', 'responsible_person_id'],
    empties: emptiesOf('booking'),
    ids,
    nobodyId: await nobodyId(ctx, todayOf(ctx)),
  });
  await afterwards(ctx, ids);
  await reindexBookingsById(ctx, ids);
  await sweepSearch(ctx);
}

async function emptyBookingNeeds(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await past.emptyBookingNeeds(ctx, ids);
  await reindexBookingsById(ctx, ids);
  await sweepSearch(ctx);
}

async function unnameVisits(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await past.unnameRows(ctx, {
    table: 'usage_entry',
    columns: ['person_id'],
    empties: emptiesOf('usage_entry'),
    ids,
    nobodyId: await nobodyId(ctx, todayOf(ctx)),
  });
  await afterwards(ctx, ids);
}

/** Reminders, lines of imports and reasons sealed under these records name people too. */
async function afterwards(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await held.dropTasksAbout(ctx, ids);
  await held.emptyImportWords(ctx, ids);
  await forgetSubjects(ctx, ids);
}

async function unnameAttendance(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await forgetSubjects(ctx, await unnameRegisters(ctx, ids));
}

async function unnameExpenses(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await unnameClaims(ctx, ids, await nobodyId(ctx, todayOf(ctx)));
  for (const id of ids) await forgetSearchEntry(ctx, 'claim', id);
  await afterwards(ctx, ids);
  await sweepSearch(ctx);
}

async function deleteRestrictions(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await past.deleteRestrictions(ctx, ids);
  await afterwards(ctx, ids);
}

/** Types whose records are settled row by row; people and groups go by an erasure instead. */
export const SETTLES: ReadonlyMap<string, SettlePast> = new Map([
  ['bookings', unnameBookings],
  ['booking-needs', emptyBookingNeeds],
  ['people-needs', past.emptyNeeds],
  ['usage', unnameVisits],
  ['activities', unnameAttendance],
  ['conduct', deleteRestrictions],
  ['claims', unnameExpenses],
  ['requests', past.deleteRequests],
]);

/** Types of which a confirmation is an erasure of the record itself. */
export const ERASES: Readonly<Record<string, 'person' | 'group'>> = {
  officers: 'person',
  groups: 'group',
};
