import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { SearchIcon } from '../shared/icons.tsx';
import { showPanel } from './panels.ts';
import { formatKeys } from './shortcuts.ts';
import { ROOM } from './theme.ts';

/** The keys stand in the box where they do not crowd out the words, and the second word where there is room. */
const WORDS_FIT = '@container app (min-width: 48rem)';
const KEYS_FIT = '@container app (min-width: 88rem)';

/** Looks like a search box and opens the one search there is. */
export function SearchButton() {
  return (
    <ButtonBase
      onClick={() => showPanel('palette')}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      title="Ctrl+K"
      sx={(theme) => ({
        display: 'flex',
        flex: '1 1 5.5rem',
        [ROOM.rail]: { flexBasis: '13rem', gap: 1, paddingInline: 1.5 },
        minWidth: 0,
        maxWidth: '24rem',
        overflow: 'hidden',
        minHeight: '2.625rem',
        gap: 0.75,
        paddingInline: 1,
        justifyContent: 'flex-start',
        borderRadius: 1,
        border: `1px solid ${theme.trc.fieldLine}`,
        color: theme.palette.text.secondary,
        backgroundColor: theme.palette.background.default,
        fontFamily: 'inherit',
        fontSize: '1.0625rem',
        whiteSpace: 'nowrap',
        '&:hover': { borderColor: theme.palette.text.primary },
      })}
    >
      <SearchIcon />
      <span>
        Search
        <Box component="span" sx={{ display: 'none', [WORDS_FIT]: { display: 'inline' } }}>
          {' everything'}
        </Box>
      </span>
      <Box
        component="kbd"
        sx={{
          font: 'inherit',
          fontSize: '0.9375rem',
          display: 'none',
          [KEYS_FIT]: { display: 'inline' },
          marginInlineStart: 'auto',
          paddingInlineStart: 1,
        }}
      >
        {formatKeys('ctrl+k')}
      </Box>
    </ButtonBase>
  );
}
