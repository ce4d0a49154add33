import { recordExport } from '#db/audit/record-export';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import { saveTable } from '#db/shared/save-table';
import { type Column, tableOf } from '#db/shared/table';
import type { agreementsContract } from './agreements-api.contract.ts';
import {
  AGREEMENT_KIND_WORDS,
  AGREEMENT_STATE_WORDS,
  type AgreementLine,
} from './agreements.contract.ts';
import * as agreements from './agreements.repository.ts';

/** The list of agreements, narrowed as on the screen, as a table. */
export const agreementsTable: Pick<Handlers<typeof agreementsContract>, 'exportList'> = {
  async exportList(steps, { as, ...filter }) {
    const { lines, today } = await steps.unit(async (ctx) => {
      const found = await agreements.list(ctx, { ...filter, groupId: null, personId: null });
      await recordExport(ctx, { name: 'agreements', rows: found.length, as });
      return { lines: found, today: todayOf(ctx) };
    });
    return saveTable(steps, {
      as,
      name: `agreements-${today}`,
      table: tableOf('Agreements', AGREEMENTS_TABLE, lines),
    });
  },
};

const AGREEMENTS_TABLE: readonly Column<AgreementLine>[] = [
  { heading: 'Reference', of: (line) => line.reference },
  { heading: 'Kind', of: (line) => AGREEMENT_KIND_WORDS[line.kind] },
  { heading: 'Title', of: (line) => line.title },
  { heading: 'Group', of: (line) => line.groupName },
  { heading: 'Person', of: (line) => line.personName },
  { heading: 'Code version', of: (line) => line.codeVersion },
  { heading: 'State', of: (line) => AGREEMENT_STATE_WORDS[line.state] },
  { heading: 'First signed on', kind: 'date', of: (line) => line.firstSignedOn },
  { heading: 'Signed on', kind: 'date', of: (line) => line.signedOn },
  { heading: 'Review on', kind: 'date', of: (line) => line.reviewOn },
  { heading: 'Ended on', kind: 'date', of: (line) => line.endedOn },
];
