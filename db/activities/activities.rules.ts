// [browser-safe]
import { foldForSearch } from '#db/shared/fold';
import type { LocalEndTime, LocalTime } from '#db/shared/local-date';
import { formatTime, formatTimeRange } from '#db/shared/plain-words';
import {
  type Activity,
  type ActivityKind,
  STARTING_ACTIVITY_KINDS,
} from './activities.contract.ts';

/** Kinds are typed by people: ‘meeting’ and ‘Meeting’ are one. */
export const isSameKind = (a: string, b: string): boolean => foldForSearch(a) === foldForSearch(b);

/** The kinds of a council: its own, or those to begin with while it has entered none. */
export function activityKinds(figure: unknown): readonly ActivityKind[] {
  if (!Array.isArray(figure)) return STARTING_ACTIVITY_KINDS;
  const own = figure.filter((each): each is string => typeof each === 'string' && each !== '');
  return own.length === 0 ? STARTING_ACTIVITY_KINDS : own;
}

/** A kind as the council writes it; undefined for one that is not on its list. */
export const findKind = (kinds: readonly ActivityKind[], typed: string): ActivityKind | undefined =>
  kinds.find((kind) => isSameKind(kind, typed));

/** What is wrong with the times of an activity. */
export type BadTimes = 'end-without-start' | 'ends-before-start';

export function findBadTimes(
  startsAt: LocalTime | null,
  endsAt: LocalEndTime | null,
): BadTimes | undefined {
  if (endsAt === null) return undefined;
  if (startsAt === null) return 'end-without-start';
  return endsAt <= startsAt ? 'ends-before-start' : undefined;
}

/** '10am to 3pm', 'from 10am', or nothing while nobody has said. */
export function timeWords({ startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>): string {
  if (startsAt === null) return '';
  return endsAt === null ? `from ${formatTime(startsAt)}` : formatTimeRange(startsAt, endsAt);
}

/** 'the council', or the group's name. */
export const ledByWords = ({ ledBy }: Pick<Activity, 'ledBy'>): string =>
  ledBy.kind === 'council' ? 'The council' : ledBy.groupName;

/** What claims go by, in words: whole day, lunch, transport, funding. */
export function factWords(
  activity: Pick<Activity, 'isFullDay' | 'isLunchProvided' | 'isTransportProvided' | 'isFunded'>,
): readonly string[] {
  return [
    ...(activity.isFullDay ? ['A full day'] : []),
    ...(activity.isLunchProvided ? ['Lunch provided'] : []),
    ...(activity.isTransportProvided ? ['Transport provided'] : []),
    ...(activity.isFunded ? ['Funded for individuals'] : []),
  ];
}
