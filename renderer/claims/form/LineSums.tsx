import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Forecast } from '#db/claims/filing.contract';
import { formatPence } from '#db/shared/money';

type ForecastLine = Forecast['lines'][number];

/** The rule of one cost in a sentence, and the sum: what is claimed, what is payable, and why each penny is cut. */
export function LineSums({ line }: { readonly line: ForecastLine | undefined }) {
  return (
    <Box
      component="section"
      aria-label="The rule and the sum"
      aria-live="polite"
      sx={(theme) => ({
        padding: 2,
        borderRadius: 1.5,
        border: `1px solid ${theme.trc.line}`,
        backgroundColor: theme.trc.sunk,
        minHeight: '9rem',
      })}
    >
      {line !== undefined && (
        <>
          <Typography sx={{ fontSize: '1.125rem' }}>{line.ruleWords}</Typography>
          <SumLine line={line} />
          <Cuts line={line} />
        </>
      )}
    </Box>
  );
}

function SumLine({ line }: { readonly line: ForecastLine }) {
  if (line.payablePence === null)
    return (
      <Typography sx={{ mt: 1.5, fontWeight: 650, fontSize: '1.25rem' }}>
        Rate not set, will be priced.
      </Typography>
    );
  if (line.askedPence === null) return null;
  return (
    <Typography sx={{ mt: 1.5, fontSize: '1.25rem', fontVariantNumeric: 'tabular-nums' }}>
      Claimed {formatPence(line.askedPence)},{' '}
      <Box component="strong" sx={{ fontSize: '1.5rem' }}>
        payable {formatPence(line.payablePence)}
      </Box>
    </Typography>
  );
}

/** Each penny that is not paid, with its reason. */
export function Cuts({ line }: { readonly line: Pick<ForecastLine, 'cuts' | 'ruleWords'> }) {
  const cuts = line.cuts.filter((cut) => cut.pence > 0);
  if (cuts.length === 0) return null;
  return (
    <Box component="ul" sx={{ margin: 0, mt: 1, paddingInlineStart: 2.5 }}>
      {cuts.map((cut) => (
        <li key={`${cut.rule} ${cut.sentence}`}>
          <strong>{formatPence(cut.pence)} not paid</strong>
          {cut.sentence === line.ruleWords ? ', by this rule.' : `. ${cut.sentence}`}
        </li>
      ))}
    </Box>
  );
}
