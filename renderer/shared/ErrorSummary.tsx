import { Box, Link, Typography } from '@mui/material';
import { type MouseEvent, useContext, useEffect, useId, useRef } from 'react';
import { fieldId, FormFrameContext } from './form-context.tsx';
import { WarningIcon } from './icons.tsx';
import type { Problem } from './use-contract-form.ts';

const TITLE_MARK = 'Error: ';

/**
 * Everything wrong with a form, at its top: takes the focus, marks the title, and leads to each field.
 * Shows nothing while there is nothing wrong.
 */
export function ErrorSummary(props: {
  readonly errors: readonly Problem[];
  /** Rises with each try, so that a second failure with the same errors takes the focus again. */
  readonly attempt?: number;
}) {
  const { errors, attempt } = props;
  const headingId = useId();
  const box = useRef<HTMLDivElement>(null);
  const formId = useContext(FormFrameContext).id;
  const hasErrors = errors.length > 0;

  useEffect(() => {
    if (!hasErrors) return;
    box.current?.focus();
    box.current?.scrollIntoView?.({ block: 'nearest' });
    if (!document.title.startsWith(TITLE_MARK)) document.title = TITLE_MARK + document.title;
    return () => {
      document.title = document.title.replace(TITLE_MARK, '');
    };
  }, [hasErrors, attempt]);

  if (!hasErrors) return null;

  const goTo = (event: MouseEvent, field: string): void => {
    event.preventDefault();
    focusField(fieldId(formId, field));
  };

  return (
    <Box
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={headingId}
      sx={(theme) => ({
        border: `3px solid ${theme.palette.error.main}`,
        borderRadius: 1.5,
        padding: 2,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Typography
        id={headingId}
        variant="h3"
        component="h2"
        sx={{ display: 'flex', gap: 1, alignItems: 'center' }}
      >
        <WarningIcon color="error" />
        There is a problem
      </Typography>
      <Box component="ul" sx={{ margin: 0, marginTop: 1, paddingInlineStart: 2.5 }}>
        {inPageOrder(errors, formId).map((error) => (
          <li key={`${error.field} ${error.message}`}>
            {error.field === null ? (
              error.message
            ) : (
              <Link
                color="error"
                href={`#${fieldId(formId, error.field)}`}
                onClick={(event) => goTo(event, error.field ?? '')}
              >
                {error.message}
              </Link>
            )}
          </li>
        ))}
      </Box>
    </Box>
  );
}

/** Puts the focus on a field, or on the first input inside it when the field is a group of inputs. */
function focusField(id: string): void {
  const field = document.getElementById(id);
  const input = field?.matches('input, select, textarea, button, [tabindex]')
    ? field
    : field?.querySelector<HTMLElement>('input, select, textarea, button');
  input?.scrollIntoView?.({ block: 'center' });
  input?.focus();
}

/** Problems in the order in which their fields stand on the page; those of the whole form first. */
function inPageOrder(errors: readonly Problem[], formId: string): readonly Problem[] {
  const elementOf = (error: Problem): HTMLElement | null =>
    error.field === null ? null : document.getElementById(fieldId(formId, error.field));
  return errors.toSorted((a, b) => {
    const [first, second] = [elementOf(a), elementOf(b)];
    if (first === null || second === null) return Number(first !== null) - Number(second !== null);
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}
