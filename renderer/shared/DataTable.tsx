import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** One column: its heading, and what stands in it for a row. The first column names the row. */
export type Column<Row> = {
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand to the right, so that they can be compared. */
  readonly isFigure?: boolean;
  /** Blanked by the privacy button. */
  readonly isPersonal?: boolean;
  readonly width?: string;
  /** A word or two that stay on one line. */
  readonly isShort?: boolean;
};

type Props<Row> = {
  /** What the table is, for those who hear it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** Says how many there are, below the table. */
  readonly countWords?: string;
  /** Narrowest width in which the columns can be read; below it the table scrolls inside itself. */
  readonly minWidth?: string;
};

/** A plain table that scrolls inside itself where there is little room. */
export function DataTable<Row>(props: Props<Row>) {
  return (
    <>
      <Box
        role="region"
        aria-label={`Table: ${props.label}`}
        tabIndex={0}
        sx={{ overflowX: 'auto' }}
      >
        <Table
          size="small"
          aria-label={props.label}
          sx={{
            minWidth: props.minWidth ?? 0,
            '& td, & th': { verticalAlign: 'top' },
            // A button begins where the heading above it does, and its words stay on one line.
            '& td .MuiButton-text': {
              whiteSpace: 'nowrap',
              marginInlineStart: '-0.625rem',
              marginBlock: '-0.25rem',
            },
          }}
        >
          <TableHead>
            <TableRow>
              {props.columns.map((column) => (
                <TableCell
                  key={column.heading}
                  align={column.isFigure === true ? 'right' : 'left'}
                  sx={column.width === undefined ? {} : { width: column.width }}
                >
                  {column.heading}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {props.rows.map((row) => (
              <TableRow key={props.keyOf(row)}>
                {props.columns.map((column, place) => (
                  <TableCell
                    key={column.heading}
                    {...(place === 0 ? { component: 'th', scope: 'row' } : {})}
                    align={column.isFigure === true ? 'right' : 'left'}
                    data-personal={column.isPersonal === true ? '' : undefined}
                    sx={{
                      overflowWrap: 'break-word',
                      ...(column.isShort === true ? { whiteSpace: 'nowrap' } : {}),
                      ...(column.isFigure === true ? { fontVariantNumeric: 'tabular-nums' } : {}),
                    }}
                  >
                    {column.cell(row)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {props.countWords !== undefined && (
        <Typography role="status" sx={{ mt: 1.5 }}>
          {props.countWords}
        </Typography>
      )}
    </>
  );
}
