import Box from '@mui/material/Box';
import type { Forecast } from '#db/claims/filing.contract';
import { formatPence, type Pence, pence } from '#db/shared/money';

const NOTHING = pence(0);

/** What the claim comes to so far, in figures that can be read across the desk. */
export function Totals(props: { readonly forecast: Forecast | undefined; readonly lines: number }) {
  const { forecast, lines } = props;
  const claimed = lines === 0 ? NOTHING : forecast?.claimedPence;
  const payable = lines === 0 ? NOTHING : forecast?.payablePence;
  return (
    <Box
      component="section"
      aria-label="So far"
      sx={(theme) => ({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'baseline',
        columnGap: 3,
        paddingBlock: 0.75,
        paddingInline: 2,
        borderRadius: 1.5,
        border: `1px solid ${theme.trc.line}`,
        backgroundColor: theme.trc.sunk,
      })}
    >
      <Sum label="Claimed" sum={claimed} />
      <Sum label="Payable" sum={payable} isMain />
    </Box>
  );
}

function Sum(props: {
  readonly label: string;
  readonly sum: Pence | null | undefined;
  readonly isMain?: boolean;
}) {
  const { label, sum, isMain = false } = props;
  return (
    <Box sx={{ display: 'flex', alignItems: 'baseline', columnGap: 1, fontSize: '1.125rem' }}>
      <span>{label}</span>
      <Box
        component="strong"
        sx={{
          fontSize: isMain ? '2.25rem' : '1.625rem',
          fontWeight: 700,
          lineHeight: 1.2,
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {sum === undefined ? '…' : sum === null ? 'to be priced' : formatPence(sum)}
      </Box>
    </Box>
  );
}
