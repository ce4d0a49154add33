import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Forecast } from '#db/claims/filing.contract';
import { formatPence, type Pence, pence } from '#db/shared/money';
import { countOf } from '#db/shared/plain-words';

const NOTHING = pence(0);

/** What the claim comes to so far, in figures that can be read across the desk, and the way to go on later. */
export function TotalBar(props: {
  readonly forecast: Forecast | undefined;
  readonly lines: number;
  readonly savedWords: string;
  readonly onLater: () => void;
  readonly children?: ReactNode;
}) {
  const { forecast, lines } = props;
  return (
    <Box
      component="section"
      aria-label="So far"
      sx={(theme) => ({
        position: 'sticky',
        bottom: 0,
        zIndex: 1,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 4,
        rowGap: 0.5,
        mt: 4,
        paddingBlock: 1.25,
        paddingInline: 2,
        border: `2px solid ${theme.trc.line}`,
        borderRadius: 1.5,
        backgroundColor: theme.trc.sunk,
        // At 400% the bar would take the page away from what is typed.
        '@media (max-height: 34rem)': { position: 'static' },
      })}
    >
      <Sum label="Claimed" words={sumWords(lines, forecast?.claimedPence)} />
      <Sum label="Payable" words={sumWords(lines, forecast?.payablePence)} isMain />
      <Typography color="textSecondary">{countOf(lines, 'cost')}</Typography>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1.5,
          marginInlineStart: 'auto',
        }}
      >
        <Typography role="status" variant="body2" color="textSecondary">
          {props.savedWords}
        </Typography>
        <Button variant="outlined" onClick={props.onLater}>
          Save and finish later
        </Button>
        {props.children}
      </Box>
    </Box>
  );
}

function sumWords(lines: number, sum: Pence | null | undefined): string {
  if (lines === 0) return formatPence(NOTHING);
  if (sum === undefined) return '…';
  return sum === null ? 'to be priced' : formatPence(sum);
}

function Sum(props: { readonly label: string; readonly words: string; readonly isMain?: boolean }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'baseline', columnGap: 1, flexWrap: 'wrap' }}>
      <span>{props.label}</span>
      <Box
        component="strong"
        sx={{
          fontSize: props.isMain === true ? '2.25rem' : '1.625rem',
          fontWeight: 700,
          lineHeight: 1.2,
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {props.words}
      </Box>
    </Box>
  );
}
