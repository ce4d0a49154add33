import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Parameter } from '#db/settings/settings.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import type { FigureSection } from './figure-sections.ts';
import { formatFigure, titleOf } from './figure-values.ts';

/** The figures of one part of the work. */
export function FiguresTable(props: {
  readonly section: FigureSection;
  readonly onChange: (figure: Parameter) => void;
}) {
  const headingId = useId();
  const mayChange = useCan(MANAGER_ONLY);
  return (
    <Box>
      <Typography id={headingId} variant="h2" sx={{ marginBottom: 1 }}>
        {props.section.title}
      </Typography>
      {props.section.ownPage !== undefined && (
        <Typography sx={{ marginBottom: 1 }}>
          {props.section.ownPage.words}{' '}
          <Link component={RouterLink} to={props.section.ownPage.path}>
            {props.section.ownPage.link}
          </Link>
          .
        </Typography>
      )}
      <Box tabIndex={0} role="group" aria-labelledby={headingId} sx={{ overflowX: 'auto' }}>
        <Table
          size="small"
          aria-labelledby={headingId}
          sx={{ minWidth: '44rem', tableLayout: 'fixed', '& td, & th': { verticalAlign: 'top' } }}
        >
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: '28%' }}>What it is</TableCell>
              <TableCell sx={{ width: '34%' }}>What holds today</TableCell>
              <TableCell sx={{ width: '26%' }}>From, and where it comes from</TableCell>
              <TableCell sx={{ width: '12%' }}>
                <span>{mayChange ? 'Change' : ''}</span>
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {props.section.figures.map((figure) => (
              <FigureRow
                key={figure.name}
                figure={figure}
                mayChange={mayChange}
                onChange={props.onChange}
              />
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
}

function FigureRow(props: {
  readonly figure: Parameter;
  readonly mayChange: boolean;
  readonly onChange: (figure: Parameter) => void;
}) {
  const { figure } = props;
  const isSaid = figure.value !== null;
  const words = titleOf(figure);
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ fontWeight: 550 }}>
        {words}
      </TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>
        {isSaid ? formatFigure(figure) : <StatusWord tone="quiet" words="Not said" />}
        {isSaid && figure.asGiven !== '' && figure.asGiven !== formatFigure(figure) ? (
          <Typography variant="body2" color="textSecondary">
            In the paper’s words: {figure.asGiven}
          </Typography>
        ) : null}
      </TableCell>
      <TableCell>
        {isSaid ? (
          <>
            From {formatDateNoWeekday(figure.from)}
            <Typography variant="body2" color="textSecondary">
              {figure.origin}
            </Typography>
          </>
        ) : (
          ''
        )}
      </TableCell>
      <TableCell>
        {!props.mayChange ? null : figure.name === 'rooms.officeHours' ? (
          <Link component={RouterLink} to={pathTo.hoursSettings()}>
            Office hours
          </Link>
        ) : (
          <Button
            size="small"
            onClick={() => props.onChange(figure)}
            aria-label={`${isSaid ? 'Change' : 'Enter'}: ${words}`}
          >
            {isSaid ? 'Change' : 'Enter'}
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}
