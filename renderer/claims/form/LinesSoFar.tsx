import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Claim, ClaimLineId, ClaimWords } from '#db/claims/claims.contract';
import type { Forecast } from '#db/claims/filing.contract';
import { formatPence } from '#db/shared/money';
import { countOf, formatDayNear } from '#db/shared/plain-words';
import { useToday } from '../../app/session-context.tsx';
import { lineTitle } from './claim-words.ts';
import { Question } from './Question.tsx';

/** The costs that are entered, each with its sum and a way to change it. */
export function LinesSoFar(props: {
  readonly claim: Claim;
  readonly words: ClaimWords;
  readonly forecast: Forecast | undefined;
  readonly onChange: (id: ClaimLineId) => void;
}) {
  const { claim, words, forecast } = props;
  const today = useToday();
  return (
    <Box
      component="ol"
      aria-label="Costs so far"
      sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1 }}
    >
      {words.lines.map((line) => {
        const priced = forecast?.lines.find(({ lineId }) => lineId === line.id);
        const lacks = (forecast?.missing ?? []).filter(({ lineId }) => lineId === line.id);
        const doubts = lacks.filter(({ field }) => field === 'warning').length;
        const missing = lacks.filter(({ field }) => field !== 'warning');
        const isOpen = isChangeable(claim, line.id);
        return (
          <Box
            component="li"
            key={line.id}
            sx={(theme) => ({
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'baseline',
              columnGap: 2,
              padding: 1.25,
              border: `1px solid ${theme.trc.line}`,
              borderRadius: 1.5,
              backgroundColor: theme.palette.background.paper,
            })}
          >
            <Box sx={{ flex: '1 1 16rem', minWidth: 0, overflowWrap: 'anywhere' }}>
              <Typography sx={{ fontWeight: 620, fontSize: '1.125rem' }}>
                {lineTitle(line)}
              </Typography>
              <Typography color="textSecondary">
                {formatDayNear(line.day, today)}
                {line.receiptIds.length > 0 && `, ${countOf(line.receiptIds.length, 'receipt')}`}
              </Typography>
              <Question claim={claim} lineId={line.id} />
              {missing.map((each) => (
                <Typography key={each.field} sx={{ fontWeight: 600 }} color="error">
                  {each.words}
                </Typography>
              ))}
              {doubts > 0 && (
                <Typography sx={{ fontWeight: 600 }} color="error">
                  {countOf(doubts, 'thing')} to look at
                </Typography>
              )}
            </Box>
            <Box
              component="strong"
              sx={{ fontSize: '1.375rem', fontVariantNumeric: 'tabular-nums' }}
            >
              {sumWords(priced)}
            </Box>
            {isOpen && (
              <Button
                variant="outlined"
                aria-label={`Change ${lineTitle(line)}`}
                onClick={() => props.onChange(line.id)}
              >
                Change
              </Button>
            )}
          </Box>
        );
      })}
    </Box>
  );
}

/** Whether a line can still be changed: one that was decided stays as it was signed. */
export function isChangeable(claim: Claim, id: ClaimLineId): boolean {
  const line = claim.lines.find((each) => each.id === id);
  return line === undefined || line.state === 'open';
}

export function sumWords(priced: Forecast['lines'][number] | undefined): string {
  if (priced === undefined) return '…';
  return priced.payablePence === null ? 'to be priced' : formatPence(priced.payablePence);
}
