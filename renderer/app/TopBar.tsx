import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useLockScreen } from '../session/session.queries.ts';
import { LockIcon, MenuIcon, PrivacyIcon } from '../shared/icons.tsx';
import { LookButton } from './LookButton.tsx';
import { MakeMenu } from './MakeMenu.tsx';
import { showPanel } from './panels.ts';
import { toggleBlanked, useIsBlanked } from './privacy.ts';
import { SearchButton } from './SearchButton.tsx';
import { useSession } from './session-context.tsx';
import { ROOM } from './theme.ts';
import { WhoMenu } from './WhoMenu.tsx';

const ONLY_WIDE = { display: 'none', [ROOM.rail]: { display: 'contents' } };
const ONLY_NARROW = { display: 'contents', [ROOM.rail]: { display: 'none' } };

/** Top of every page: which centre, search, what can be started, and who sits here. */
export function TopBar() {
  const { centreName } = useSession();
  return (
    <Box
      component="header"
      tabIndex={-1}
      data-region="the top bar"
      sx={(theme) => ({
        gridArea: 'top',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 0.5,
        rowGap: 0.25,
        paddingBlock: 0.5,
        paddingInline: 0.5,
        borderBottom: `1px solid ${theme.trc.line}`,
        backgroundColor: theme.palette.background.paper,
        '& button': { whiteSpace: 'nowrap' },
        '&:focus-visible': { outlineOffset: '-3px' },
        // Three buttons share the line of a phone.
        '& .MuiButton-outlined, & .MuiButton-contained': { paddingInline: '0.625rem' },
        '& .MuiButton-text': { paddingInline: '0.25rem' },
        '& .MuiButton-startIcon': { marginInlineEnd: '0.25rem' },
        '& .MuiButton-endIcon': { marginInlineStart: '0.25rem' },
        [ROOM.rail]: {
          gap: 1,
          paddingBlock: 1,
          paddingInline: 2,
          '& .MuiButton-outlined, & .MuiButton-contained': { paddingInline: '1rem' },
          '& .MuiButton-text': { paddingInline: '0.625rem' },
          '& .MuiButton-startIcon': { marginInlineEnd: '0.5rem' },
          '& .MuiButton-endIcon': { marginInlineStart: '0.5rem' },
        },
        [ROOM.topBar]: { flexWrap: 'nowrap' },
      })}
    >
      <Box sx={ONLY_NARROW}>
        <Button variant="outlined" startIcon={<MenuIcon />} onClick={() => showPanel('navigation')}>
          Menu
        </Button>
      </Box>
      <Box
        sx={{
          fontSize: '1.1875rem',
          fontWeight: 700,
          lineHeight: 1.2,
          marginInlineEnd: 1,
          minWidth: 0,
          overflowWrap: 'anywhere',
          // On a narrow screen the title of the window and the menu say it, so that the page gets the room.
          display: 'none',
          [ROOM.rail]: { display: 'block', maxWidth: '13rem' },
        }}
      >
        {centreName === '' ? 'TRC Desk' : centreName}
      </Box>
      <SearchButton />
      <Box sx={ONLY_WIDE}>
        <MakeMenu />
      </Box>
      <Box sx={ONLY_WIDE}>
        <Box sx={{ flexGrow: 1, [ROOM.topBar]: { flexGrow: 0.5 } }} />
      </Box>
      <Box sx={ONLY_WIDE}>
        <LookButton />
      </Box>
      <Box sx={ONLY_NARROW}>
        <LockButton />
      </Box>
      <HideNamesButton />
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          marginInlineStart: 'auto',
          [ROOM.topBar]: { flexShrink: 0 },
        }}
      >
        <WhoMenu />
        <Box sx={ONLY_WIDE}>
          <LockButton />
        </Box>
      </Box>
    </Box>
  );
}

function HideNamesButton() {
  const isBlanked = useIsBlanked();
  return (
    <Button
      aria-pressed={isBlanked}
      variant={isBlanked ? 'contained' : 'text'}
      startIcon={<PrivacyIcon />}
      onClick={toggleBlanked}
      title="Ctrl+Shift+L"
    >
      {isBlanked ? 'Names hidden' : 'Hide names'}
    </Button>
  );
}

/** Larger than its neighbours where there is room, because it is pressed in a hurry. */
function LockButton() {
  const lock = useLockScreen();
  return (
    <Button
      variant="contained"
      color="secondary"
      startIcon={<LockIcon />}
      onClick={() => lock.mutate()}
      title="Alt+Shift+X"
      sx={{ [ROOM.rail]: { minHeight: '2.875rem', fontSize: '1.125rem' } }}
    >
      Lock
    </Button>
  );
}
