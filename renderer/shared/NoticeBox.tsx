import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

type Props = {
  /** Given to a notice that is a part of the page; without it, it is read out at once. */
  readonly label?: string;
  readonly children: ReactNode;
};

/** Something to act on that came of what was just done; it stays until it is closed. */
export function NoticeBox({ label, children }: Props) {
  return (
    <Box
      {...(label === undefined ? { role: 'alert' } : { component: 'section', 'aria-label': label })}
      sx={(theme) => ({
        mb: 2,
        padding: 2,
        border: `1px solid ${theme.trc.line}`,
        borderInlineStart: `6px solid ${theme.palette.warning.main}`,
        borderRadius: 1.5,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      {children}
    </Box>
  );
}
