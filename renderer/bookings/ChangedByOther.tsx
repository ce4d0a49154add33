import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { BookingField, MergedField } from './booking-merge.ts';

type ChangedByOtherProps = {
  readonly fields: readonly MergedField[];
  readonly onUseTheirs: (field: BookingField) => void;
};

/** What somebody else changed while this form was open, beside what stands in the form. */
export function ChangedByOther({ fields, onUseTheirs }: ChangedByOtherProps) {
  if (fields.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label="Changed by someone else"
      sx={(theme) => ({
        border: `2px solid ${theme.trc.status.warning.line}`,
        borderRadius: 1.5,
        p: 2,
        overflowX: 'auto',
      })}
    >
      <Typography variant="h3" component="h2">
        Theirs and yours
      </Typography>
      <Typography sx={{ mb: 1 }}>
        Where only they changed something, the form now holds theirs. Where you both did, it holds
        yours.
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>What</TableCell>
            <TableCell>Before</TableCell>
            <TableCell>Theirs</TableCell>
            <TableCell>Yours</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((each) => (
            <TableRow key={each.field}>
              <TableCell component="th" scope="row">
                {each.label}
              </TableCell>
              <TableCell data-personal="">{each.before}</TableCell>
              <TableCell data-personal="">{each.theirs}</TableCell>
              <TableCell>
                {each.state === 'taken-over' ? (
                  'not changed, theirs is kept'
                ) : (
                  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                    <span data-personal="">{each.mine}</span>
                    <Button
                      size="small"
                      variant="outlined"
                      aria-label={`Use theirs for ${each.label}: ${each.theirs}`}
                      onClick={() => onUseTheirs(each.field)}
                    >
                      Use theirs
                    </Button>
                  </Box>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
