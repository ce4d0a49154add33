import { Box } from '@mui/material';
import { type FormEvent, type KeyboardEvent, type ReactNode, useMemo } from 'react';
import { type FieldValues, FormProvider } from 'react-hook-form';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormFrameContext } from './form-context.tsx';
import type { ContractForm } from './use-contract-form.ts';

type Props<In extends FieldValues, Out> = {
  readonly form: ContractForm<In, Out>;
  readonly children: ReactNode;
  /** Names the form for screen readers where the page holds more than one. */
  readonly label?: string;
};

/** The `<form>` of a ContractForm: summary of problems on top, fields below, Ctrl+Enter sends it. */
export function ContractFormBody<In extends FieldValues, Out>(props: Props<In, Out>) {
  const { form } = props;
  const frame = useMemo(
    () => ({ id: form.id, unreadable: form.unreadable, emptied: form.emptied }),
    [form.id, form.unreadable, form.emptied],
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    // A dialog's form lies inside the page's form in React's tree, though not in the page.
    event.stopPropagation();
    void form.submit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    void form.submit();
  };

  return (
    <FormProvider {...form.form}>
      <FormFrameContext value={frame}>
        <Box
          component="form"
          data-keeps-typed={form.keepsTyped ? '' : undefined}
          noValidate
          autoComplete="off"
          aria-label={props.label}
          aria-busy={form.isSending}
          onSubmit={send}
          onKeyDown={onKeyDown}
          sx={{ display: 'flex', flexDirection: 'column', gap: 2.5, minWidth: 0 }}
        >
          <ErrorSummary errors={form.problems} attempt={form.attempt} />
          {props.children}
        </Box>
      </FormFrameContext>
    </FormProvider>
  );
}
