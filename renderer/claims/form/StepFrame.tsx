import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { LeftIcon } from '../../shared/icons.tsx';

type Props = {
  readonly title: string;
  /** 'Step 3 of 7'. */
  readonly progress: string;
  /** One line below the title. */
  readonly hint?: string;
  /** Beside the title: what it comes to so far. */
  readonly aside?: ReactNode;
  /** Below everything: what can be done instead of going on. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
};

/** One question of the claim: where it stands among the others, its title, and what is asked. */
export function StepFrame({ title, progress, hint, aside, below, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const step = heading.current?.closest('[data-claim-step]');
    // A step whose first field took the focus already keeps it there.
    if (step?.contains(document.activeElement) !== true) heading.current?.focus();
    heading.current?.scrollIntoView?.({ block: 'nearest' });
  }, [title]);

  return (
    <Box data-claim-step="" sx={{ fontSize: '1.125rem' }}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'flex-end',
          justifyContent: 'space-between',
          columnGap: 3,
          rowGap: 1,
          mb: hint === undefined ? 2.5 : 0.5,
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography color="textSecondary" sx={{ fontWeight: 620 }}>
            {progress}
          </Typography>
          <Typography
            ref={heading}
            variant="h1"
            component="h2"
            tabIndex={-1}
            onKeyDown={continueOnEnter}
            sx={{ overflowWrap: 'anywhere' }}
          >
            {title}
          </Typography>
        </Box>
        {aside}
      </Box>
      {hint !== undefined && (
        <Typography sx={{ mb: 2.5, maxWidth: '44rem', fontSize: '1.125rem' }}>{hint}</Typography>
      )}
      {children}
      {below !== undefined && (
        <Box
          sx={(theme) => ({
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 1.5,
            rowGap: 1,
            mt: 4,
            paddingTop: 1.5,
            borderTop: `1px solid ${theme.trc.line}`,
          })}
        >
          {below}
        </Box>
      )}
    </Box>
  );
}

/** Enter goes on, also while the title has the focus and nothing needs to be filled in. */
function continueOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey) return;
  event.preventDefault();
  event.currentTarget
    .closest('[data-claim-step]')
    ?.querySelector<HTMLButtonElement>('button[data-continue]')
    ?.click();
}

/** The way on and the way back, in the same place at every step. */
export function StepButtons(props: {
  readonly continueWords: string;
  /** Undefined inside a form, which its button sends. */
  readonly onContinue?: () => void;
  readonly onBack?: (() => void) | undefined;
  readonly isWaiting?: boolean;
  readonly children?: ReactNode;
}) {
  const { onContinue, onBack } = props;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mt: 3 }}>
      <Button
        type={onContinue === undefined ? 'submit' : 'button'}
        variant="contained"
        size="large"
        data-continue=""
        aria-disabled={props.isWaiting ?? false}
        onClick={() => {
          if (props.isWaiting !== true) onContinue?.();
        }}
      >
        {props.continueWords}
      </Button>
      {onBack !== undefined && (
        <Button size="large" variant="outlined" startIcon={<LeftIcon />} onClick={onBack}>
          Back
        </Button>
      )}
      {props.children}
    </Box>
  );
}
