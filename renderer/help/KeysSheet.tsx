import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { changeLook, useLook } from '../app/look.ts';
import { formatKeys, type Shortcut, useShortcutList } from '../app/shortcuts.ts';

/** Keys that forms and lists understand by themselves. */
const ALWAYS: readonly Shortcut[] = [
  { keys: 'ctrl+enter', words: 'Save or go on, in a form', scope: 'Everywhere' },
  { keys: 'esc', words: 'Close what is on top', scope: 'Everywhere' },
];

/** Every key that does something now, and the switch that turns them off: Shift+F1. */
export function KeysSheet(props: { readonly onClose: () => void }) {
  const titleId = useId();
  const { shortcutsOn } = useLook();
  const shortcuts = [...useShortcutList(), ...ALWAYS];
  const scopes = [...new Set(shortcuts.map((shortcut) => shortcut.scope))];
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>All keys</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <FormControlLabel
          label="Shortcut keys are on"
          control={
            <Switch checked={shortcutsOn} onChange={(_, on) => changeLook({ shortcutsOn: on })} />
          }
          sx={{ marginInlineStart: 0 }}
        />
        {scopes.map((scope) => (
          <Box key={scope}>
            <Typography variant="h3">{scope}</Typography>
            <Box component="dl" sx={{ margin: 0 }}>
              {shortcuts
                .filter((shortcut) => shortcut.scope === scope)
                .map((shortcut) => (
                  <Box
                    key={`${shortcut.keys} ${shortcut.words}`}
                    sx={{
                      display: 'flex',
                      flexDirection: 'row-reverse',
                      justifyContent: 'space-between',
                      gap: 2,
                      paddingBlock: 0.5,
                      borderBottom: '1px solid',
                      borderColor: 'divider',
                    }}
                  >
                    <Box component="dt" sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
                      <kbd style={{ font: 'inherit' }}>{formatKeys(shortcut.keys)}</kbd>
                    </Box>
                    <Box component="dd" sx={{ margin: 0 }}>
                      {shortcut.words}
                    </Box>
                  </Box>
                ))}
            </Box>
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={props.onClose}>
          Close the list of keys
        </Button>
      </DialogActions>
    </Dialog>
  );
}
