import Box from '@mui/material/Box';
import { LookChoices } from './LookChoices.tsx';
import { MakeList } from './MakeMenu.tsx';
import { NavigationList } from './NavigationList.tsx';
import { useSession } from './session-context.tsx';
import { SidePanel } from './SidePanel.tsx';

/** The rail and the menus of the top bar, where there is no room for them on the screen. */
export function NavigationDrawer(props: { readonly onClose: () => void }) {
  const { centreName } = useSession();
  return (
    <SidePanel title="Menu" side="left" onClose={props.onClose}>
      <Box component="p" sx={{ margin: 0, fontWeight: 700 }}>
        {centreName}
      </Box>
      <Box
        component="nav"
        aria-label="Main"
        sx={(theme) => ({
          padding: 1,
          borderRadius: 1.5,
          backgroundColor: theme.trc.rail.ground,
        })}
      >
        <NavigationList onChoose={props.onClose} />
      </Box>
      <MakeList onChoose={props.onClose} />
      <LookChoices />
    </SidePanel>
  );
}
