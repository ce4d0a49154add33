import { recordExport } from '#db/audit/record-export';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import { saveTable } from '#db/shared/save-table';
import { type Column, tableOf } from '#db/shared/table';
import type { activitiesContract } from './activities-api.contract.ts';
import type { Activity } from './activities.contract.ts';
import * as activities from './activities.repository.ts';
import { ledByWords } from './activities.rules.ts';

/** The list of activities, narrowed as on the screen, as a table. */
export const activitiesTable: Pick<Handlers<typeof activitiesContract>, 'exportList'> = {
  async exportList(steps, { as, ...wanted }) {
    const { lines, today } = await steps.unit(async (ctx) => {
      const found = await activities.list(ctx, wanted);
      await recordExport(ctx, { name: 'activities', rows: found.length, as });
      return { lines: found, today: todayOf(ctx) };
    });
    return saveTable(steps, {
      as,
      name: `activities-${today}`,
      table: tableOf('Activities', ACTIVITIES_TABLE, lines),
    });
  },
};

const yesNo = (is: boolean): string => (is ? 'Yes' : 'No');

const ACTIVITIES_TABLE: readonly Column<Activity>[] = [
  { heading: 'Reference', of: (one) => one.reference },
  { heading: 'Date', kind: 'date', of: (one) => one.on },
  { heading: 'From', of: (one) => one.startsAt },
  { heading: 'Until', of: (one) => one.endsAt },
  { heading: 'Title', of: (one) => one.title },
  { heading: 'Kind', of: (one) => one.kind },
  { heading: 'Led by', of: ledByWords },
  { heading: 'Place', of: (one) => one.venueWords },
  { heading: 'Full day', of: (one) => yesNo(one.isFullDay) },
  { heading: 'Lunch provided', of: (one) => yesNo(one.isLunchProvided) },
  { heading: 'Transport provided', of: (one) => yesNo(one.isTransportProvided) },
  { heading: 'Funded', of: (one) => yesNo(one.isFunded) },
  { heading: 'Came', kind: 'number', of: (one) => one.attended },
  { heading: 'Register complete', of: (one) => yesNo(one.isSheetClosed) },
  { heading: 'Cancelled', of: (one) => yesNo(one.isCancelled) },
];
