import type { Forecast } from '#db/claims/filing.contract';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { WarningIcon } from '../../shared/icons.tsx';
import type { GoTo } from './CheckStep.tsx';
import type { Step } from './form-steps.ts';

type Lack = Forecast['missing'][number];

/** What has to be mended before the claim can be signed: takes the focus, and each leads to its question. */
export function Missing(props: {
  readonly missing: readonly Lack[];
  readonly attempt: number;
  readonly onGoTo: GoTo;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { attempt } = props;
  const lacks = props.missing;
  const hasLacks = lacks.length > 0;
  useEffect(() => {
    if (hasLacks) box.current?.focus();
  }, [attempt, hasLacks]);
  if (!hasLacks) return null;
  return (
    <Box
      ref={box}
      role="alert"
      tabIndex={-1}
      sx={(theme) => ({
        border: `3px solid ${theme.palette.error.main}`,
        borderRadius: 1.5,
        padding: 2,
        mb: 2,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Typography
        variant="h3"
        component="h3"
        sx={{ display: 'flex', gap: 1, alignItems: 'center' }}
      >
        <WarningIcon color="error" />
        There is a problem
      </Typography>
      <Box component="ul" sx={{ margin: 0, marginTop: 1, paddingInlineStart: 2.5 }}>
        {lacks.map((lack) => (
          <li key={`${lack.lineId} ${lack.field} ${lack.words}`}>
            <Link
              component="button"
              type="button"
              color="error"
              onClick={() =>
                lack.lineId === null
                  ? props.onGoTo(stepOf(lack.field))
                  : props.onGoTo('lines', lack.lineId)
              }
              sx={{ font: 'inherit', textAlign: 'start' }}
            >
              {lack.words}
            </Link>
          </li>
        ))}
      </Box>
    </Box>
  );
}

const STEP_OF_FIELD: Readonly<Record<string, Step>> = {
  claimant: 'who',
  filerPersonId: 'who',
  filerGroupId: 'who',
  payee: 'who',
  receivedOn: 'who',
  method: 'paid',
  notes: 'paid',
  accessNeedMet: 'paid',
  warning: 'check',
};

const stepOf = (field: string): Step => STEP_OF_FIELD[field] ?? 'lines';
