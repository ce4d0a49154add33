import Box from '@mui/material/Box';
import { NavigationList } from './NavigationList.tsx';
import { ROOM } from './theme.ts';

/** The left rail, where there is room for it; elsewhere the Menu button opens the same list. */
export function Rail() {
  return (
    <Box
      component="nav"
      aria-label="Main"
      tabIndex={-1}
      data-region="the rail"
      sx={(theme) => ({
        gridArea: 'rail',
        display: 'none',
        [ROOM.rail]: { display: 'block' },
        overflowY: 'auto',
        paddingBlock: 1.5,
        paddingInline: 1,
        backgroundColor: theme.trc.rail.ground,
        color: theme.trc.rail.ink,
        borderInlineEnd: `1px solid ${theme.trc.rail.line}`,
        '&:focus-visible': { outlineOffset: '-3px' },
      })}
    >
      <NavigationList />
    </Box>
  );
}
