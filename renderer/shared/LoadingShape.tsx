import { Box } from '@mui/material';
import { useEffect, useState } from 'react';

const SHOWN_AFTER_MILLISECONDS = 200;
const WORDS_AFTER_MILLISECONDS = 2_000;

/** Pale bars in the place of what is coming; nothing at all for the first fifth of a second. */
export function LoadingShape(props: { readonly lines?: number; readonly words?: string }) {
  const isShown = useIsAfter(SHOWN_AFTER_MILLISECONDS);
  const isSlow = useIsAfter(WORDS_AFTER_MILLISECONDS);
  return (
    <Box
      aria-busy="true"
      sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minHeight: '3rem' }}
    >
      <Box role="status">{isSlow ? (props.words ?? 'Reading the records.') : ''}</Box>
      {isShown
        ? Array.from({ length: props.lines ?? 4 }, (_, line) => (
            <Box
              key={line}
              sx={(theme) => ({
                height: '1.75rem',
                width: `${95 - ((line * 17) % 40)}%`,
                borderRadius: 1,
                backgroundColor: theme.trc.sunk,
                border: `1px solid ${theme.trc.line}`,
              })}
            />
          ))
        : null}
    </Box>
  );
}

function useIsAfter(milliseconds: number): boolean {
  const [isAfter, setIsAfter] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsAfter(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isAfter;
}
