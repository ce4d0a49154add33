import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import type { Booking, SeriesId } from '#db/bookings/bookings.contract';
import { dateOf } from '#db/shared/local-date';
import { countOf, formatDate } from '#db/shared/plain-words';
import { useCan } from '../app/session-context.tsx';
import { formatSpan } from '../bookings/booking-words.ts';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { APPROVERS } from './DecideButtons.tsx';
import { QueueRow } from './QueueRow.tsx';
import { useDecisions } from './use-decisions.ts';

type SeriesApprovalsProps = { readonly requests: readonly Booking[] };

/** Series of which several dates wait for approval: all of them can be approved with one press. */
export function SeriesApprovals({ requests }: SeriesApprovalsProps) {
  const mayApprove = useCan(APPROVERS);
  const decide = useDecisions();
  const many = seriesOf(requests);
  if (many.length === 0 || !mayApprove) return null;
  return (
    <>
      <ErrorSummary
        errors={decide.refusal === '' ? [] : [{ field: null, message: decide.refusal }]}
      />
      <Box
        component="ul"
        aria-label="Series for approval"
        sx={{ listStyle: 'none', m: 0, p: 0, mb: 1 }}
      >
        {many.map(({ seriesId, dates, first }) => (
          <QueueRow
            key={seriesId}
            title={<span data-personal="">{`Series of ${first.bookerName}`}</span>}
            facts={[
              countOf(dates.length, 'date'),
              `the first on ${formatDate(dateOf(first.startsAt))}, ${formatSpan(first.startsAt, first.endsAt)}`,
              first.facilityName,
            ]}
            small="Each date stands below, to be decided by itself"
            actions={
              <Button
                variant="contained"
                onClick={() => void decide.approveAll(seriesId, dates)}
                aria-label={`Approve all ${countOf(dates.length, 'date')}: ${first.reference} and later`}
              >
                {`Approve all ${countOf(dates.length, 'date')}`}
              </Button>
            }
          />
        ))}
      </Box>
    </>
  );
}

function seriesOf(requests: readonly Booking[]): readonly {
  readonly seriesId: SeriesId;
  readonly dates: readonly Booking[];
  readonly first: Booking;
}[] {
  const ids = new Set(requests.flatMap(({ seriesId }) => seriesId ?? []));
  return [...ids].flatMap((seriesId) => {
    const dates = requests.filter((each) => each.seriesId === seriesId);
    const [first] = dates.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
    return first === undefined || dates.length < 2 ? [] : [{ seriesId, dates, first }];
  });
}
