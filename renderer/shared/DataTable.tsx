import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableFooter from '@mui/material/TableFooter';
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
  /** What stands in the last row, which sums the others up; the row is there where any column has one. */
  readonly total?: ReactNode;
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
  /** On a narrow page each row stands as a block of its own, one cell below the other, instead. */
  readonly isStacked?: boolean;
};

/** Roles are said where the layout is no table's any more: browsers would forget them. */
const STACKED = {
  '@container main (width < 46rem)': {
    minWidth: 0,
    '&, & tbody, & tr, & td, & th': { display: 'block' },
    // The headings stand before each cell; only those who hear them need the row.
    '& thead': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden' },
    '& tbody tr': { paddingBlock: 1, borderBlockEnd: 1, borderColor: 'divider' },
    '& tbody td, & tbody th': { width: 'auto', border: 0, paddingBlock: 0.25, paddingInline: 0 },
    '& tbody th': { fontSize: '1.125rem', fontWeight: 650 },
    '& tbody td::before': {
      content: 'attr(data-heading)',
      display: 'block',
      fontSize: '0.9375rem',
      color: 'text.secondary',
    },
  },
} as const;

/** The role of a part of a table that may be laid out as blocks. */
const roleOf = (isStacked: boolean, role: string): { readonly role?: string } =>
  isStacked ? { role } : {};

/** A plain table that scrolls inside itself where there is little room. */
export function DataTable<Row>(props: Props<Row>) {
  const isStacked = props.isStacked === true;
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
          {...roleOf(isStacked, 'table')}
          sx={{
            minWidth: props.minWidth ?? 0,
            '& td, & th': { verticalAlign: 'top' },
            // A button begins where the heading above it does, and its words stay on one line.
            '& td .MuiButton-text': {
              whiteSpace: 'nowrap',
              marginInlineStart: '-0.625rem',
              marginBlock: '-0.25rem',
            },
            ...(isStacked ? STACKED : {}),
          }}
        >
          <TableHead {...roleOf(isStacked, 'rowgroup')}>
            <TableRow {...roleOf(isStacked, 'row')}>
              {props.columns.map((column) => (
                <TableCell
                  key={column.heading}
                  {...roleOf(isStacked, 'columnheader')}
                  align={column.isFigure === true ? 'right' : 'left'}
                  sx={column.width === undefined ? {} : { width: column.width }}
                >
                  {column.heading}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody {...roleOf(isStacked, 'rowgroup')}>
            {props.rows.map((row) => (
              <TableRow key={props.keyOf(row)} {...roleOf(isStacked, 'row')}>
                {props.columns.map((column, place) => (
                  <TableCell
                    key={column.heading}
                    data-heading={isStacked ? column.heading : undefined}
                    {...roleOf(isStacked, place === 0 ? 'rowheader' : 'cell')}
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
          {props.columns.some(({ total }) => total !== undefined) && (
            <TotalRow columns={props.columns} />
          )}
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

function TotalRow<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <TableFooter>
      <TableRow>
        {columns.map(({ heading, isFigure, total }, place) => (
          <TableCell
            key={heading}
            {...(place === 0 ? { component: 'th', scope: 'row' } : {})}
            align={isFigure === true ? 'right' : 'left'}
            sx={{
              fontSize: '1rem',
              fontWeight: 650,
              color: 'text.primary',
              ...(isFigure === true ? { fontVariantNumeric: 'tabular-nums' } : {}),
            }}
          >
            {total}
          </TableCell>
        ))}
      </TableRow>
    </TableFooter>
  );
}
