import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ElementType, ReactNode } from 'react';

type Props = {
  /** `li` in a list of cards, `section` where it stands by itself. */
  readonly component: ElementType;
  readonly title: string;
  /** States beside the title. */
  readonly marks?: ReactNode;
  /** What can be done with it, at the end of the title's line. */
  readonly actions?: ReactNode;
  /** Takes the whole width of a grid of cards. */
  readonly isWide?: boolean;
  readonly children?: ReactNode;
};

/** One thing on a page of several: its name, state and buttons, and what is known of it below. */
export function Card({ component, title, marks, actions, isWide = false, children }: Props) {
  return (
    <Box
      component={component}
      {...(component === 'section' ? { 'aria-label': title } : {})}
      sx={(theme) => ({
        gridColumn: isWide ? '1 / -1' : 'auto',
        // A wide table scrolls inside the card instead of widening the page.
        minWidth: 0,
        padding: 2,
        border: `1px solid ${theme.trc.line}`,
        borderRadius: 1.5,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography variant="h2">{title}</Typography>
        {marks}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginInlineStart: 'auto' }}>
          {actions}
        </Box>
      </Box>
      {children}
    </Box>
  );
}
