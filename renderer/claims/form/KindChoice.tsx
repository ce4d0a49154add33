import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import type { CostKind } from '#db/claim-policy/claim-policy.contract';
import { useLook } from '../../app/look.ts';

export type KindOnOffer = { readonly kind: CostKind; readonly words: string };

/** Takes the focus to the kinds, where the figures choose. */
export type KindFocus = { readonly focus: () => void };

/** The figure that the last key of the row stands for when the same journey again is on offer. */
export const SAME_AGAIN_KEY = '0';

type Props = {
  readonly label: string;
  readonly kinds: readonly KindOnOffer[];
  readonly chosen: CostKind | null;
  readonly onChoose: (kind: CostKind) => void;
  /** The journey of last time in words, and what taking it does; none where there is no journey. */
  readonly again?: { readonly words: string; readonly run: () => void } | undefined;
  /** Enter on the group while nothing is chosen. */
  readonly onEnter?: () => void;
  readonly ref?: Ref<KindFocus>;
};

/** The kinds of cost as large keys; the figures 1 to 9 take the first nine, 0 the journey of last time. */
export function KindChoice({ label, kinds, chosen, onChoose, again, onEnter, ref }: Props) {
  const { shortcutsOn } = useLook();
  const group = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => group.current?.focus() }), []);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && event.target === group.current && onEnter !== undefined) {
      event.preventDefault();
      onEnter();
      return;
    }
    if (!shortcutsOn) return;
    const kind = /^[1-9]$/.test(event.key) ? kinds[Number(event.key) - 1]?.kind : undefined;
    const run = event.key === SAME_AGAIN_KEY ? again?.run : undefined;
    if (kind === undefined && run === undefined) return;
    event.preventDefault();
    if (kind === undefined) run?.();
    else onChoose(kind);
  }

  return (
    <Box
      ref={group}
      role="group"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      sx={{ borderRadius: 1.5 }}
    >
      <Typography sx={{ fontWeight: 620, fontSize: '1.125rem' }} aria-hidden>
        {label}
      </Typography>
      {shortcutsOn && (
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          Choose one, or press its number.
        </Typography>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 1,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 11.5rem), 1fr))',
        }}
      >
        {kinds.map(({ kind, words }, place) => (
          <Button
            key={kind}
            variant={kind === chosen ? 'contained' : 'outlined'}
            aria-pressed={kind === chosen}
            aria-keyshortcuts={shortcutsOn && place < 9 ? String(place + 1) : undefined}
            onClick={() => onChoose(kind)}
            sx={{ minHeight: '3.25rem', justifyContent: 'flex-start', fontSize: '1.125rem' }}
          >
            {shortcutsOn && place < 9 && (
              <Box
                component="kbd"
                aria-hidden
                sx={{ font: 'inherit', marginInlineEnd: 1, opacity: 0.85, minWidth: '1.1ch' }}
              >
                {place + 1}
              </Box>
            )}
            {words}
          </Button>
        ))}
        {again !== undefined && (
          <Button
            variant="outlined"
            onClick={again.run}
            sx={{
              minHeight: '3.25rem',
              justifyContent: 'flex-start',
              fontSize: '1.125rem',
              gridColumn: '1 / -1',
            }}
          >
            {shortcutsOn && (
              <Box
                component="kbd"
                aria-hidden
                sx={{ font: 'inherit', marginInlineEnd: 1, opacity: 0.85 }}
              >
                {SAME_AGAIN_KEY}
              </Box>
            )}
            Same journey as last time: {again.words}
          </Button>
        )}
      </Box>
    </Box>
  );
}
