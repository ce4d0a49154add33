import Box from '@mui/material/Box';
import type { CountLine } from '#db/profiles/profiles.contract';

/**
 * The share of those involved as a bar, with a line where it would stand if they were as all tenants. The numbers
 * stand beside it in the table, so that nothing is lost to those who hear the page.
 */
export function ShareBars({ line }: { readonly line: CountLine }) {
  if (line.involved.mark !== 'shown') return null;
  const { comparator } = line;
  return (
    <Box
      aria-hidden="true"
      sx={(theme) => ({
        position: 'relative',
        height: '0.875rem',
        minWidth: '7rem',
        border: `1px solid ${theme.trc.line}`,
        borderRadius: 0.5,
        forcedColorAdjust: 'none',
      })}
    >
      <Box
        sx={{
          height: '100%',
          width: `${line.involved.percent}%`,
          backgroundColor: 'primary.main',
        }}
      />
      {comparator !== null && (
        <Box
          sx={{
            position: 'absolute',
            insetBlock: '-0.25rem',
            insetInlineStart: `calc(${comparator.percent}% - 1.5px)`,
            width: '3px',
            backgroundColor: 'text.primary',
          }}
        />
      )}
    </Box>
  );
}
