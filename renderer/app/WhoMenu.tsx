import ListItemIcon from '@mui/material/ListItemIcon';
import MenuItem from '@mui/material/MenuItem';
import { Link } from 'react-router';
import { ROLE_WORDS } from '#db/users/users.contract';

import { useSignOut } from '../session/session.queries.ts';
import {
  ClockIcon,
  CloseIcon,
  HelpIcon,
  KeyboardIcon,
  LockIcon,
  PersonIcon,
} from '../shared/icons.tsx';
import { MenuButton } from './MenuButton.tsx';
import { showPanel } from './panels.ts';
import { pathTo } from './paths.ts';
import { useSession } from './session-context.tsx';

/** Who is signed in, with what concerns that person alone. */
export function WhoMenu() {
  const { signedIn } = useSession();
  const signOut = useSignOut();
  if (signedIn === null) return null;
  return (
    <MenuButton words={signedIn.displayName} icon={<PersonIcon />}>
      {(close) => {
        const show = (panel: 'recent' | 'help' | 'keys') => (): void => {
          close();
          showPanel(panel);
        };
        return [
          <MenuItem key="role" disabled sx={{ opacity: '1 !important' }}>
            Signed in as {ROLE_WORDS[signedIn.role]}
          </MenuItem>,
          <MenuItem key="recent" onClick={show('recent')}>
            <ListItemIcon>
              <ClockIcon />
            </ListItemIcon>
            Recent changes
          </MenuItem>,
          <MenuItem key="own" component={Link} to={pathTo.ownAccount()} onClick={close}>
            <ListItemIcon>
              <LockIcon />
            </ListItemIcon>
            My passphrase and PIN
          </MenuItem>,
          <MenuItem key="help" onClick={show('help')}>
            <ListItemIcon>
              <HelpIcon />
            </ListItemIcon>
            Help for this page (F1)
          </MenuItem>,
          <MenuItem key="keys" onClick={show('keys')}>
            <ListItemIcon>
              <KeyboardIcon />
            </ListItemIcon>
            All keys (Shift+F1)
          </MenuItem>,
          <MenuItem key="out" onClick={() => signOut.mutate()}>
            <ListItemIcon>
              <CloseIcon />
            </ListItemIcon>
            Sign out
          </MenuItem>,
        ];
      }}
    </MenuButton>
  );
}
