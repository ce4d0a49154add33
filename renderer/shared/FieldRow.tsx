import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

type Props = {
  readonly children: ReactNode;
  /** Narrowest width of one field, in rem; fields that do not fit go below. */
  readonly fieldRem?: number;
};

/** Short fields that belong together, side by side as far as there is room, their boxes on one line. */
export function FieldRow({ children, fieldRem = 13 }: Props) {
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        rowGap: 2.5,
        alignItems: 'end',
        gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${fieldRem}rem), 1fr))`,
        // What a date is understood as stands below its box; its neighbours leave as much room.
        '&:has(> * > [data-echo]) > :not(:has(> [data-echo]))': { paddingBottom: '1.7rem' },
        // A box for a number has a width of its own, and stays within its column all the same.
        '& .MuiOutlinedInput-root:has(input[inputmode="numeric"])': { maxWidth: '100%' },
      }}
    >
      {children}
    </Box>
  );
}
