import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import { useId } from 'react';
import type { UseRow } from '#db/reports/reports.contract';

const MINUTES_IN_AN_HOUR = 60;
const ROW_PIXELS = 40;

type Props = {
  readonly title: string;
  readonly rows: readonly UseRow[];
};

/**
 * Hours used, in and out of office hours, as bars. The same figures stand in the table below it, so the drawing is
 * left out for those who hear the page.
 */
export function UseChart({ title, rows }: Props) {
  const titleId = useId();
  const theme = useTheme();
  return (
    <Box>
      <Typography id={titleId} variant="h3" component="h2" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <Box aria-hidden="true">
        <BarChart
          layout="horizontal"
          height={rows.length * ROW_PIXELS + 120}
          disableKeyboardNavigation
          skipAnimation
          dataset={rows.map((row) => ({
            words: row.words,
            inside: row.inHoursMinutes / MINUTES_IN_AN_HOUR,
            outside: row.outOfHoursMinutes / MINUTES_IN_AN_HOUR,
          }))}
          yAxis={[{ scaleType: 'band', dataKey: 'words', width: 150 }]}
          xAxis={[
            {
              label: 'Hours',
              // Room for the figures and the word below them; the library leaves out what does not fit.
              height: 64,
              tickNumber: 5,
              valueFormatter: (hours: number) => hours.toLocaleString('en-GB'),
            },
          ]}
          series={[
            {
              dataKey: 'inside',
              label: 'In office hours',
              stack: 'hours',
              color: theme.palette.primary.main,
            },
            {
              dataKey: 'outside',
              label: 'Out of office hours',
              stack: 'hours',
              // Told apart by lightness as well as by hue, in every theme.
              color:
                theme.trc.name === 'contrast'
                  ? theme.palette.secondary.main
                  : theme.trc.status.warning.line,
            },
          ]}
        />
      </Box>
    </Box>
  );
}
