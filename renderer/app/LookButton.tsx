import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import { DownIcon, TextSizeIcon } from '../shared/icons.tsx';
import { LookChoices } from './LookChoices.tsx';

/** Opens text size and colours; also on the sign-in page, because it decides who can read the rest. */
export function LookButton() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = (): void => setAnchor(null);
  return (
    <>
      <Button
        startIcon={<TextSizeIcon />}
        endIcon={<DownIcon sx={{ fontSize: '0.875rem !important' }} />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(click) => setAnchor(click.currentTarget)}
      >
        Text and colours
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': 'Text and colours',
            sx: (theme) => ({
              width: '26rem',
              maxWidth: 'calc(100vw - 2rem)',
              padding: 2.5,
              border: `1px solid ${theme.trc.line}`,
              boxShadow: theme.trc.shadow,
            }),
          },
        }}
      >
        <LookChoices />
        <Box sx={{ marginTop: 2 }}>
          <Button variant="outlined" onClick={close}>
            Close text and colours
          </Button>
        </Box>
      </Popover>
    </>
  );
}
