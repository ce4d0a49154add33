import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ListItemIcon from '@mui/material/ListItemIcon';
import MenuItem from '@mui/material/MenuItem';
import { Link } from 'react-router';
import { DESK_ROLES } from '#db/shared/access';
import {
  AddIcon,
  ClaimsIcon,
  GroupsIcon,
  PeopleIcon,
  PersonIcon,
  RoomsIcon,
} from '../shared/icons.tsx';
import { MenuButton } from './MenuButton.tsx';
import { pathTo } from './paths.ts';
import { useCan } from './session-context.tsx';
import { formatKeys } from './shortcuts.ts';

/** What can be started from every page. */
export const THINGS_TO_MAKE = [
  { words: 'Booking', path: pathTo.newBooking(), icon: <RoomsIcon />, keys: 'alt+shift+b' },
  { words: 'Group', path: pathTo.newGroup(), icon: <GroupsIcon />, keys: 'alt+shift+g' },
  { words: 'Person', path: pathTo.newPerson(), icon: <PersonIcon />, keys: 'alt+shift+p' },
  { words: 'Expense claim', path: pathTo.newClaim(), icon: <ClaimsIcon />, keys: 'alt+shift+c' },
  { words: 'Mailing', path: pathTo.newMailing(), icon: <PeopleIcon />, keys: 'alt+shift+m' },
] as const;

/** 'Make…' of the top bar, for those who serve people at the desk. */
export function MakeMenu() {
  const mayServe = useCan(DESK_ROLES);
  if (!mayServe) return null;
  return (
    <MenuButton words="Make…" icon={<AddIcon />} variant="contained">
      {(close) =>
        THINGS_TO_MAKE.map((thing) => (
          <MenuItem key={thing.words} component={Link} to={thing.path} onClick={close}>
            <ListItemIcon>{thing.icon}</ListItemIcon>
            <Box sx={{ flexGrow: 1, paddingInlineEnd: 3 }}>{thing.words}</Box>
            <Box component="kbd" sx={{ font: 'inherit', color: 'text.secondary' }}>
              {formatKeys(thing.keys)}
            </Box>
          </MenuItem>
        ))
      }
    </MenuButton>
  );
}

/** The same as plain buttons, for the menu of narrow screens. */
export function MakeList(props: { readonly onChoose: () => void }) {
  const mayServe = useCan(DESK_ROLES);
  if (!mayServe) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {THINGS_TO_MAKE.map((thing) => (
        <Button
          key={thing.words}
          variant="outlined"
          startIcon={<AddIcon />}
          component={Link}
          to={thing.path}
          onClick={props.onChoose}
        >
          New {thing.words.toLowerCase()}
        </Button>
      ))}
    </Box>
  );
}
