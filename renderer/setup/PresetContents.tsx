import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { PresetCard } from '#db/setup/setup.contract';
import { countOf } from '#db/shared/plain-words';

const SUMMARY_STYLE = {
  minHeight: '2.25rem',
  cursor: 'pointer',
  fontWeight: 650,
  fontSize: '1.125rem',
};

/** What a council's paper fills in, with the place each figure stands, and what it does not say. */
export function PresetContents(props: { readonly preset: PresetCard }) {
  const { fillsIn, doesNotSay, rooms, council } = props.preset;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      {fillsIn.length === 0 ? null : (
        <Box component="details" open>
          <Box component="summary" sx={SUMMARY_STYLE}>
            It fills in {countOf(fillsIn.length, 'thing')}
          </Box>
          <Box
            tabIndex={0}
            role="region"
            aria-label={`What the paper of ${council} fills in`}
            sx={(theme) => ({
              maxHeight: '22rem',
              overflow: 'auto',
              border: `1px solid ${theme.trc.line}`,
              borderRadius: 1,
              backgroundColor: theme.palette.background.paper,
            })}
          >
            <Table
              size="small"
              stickyHeader
              aria-label="Figures filled in"
              sx={{ minWidth: '34rem' }}
            >
              <TableHead>
                <TableRow>
                  <TableCell>What it is</TableCell>
                  <TableCell>What the paper says</TableCell>
                  <TableCell>Where</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {fillsIn.map((figure) => (
                  <TableRow key={`${figure.meaning} ${figure.asGiven}`}>
                    <TableCell component="th" scope="row" sx={{ fontWeight: 550 }}>
                      {figure.meaning}
                    </TableCell>
                    <TableCell>{figure.asGiven}</TableCell>
                    <TableCell sx={{ color: 'text.secondary' }}>{figure.source}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Box>
        </Box>
      )}
      {rooms.length === 0 ? null : (
        <Typography>
          Rooms and services: {rooms.map((room) => room.name).join(', ')}. You can change them in a
          later step.
        </Typography>
      )}
      <Box component="details">
        <Box component="summary" sx={SUMMARY_STYLE}>
          Your council’s paper does not say: {countOf(doesNotSay.length, 'thing')}
        </Box>
        <Typography>
          The program asks for these when they matter, or leaves the rule alone. It never guesses.
        </Typography>
        <Box component="ul" sx={{ columns: '16rem', marginBlock: 1 }}>
          {doesNotSay.map((meaning) => (
            <li key={meaning}>{meaning}</li>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
