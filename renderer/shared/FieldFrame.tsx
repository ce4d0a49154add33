import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { WarningIcon } from './icons.tsx';

/** What every field shows around its input: the question above, help below it, the problem beside. */
export type FieldWords = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Adds '(you can leave this empty)' to the label. */
  readonly isOptional?: boolean | undefined;
};

type Props = FieldWords & {
  readonly id: string;
  readonly error: string | undefined;
  /** What the program understood of typed text; announced politely. */
  readonly echo?: string | undefined;
  /** For a group of inputs, whose label is a legend rather than the label of one input. */
  readonly isGroup?: boolean;
  /** Blanked by the privacy button. */
  readonly isPersonal?: boolean | undefined;
  readonly children: ReactNode;
};

/** The ids an input names in `aria-describedby`. */
export function describedBy(
  id: string,
  parts: { readonly hint?: unknown; readonly error?: unknown },
): string | undefined {
  const ids = [...(parts.hint ? [`${id}-hint`] : []), ...(parts.error ? [`${id}-problem`] : [])];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Label, hint, problem and echo of one field, always in the same places. */
export function FieldFrame(props: Props) {
  const { id, error, hint, echo } = props;
  const label = (
    <>
      {props.label}
      {props.isOptional ? (
        <Typography component="span" color="textSecondary">
          {' '}
          (you can leave this empty)
        </Typography>
      ) : null}
    </>
  );
  const labelStyle = { display: 'block', padding: 0, fontWeight: 620, fontSize: '1.0625rem' };

  return (
    <Box
      component={props.isGroup ? 'fieldset' : 'div'}
      id={props.isGroup ? id : undefined}
      aria-describedby={props.isGroup ? describedBy(id, { hint, error }) : undefined}
      sx={(theme) => ({
        border: 0,
        margin: 0,
        padding: 0,
        minWidth: 0,
        ...(error === undefined
          ? {}
          : {
              borderInlineStart: `4px solid ${theme.palette.error.main}`,
              paddingInlineStart: 1.5,
              // A sentence needs a line of its own, also where the field stands beside others.
              '&&&': { flexBasis: '100%' },
            }),
      })}
    >
      {props.isGroup ? (
        <Box component="legend" sx={labelStyle}>
          {label}
        </Box>
      ) : (
        <Box component="label" htmlFor={id} sx={labelStyle}>
          {label}
        </Box>
      )}
      {hint === undefined ? null : (
        <Typography id={`${id}-hint`} variant="body2" color="textSecondary">
          {hint}
        </Typography>
      )}
      {error === undefined ? null : (
        <Typography
          id={`${id}-problem`}
          color="error"
          sx={{ display: 'flex', gap: 0.75, alignItems: 'baseline', fontWeight: 620 }}
        >
          <WarningIcon sx={{ flexShrink: 0, transform: 'translateY(0.15em)' }} />
          {error}
        </Typography>
      )}
      <Box data-personal={props.isPersonal ? '' : undefined} sx={{ marginTop: 0.5 }}>
        {props.children}
      </Box>
      {echo === undefined ? null : (
        <Typography
          role="status"
          data-echo=""
          variant="body2"
          sx={{ marginTop: 0.25, minHeight: '1.45em', fontWeight: 600 }}
        >
          {echo}
        </Typography>
      )}
    </Box>
  );
}
