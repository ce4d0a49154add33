import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { formatFigure } from './figure-values.ts';
import { useFigureHistory } from './settings.queries.ts';

/** What a figure has been before, and what it will be: each value with its first day and where it came from. */
export function FigureHistory(props: { readonly name: string }) {
  const history = useFigureHistory(props.name);
  if (history.data === undefined) return null;
  return (
    <Box sx={{ marginTop: 3 }}>
      <Typography variant="h3">What held when</Typography>
      {history.data.length === 0 ? (
        <Typography color="textSecondary">
          Nothing has been entered, and the council’s paper does not say.
        </Typography>
      ) : (
        <Box component="ol" sx={{ listStyle: 'none', padding: 0, margin: 0 }}>
          {history.data.map((past) => (
            <Box
              component="li"
              key={`${past.from} ${past.recordedAt}`}
              sx={{ paddingBlock: 1, borderBottom: 1, borderColor: 'divider' }}
            >
              <Typography sx={{ fontWeight: 550, overflowWrap: 'anywhere' }}>
                From {formatDateNoWeekday(past.from)}: {formatFigure(past)}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {past.origin}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
