import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { RecordKind } from '#db/holdings/holdings.contract';
import { DESK_ROLES } from '#db/shared/access';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan } from '../app/session-context.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';
import { useMergesOf } from './holdings.queries.ts';
import { pageOf } from './merge-words.ts';

type Props = {
  readonly kind: RecordKind;
  readonly id: string;
  /** What is shown where the record did not go into another one. */
  readonly otherwise: ReactNode;
};

/** Stands in place of a record that is gone: where it went, and the way there. */
export function MergedAway({ kind, id, otherwise }: Props) {
  const maySee = useCan(DESK_ROLES);
  const merges = useMergesOf({ kind, id }, maySee);
  const away = merges.data?.find((one) => one.lostId === id && !one.isUndone);
  if (away === undefined) return otherwise;
  return (
    <NoticeBox label="Put together with another record">
      <Typography sx={{ mb: 1 }}>
        The record of <span data-personal="">{away.lostName}</span> was put together with that of{' '}
        <span data-personal="">{away.keptName}</span> on {formatDateNoWeekday(away.mergedOn)}.
        Everything about it is there.
      </Typography>
      <Button
        variant="contained"
        component={RouterLink}
        to={pageOf(kind, away.keptId)}
        data-personal={kind === 'person' ? '' : undefined}
      >
        Open {away.keptName}
      </Button>
    </NoticeBox>
  );
}
