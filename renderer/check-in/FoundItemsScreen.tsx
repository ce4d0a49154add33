import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { z } from 'zod';
import { bookingUseProcedures, type FoundItem } from '#db/bookings/use/booking-use.contract';
import { DESK_ROLES } from '#db/shared/access';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LeftIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useFoundItems, useSettleFound } from './found-items.queries.ts';

/** Lost property: what was found after a booking, and what became of it (BOOK-10). */
export function FoundItemsScreen() {
  const found = useFoundItems();
  const maySettle = useCan(DESK_ROLES);
  const [settling, setSettling] = useState<FoundItem | null>(null);
  return (
    <>
      <PageHeader
        title="Lost property"
        actions={
          <Button component={RouterLink} to={pathTo.rooms()} startIcon={<LeftIcon />}>
            Rooms
          </Button>
        }
      />
      {found.isError ? (
        <ProblemPanel error={found.error} what="The list" onTryAgain={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <LoadingShape lines={5} />
      ) : found.data.length === 0 ? (
        <EmptyState words="Nothing was found. What is left behind is entered when a booking is checked out." />
      ) : (
        <DataTable
          label="Lost property"
          rows={found.data}
          keyOf={(item) => item.id}
          minWidth="36rem"
          countWords={countOf(found.data.length, 'thing')}
          columns={[
            { heading: 'What', cell: (item) => item.what, isPersonal: true },
            {
              heading: 'Found',
              cell: (item) => `${formatDateNoWeekday(item.foundOn)}, ${item.place}`,
            },
            {
              heading: 'After',
              cell: (item) =>
                item.bookingId === null ? (
                  ''
                ) : (
                  <Link component={RouterLink} to={pathTo.booking(item.bookingId)}>
                    {item.reference}
                  </Link>
                ),
            },
            {
              heading: 'What became of it',
              isPersonal: true,
              cell: (item) =>
                item.settledOn !== null ? (
                  `${formatDateNoWeekday(item.settledOn)}: ${item.settledHow}`
                ) : maySettle ? (
                  <Button
                    size="small"
                    aria-label={`Say what became of ${item.what}`}
                    onClick={() => setSettling(item)}
                  >
                    Say what became of it
                  </Button>
                ) : (
                  'It is here'
                ),
            },
          ]}
        />
      )}
      {settling !== null && (
        <FormDialog title={`What became of: ${settling.what}`} onClose={() => setSettling(null)}>
          <SettleForm item={settling} onClose={() => setSettling(null)} />
        </FormDialog>
      )}
    </>
  );
}

const SettleSchema = z.object({ how: bookingUseProcedures.settleFound.input.shape.how });

function SettleForm({ item, onClose }: { readonly item: FoundItem; readonly onClose: () => void }) {
  const settle = useSettleFound();
  const { say } = useToast();
  const form = useContractForm(
    SettleSchema,
    { how: '' },
    {
      draftKey: `found.${item.id}`,
      onSubmit: async ({ how }) => {
        await settle.mutateAsync({ id: item.id, how, version: item.version });
        say({ words: `${item.what}: entered.` });
        onClose();
      },
    },
  );
  return (
    <ContractFormBody form={form} label="What became of it">
      <Typography>{`Found on ${formatDateNoWeekday(item.foundOn)}, ${item.place}.`}</Typography>
      <TextField
        name="how"
        label="What became of it?"
        hint="Such as who took it, or where it was handed in"
        takesFocus
        isPersonal
      />
      <FormButtons
        saveWords="Enter it"
        closeWords="Close without entering"
        isSending={form.isSending}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
