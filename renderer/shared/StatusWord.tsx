import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import {
  CrossCircleIcon,
  DashCircleIcon,
  InfoIcon,
  TickCircleIcon,
  WarningIcon,
} from './icons.tsx';

export type Tone = 'good' | 'warning' | 'bad' | 'info' | 'quiet';

const ICONS: Readonly<Record<Tone, ReactNode>> = {
  good: <TickCircleIcon />,
  warning: <WarningIcon />,
  bad: <CrossCircleIcon />,
  info: <InfoIcon />,
  quiet: <DashCircleIcon />,
};

// Each tone has its own outline, so that the state can be told without seeing its colour.
const CORNERS: Readonly<Record<Tone, string>> = {
  good: '1rem',
  warning: '0.125rem',
  bad: '0.125rem 1rem 0.125rem 1rem',
  info: '0.5rem',
  quiet: '1rem',
};

/** A state as one word with an icon and a shape, never by colour alone. */
export function StatusWord(props: {
  readonly tone: Tone;
  readonly words: string;
  readonly icon?: ReactNode;
}) {
  return (
    <Box
      component="span"
      sx={(theme) => ({
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        paddingBlock: '0.125rem',
        paddingInline: '0.625rem',
        border: `1.5px ${props.tone === 'quiet' ? 'dashed' : 'solid'} ${theme.trc.status[props.tone].line}`,
        borderRadius: CORNERS[props.tone],
        backgroundColor: theme.trc.status[props.tone].ground,
        color: theme.trc.status[props.tone].ink,
        fontSize: '1rem',
        fontWeight: 620,
        lineHeight: 1.4,
      })}
    >
      {props.icon ?? ICONS[props.tone]}
      {props.words}
    </Box>
  );
}
