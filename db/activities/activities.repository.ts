import { BookingStatus, type BookingId, HOLDING_STATUSES } from '#db/bookings/bookings.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import {
  dateOf,
  type LocalDate,
  type LocalDateTime,
  type LocalEndTime,
  type LocalTime,
  timeOf,
} from '#db/shared/local-date';
import type {
  Activity,
  ActivityDetails,
  ActivityId,
  ActivityOfPerson,
  ActivityPage,
  Place,
  RegisterStanding,
} from './activities.contract.ts';
import { type ActivityRow, activityTable } from './activities.table.ts';

type RowWithNames = ActivityRow & {
  readonly group_name: string | null;
  readonly booking_reference: string | null;
  readonly booking_status: string | null;
  readonly booking_starts_at: string | null;
  readonly booking_ends_at: string | null;
  readonly room: string | null;
  readonly closed_by: string | null;
  readonly attended: number;
};

/** The day of an activity; with a booking, always the day that the booking has now. */
const ON_DAY = 'coalesce(a.on_date, substr(b.starts_at, 1, 10))';

const WITH_NAMES = `
  SELECT a.*, g.name AS group_name, b.reference AS booking_reference, b.status AS booking_status,
         b.starts_at AS booking_starts_at, b.ends_at AS booking_ends_at, f.name AS room,
         u.display_name AS closed_by,
         (SELECT count(*) FROM register_line l
          WHERE l.activity_id = a.id AND l.standing = 'came' AND l.is_taken_off = 0) AS attended
  FROM activity a
  LEFT JOIN tenant_group g ON g.id = a.group_id
  LEFT JOIN booking b ON b.id = a.booking_id
  LEFT JOIN facility f ON f.id = b.facility_id
  LEFT JOIN app_user u ON u.id = a.closed_by_user_id`;

/** An activity with everything of it but its register. */
export type StoredActivity = Omit<ActivityPage, 'lines' | 'totals'>;

type When = Pick<Activity, 'on' | 'startsAt' | 'endsAt' | 'venueWords'>;

/** Midnight at the end of a booking's day is written as the beginning of the next one. */
function whenOf(row: RowWithNames): When {
  if (row.booking_starts_at !== null && row.booking_ends_at !== null) {
    const startsAt = row.booking_starts_at as LocalDateTime;
    const endsAt = row.booking_ends_at as LocalDateTime;
    return {
      on: dateOf(startsAt),
      startsAt: timeOf(startsAt),
      endsAt: dateOf(endsAt) === dateOf(startsAt) ? timeOf(endsAt) : ('24:00' as LocalEndTime),
      venueWords: row.room ?? '',
    };
  }
  return {
    // The file's own guard holds a day for every activity without a booking.
    on: row.on_date as LocalDate,
    startsAt: row.starts_at as LocalTime | null,
    endsAt: row.ends_at as LocalEndTime | null,
    venueWords: row.venue,
  };
}

const toActivity = (row: RowWithNames): Activity => ({
  id: row.id as ActivityId,
  reference: row.reference,
  title: row.title,
  kind: row.kind,
  ledBy:
    row.group_id === null
      ? { kind: 'council' }
      : { kind: 'group', groupId: row.group_id as GroupId, groupName: row.group_name ?? '' },
  ...whenOf(row),
  bookingId: row.booking_id as BookingId | null,
  isFullDay: row.is_full_day === 1,
  isLunchProvided: row.is_lunch_provided === 1,
  isTransportProvided: row.is_transport_provided === 1,
  isFunded: row.is_funded === 1,
  isCancelled: row.cancelled_at !== null,
  isSheetClosed: row.closed_at !== null,
  attended: row.attended,
  version: row.version,
});

function toPlace(row: RowWithNames, activity: Activity): Place {
  if (row.booking_id !== null) return { kind: 'booking', bookingId: row.booking_id as BookingId };
  const { on, startsAt, endsAt } = activity;
  return { kind: 'entered', on, startsAt, endsAt, venue: row.venue };
}

function toStored(row: RowWithNames): StoredActivity {
  const activity = toActivity(row);
  return {
    ...activity,
    place: toPlace(row, activity),
    notes: row.notes,
    cancelReason: row.cancel_reason,
    booking:
      row.booking_reference === null
        ? null
        : {
            reference: row.booking_reference,
            holdsRoom: HOLDING_STATUSES.includes(BookingStatus.parse(row.booking_status)),
          },
    closedAt: row.closed_at as Instant | null,
    closedBy: row.closed_by ?? '',
  };
}

const toColumns = ({ place, ...details }: ActivityDetails) => ({
  title: details.title,
  kind: details.kind,
  group_id: details.groupId,
  booking_id: place.kind === 'booking' ? place.bookingId : null,
  on_date: place.kind === 'entered' ? place.on : null,
  starts_at: place.kind === 'entered' ? place.startsAt : null,
  ends_at: place.kind === 'entered' ? place.endsAt : null,
  venue: place.kind === 'entered' ? place.venue : '',
  is_full_day: details.isFullDay ? 1 : 0,
  is_lunch_provided: details.isLunchProvided ? 1 : 0,
  is_transport_provided: details.isTransportProvided ? 1 : 0,
  is_funded: details.isFunded ? 1 : 0,
  notes: details.notes,
});

