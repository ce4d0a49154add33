import Button, { type ButtonProps } from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import { type ReactNode, useId, useState } from 'react';
import { DownIcon } from '../shared/icons.tsx';

/** A button that opens a menu below itself; the menu's lines are drawn by `children`. */
export function MenuButton(props: {
  readonly words: ReactNode;
  readonly icon?: ReactNode;
  readonly variant?: NonNullable<ButtonProps['variant']>;
  readonly color?: NonNullable<ButtonProps['color']>;
  readonly children: (close: () => void) => ReactNode;
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const close = (): void => setAnchor(null);
  return (
    <>
      <Button
        id={`${id}-button`}
        variant={props.variant ?? 'text'}
        color={props.color ?? 'primary'}
        startIcon={props.icon}
        endIcon={<DownIcon sx={{ fontSize: '0.875rem !important' }} />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : `${id}-menu`}
        onClick={(click) => setAnchor(click.currentTarget)}
      >
        {props.words}
      </Button>
      <Menu
        id={`${id}-menu`}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        // Inside the header, because everything on a page belongs to one of its landmarks.
        disablePortal
        slotProps={{ list: { 'aria-labelledby': `${id}-button` } }}
      >
        {props.children(close)}
      </Menu>
    </>
  );
}
