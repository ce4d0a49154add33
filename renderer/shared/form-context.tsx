import { createContext, useContext } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import type { UnreadableFields } from './use-contract-form.ts';

/** What fields need to know of the form around them, beside react-hook-form's own context. */
export type FormFrame = {
  readonly id: string;
  readonly unreadable: UnreadableFields;
  readonly emptied: Set<string>;
};

export const FormFrameContext = createContext<FormFrame>({
  id: 'form',
  unreadable: new Map(),
  emptied: new Set(),
});

/** The id of the input of that name, by which the error summary finds it. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll('.', '-')}`;
}

export type FieldState = {
  readonly id: string;
  readonly error: string | undefined;
  readonly unreadable: UnreadableFields;
  readonly emptied: Set<string>;
};

/** The id and the present sentence of the field of that name. */
export function useFieldState(name: string): FieldState {
  const frame = useContext(FormFrameContext);
  const { control, getFieldState } = useFormContext();
  const formState = useFormState({ control, name });
  return {
    id: fieldId(frame.id, name),
    error: getFieldState(name, formState).error?.message,
    unreadable: frame.unreadable,
    emptied: frame.emptied,
  };
}
