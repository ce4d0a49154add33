import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { AuditLine } from '#db/audit/audit.contract';
import { dateOf, type LocalDate, localDateTimeOf, timeOf } from '#db/shared/local-date';
import { formatDayNear, formatTime } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { Private } from '../shared/Private.tsx';
import { changeWords } from '../bookings/history-words.ts';
import { formatAction } from './action-words.ts';

/** Lines of the record, newest first. */
export function RecordTable(props: { readonly lines: readonly AuditLine[] }) {
  const today = useToday();
  return (
    <Box tabIndex={0} role="region" aria-label="Lines of the record" sx={{ overflowX: 'auto' }}>
      <Table
        size="small"
        aria-label="Lines of the record"
        sx={{ minWidth: '44rem', '& td, & th': { verticalAlign: 'top' } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>Line</TableCell>
            <TableCell>When</TableCell>
            <TableCell>Who</TableCell>
            <TableCell>What</TableCell>
            <TableCell>Before and after</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.lines.map((line) => (
            <TableRow key={line.seq}>
              <TableCell>{line.seq}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {whenOf(line, today)}
                {line.clockJumped ? (
                  <Typography variant="body2">The computer’s clock had been changed.</Typography>
                ) : null}
              </TableCell>
              <TableCell>{line.who}</TableCell>
              <TableCell>
                {formatAction(line.action)}
                {line.reason === '' ? null : (
                  <Typography variant="body2" color="textSecondary">
                    Reason: <Private>{line.reason}</Private>
                  </Typography>
                )}
              </TableCell>
              <TableCell>
                <Changes line={line} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Changes(props: { readonly line: AuditLine }) {
  const today = useToday();
  return props.line.changes.map((change) => (
    <Box key={change.field} sx={{ overflowWrap: 'anywhere' }}>
      <Private>{changeWords(change, today)}</Private>
    </Box>
  ));
}

function whenOf(line: AuditLine, today: LocalDate): string {
  const at = localDateTimeOf(line.at);
  return `${formatDayNear(dateOf(at), today)}, ${formatTime(timeOf(at))}`;
}
