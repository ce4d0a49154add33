import { useLocation, useNavigate } from 'react-router';
import { DESK_ROLES } from '#db/shared/access';
import { useLockScreen } from '../session/session.queries.ts';
import { showPanel } from './panels.ts';
import { pathTo } from './paths.ts';
import { toggleBlanked } from './privacy.ts';
import { useCan } from './session-context.tsx';
import { useShortcut } from './shortcuts.ts';

/** The keys that work on every page. */
export function useShellShortcuts(): void {
  const navigate = useNavigate();
  const location = useLocation();
  const lock = useLockScreen();
  const mayServe = useCan(DESK_ROLES);
  const go = (path: string) => () => void navigate(path);

  useShortcut('ctrl+k', 'Search everything', () => showPanel('palette'));
  useShortcut('alt+shift+b', 'New booking', () => void navigate(pathTo.newBookingHere(location)), {
    isOn: mayServe,
  });
  useShortcut('alt+shift+f', 'Find a time', () => void navigate(pathTo.findTime(location)));
  useShortcut('alt+shift+g', 'New group', go(pathTo.newGroup()), { isOn: mayServe });
  useShortcut('alt+shift+p', 'New person', go(pathTo.newPerson()), { isOn: mayServe });
  useShortcut('alt+shift+c', 'New expense claim', go(pathTo.newClaim()), { isOn: mayServe });
  useShortcut('alt+shift+m', 'New mailing', go(pathTo.newMailing()), { isOn: mayServe });
  useShortcut('f6', 'Next part of the screen', () => goToRegion(1));
  useShortcut('shift+f6', 'Part of the screen before', () => goToRegion(-1));
  useShortcut('f1', 'Help for this page', () => showPanel('help'), { isAlwaysOn: true });
  useShortcut('shift+f1', 'All keys', () => showPanel('keys'), { isAlwaysOn: true });
  useShortcut('ctrl+shift+l', 'Hide or show personal details', toggleBlanked);
  useShortcut('alt+shift+x', 'Lock the screen', () => lock.mutate());
}

/** Moves the focus to the next part of the screen, round and round. */
function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.getClientRects().length > 0,
  );
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = here === -1 && step === -1 ? -1 : here + step;
  regions.at(next % regions.length)?.focus();
}