export async function insert(
  ctx: Ctx,
  activity: ActivityDetails & { readonly id: ActivityId; readonly reference: string },
): Promise<void> {
  await ctx.tx.insert(activityTable, {
    ...toColumns(activity),
    id: activity.id,
    reference: activity.reference,
    cancelled_at: null,
    cancel_reason: '',
    closed_at: null,
    closed_by_user_id: null,
    recorded_at: ctx.now(),
    version: 1,
  });
}

/** Which columns an act writes besides the version. */
export type Changed = Partial<
  Pick<ActivityRow, 'cancelled_at' | 'cancel_reason' | 'closed_at' | 'closed_by_user_id'>
>;

/** Writes the change if the row is still at `version`; false when someone else was quicker. */
export async function update(
  ctx: Ctx,
  { id, version }: Pick<Activity, 'id' | 'version'>,
  changed: Changed,
): Promise<boolean> {
  const written = await ctx.tx.update(
    activityTable,
    { id, version },
    { ...changed, version: version + 1 },
  );
  return written.affected === 1;
}

export async function updateDetails(
  ctx: Ctx,
  { id, version }: Pick<Activity, 'id' | 'version'>,
  details: ActivityDetails,
): Promise<boolean> {
  const written = await ctx.tx.update(
    activityTable,
    { id, version },
    { ...toColumns(details), version: version + 1 },
  );
  return written.affected === 1;
}

export async function findById(ctx: Ctx, id: string): Promise<StoredActivity | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${WITH_NAMES} WHERE a.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toStored(rows[0]);
}

/** Which activities are asked for, by their day, both ends included; null asks for all. */
export type Wanted = {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly kind: string | null;
  readonly groupId: GroupId | null;
};

/** Activities by their day, the latest first; cancelled ones too. */
export async function list(ctx: Ctx, wanted: Wanted): Promise<readonly Activity[]> {
  const { from, until, kind, groupId } = wanted;
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES}
     WHERE (? IS NULL OR ${ON_DAY} >= ?) AND (? IS NULL OR ${ON_DAY} <= ?)
       AND (? IS NULL OR a.kind = ?) AND (? IS NULL OR a.group_id = ?)
     ORDER BY ${ON_DAY} DESC, coalesce(a.starts_at, substr(b.starts_at, 12)) DESC, a.reference DESC`,
    [from, from, until, until, kind, kind, groupId, groupId],
  );
  return rows.map(toActivity);
}

type RowOfPerson = RowWithNames & {
  readonly standing: string;
  readonly wants_to_claim: number;
  readonly groups_json: string;
  readonly group_names_json: string;
};

/** Activities on whose register a person stands, by their day, the latest first; cancelled ones too. */
export async function listOfPerson(
  ctx: Ctx,
  personId: PersonId,
  within: { readonly from: LocalDate | null; readonly until: LocalDate | null },
): Promise<readonly ActivityOfPerson[]> {
  const { from, until } = within;
  const rows: readonly RowOfPerson[] = await ctx.tx.query(
    `SELECT * FROM (
       SELECT one.*, l.standing, l.wants_to_claim,
              (SELECT json_group_array(json_object('groupId', named.id, 'groupName', named.name))
               FROM tenant_group named
               WHERE named.id IN (SELECT value FROM json_each(l.groups_json))) AS group_names_json,
              coalesce(one.on_date, substr(one.booking_starts_at, 1, 10)) AS day
       FROM register_line l JOIN (${WITH_NAMES}) one ON one.id = l.activity_id
       WHERE l.person_id = ? AND l.is_taken_off = 0)
     WHERE (? IS NULL OR day >= ?) AND (? IS NULL OR day <= ?)
     ORDER BY day DESC, reference DESC`,
    [personId, from, from, until, until],
  );
  return rows.map((row) => ({
    ...toActivity(row),
    standing: row.standing as RegisterStanding,
    wantsToClaim: row.wants_to_claim === 1,
    // The query writes it in this very shape.
    groups: JSON.parse(row.group_names_json) as ActivityOfPerson['groups'],
  }));
}

/** An activity as a group's history has it: how many came for that group. */
export type ActivityOfGroup = Activity & { readonly cameForIt: number };

/** Activities that a group leads, or for which somebody on a register comes for it, by their day, the latest first. */
export async function listOfGroup(ctx: Ctx, groupId: GroupId): Promise<readonly ActivityOfGroup[]> {
  const rows: readonly (RowWithNames & { readonly came_for_it: number | null })[] =
    await ctx.tx.query(
      `WITH mine AS (
         SELECT activity_id, sum(standing = 'came') AS came_for_it FROM register_line
         WHERE is_taken_off = 0 AND instr(groups_json, ?) > 0 GROUP BY activity_id)
       SELECT one.*, mine.came_for_it FROM (${WITH_NAMES}) one
       LEFT JOIN mine ON mine.activity_id = one.id
       WHERE one.group_id = ? OR mine.activity_id IS NOT NULL
       ORDER BY coalesce(one.on_date, substr(one.booking_starts_at, 1, 10)) DESC, one.reference DESC`,
      [groupId, groupId],
    );
  return rows.map((row) => ({ ...toActivity(row), cameForIt: row.came_for_it ?? 0 }));
}
