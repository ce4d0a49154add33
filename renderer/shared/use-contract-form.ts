import { zodResolver } from '@hookform/resolvers/zod';
import { useId, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
  get,
  set,
  useForm,
} from 'react-hook-form';
import type { z } from 'zod';
import { ApiError } from '../app/api-client.ts';
import { useDraft } from '../app/drafts.ts';

/** One line of the error summary; `field` is the form's name for the input, null for the form as a whole. */
export type Problem = { readonly field: string | null; readonly message: string };

/**
 * Sentences of fields whose typed text cannot be read (dates, times), by field name. They take the
 * place of the schema's sentence, which can only speak of the value and not of what was typed.
 */
export type UnreadableFields = Map<string, string>;

export type ContractForm<In extends FieldValues, Out> = {
  readonly form: UseFormReturn<In, unknown, Out>;
  /** Start of every input's id, so that two forms on one page do not share ids. */
  readonly id: string;
  readonly submit: () => Promise<void>;
  readonly isSending: boolean;
  /** What is wrong, after a try that failed; empty before and after a success. */
  readonly problems: readonly Problem[];
  /** Rises with each failed try, so that the summary takes the focus again. */
  readonly attempt: number;
  readonly unreadable: UnreadableFields;
  /** Fields of dates and times that may stay empty and are, by name: some contracts say '' for that, others null. */
  readonly emptied: Set<string>;
  /** What was typed is kept when the form closes, so that closing it loses nothing. */
  readonly keepsTyped: boolean;
  /** Forgets the draft and puts the starting values back. */
  readonly startAgain: () => void;
};

export type ContractFormOptions<Out> = {
  /** Sends the values; an ApiError it throws is shown at its field or in the summary. */
  readonly onSubmit: (values: Out) => Promise<unknown>;
  /** Keeps what was typed under this key through a lock and visits to other screens. */
  readonly draftKey?: string;
  /** True while sending only leads on to another step: what was typed stays kept until `startAgain`. */
  readonly keepsDraft?: () => boolean;
};

const FORM_ITSELF = 'root.program';

/**
 * A form over one of the contract's input schemas. What was typed stays after a refusal; the
 * refusal's sentence goes to the field it names, or stands in the summary alone.
 */
export function useContractForm<In extends FieldValues, Out>(
  schema: z.ZodType<Out, In>,
  defaults: DefaultValues<In>,
  options: ContractFormOptions<Out>,
): ContractForm<In, Out> {
  const [unreadable] = useState<UnreadableFields>(() => new Map());
  const [emptied] = useState(() => new Set<string>());
  const [failed, setFailed] = useState<{ problems: readonly Problem[]; attempt: number }>({
    problems: [],
    attempt: 0,
  });
  const isUnderWay = useRef(false);
  const id = useId();

  const form = useForm<In, unknown, Out>({
    resolver: readableFirst(emptyAsNull(zodResolver(schema), emptied), unreadable),
    defaultValues: defaults,
    // The summary takes the focus instead, so that every problem is heard at once.
    shouldFocusError: false,
    reValidateMode: 'onChange',
  });
  const draft = useDraft(options.draftKey ?? null, form);

  const fail = (problems: readonly Problem[]): void =>
    setFailed((before) => ({ problems, attempt: before.attempt + 1 }));

  const refuse = (error: unknown): void => {
    const problems = problemsOf(error).map((problem) =>
      problem.field !== null && isKnownField(form, problem.field)
        ? problem
        : { ...problem, field: null },
    );
    for (const { field, message } of problems) {
      const name = field === null ? FORM_ITSELF : (field as FieldPath<In>);
      form.setError(name, { type: 'program', message });
    }
    fail(problems);
  };

  const send = async (values: Out): Promise<void> => {
    try {
      await options.onSubmit(values);
      if (options.keepsDraft?.() !== true) draft.clear();
      setFailed({ problems: [], attempt: 0 });
    } catch (error) {
      refuse(error);
    }
  };

  return {
    form,
    id,
    unreadable,
    emptied,
    keepsTyped: options.draftKey !== undefined,
    problems: failed.problems,
    attempt: failed.attempt,
    isSending: form.formState.isSubmitting,
    submit: async () => {
      // A second press of the keys while the first is on its way must not save twice.
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      try {
        form.clearErrors(FORM_ITSELF);
        await form.handleSubmit(send, (errors) => fail(flatten(errors)))();
      } finally {
        isUnderWay.current = false;
      }
    },
    startAgain: () => {
      draft.clear();
      form.reset(defaults);
      setFailed({ problems: [], attempt: 0 });
    },
  };
}

/** Reads a field that was emptied as null where the schema knows no empty text there. */
function emptyAsNull<In extends FieldValues, Out>(
  base: Resolver<In, unknown, Out>,
  emptied: ReadonlySet<string>,
): Resolver<In, unknown, Out> {
  return async (values, context, options) => {
    const result = await base(values, context, options);
    const refused = [...emptied].filter((name) => get(result.errors, name) !== undefined);
    if (refused.length === 0) return result;
    const withNull = structuredClone(values);
    for (const name of refused) set(withNull, name, null);
    const again = await base(withNull, context, options);
    return refused.some((name) => get(again.errors, name) !== undefined) ? result : again;
  };
}

/** Lets the sentence about unreadable text win over the schema's sentence for the same field. */
function readableFirst<In extends FieldValues, Out>(
  base: Resolver<In, unknown, Out>,
  unreadable: UnreadableFields,
): Resolver<In, unknown, Out> {
  return async (values, context, options) => {
    const result = await base(values, context, options);
    if (unreadable.size === 0) return result;
    const errors: Record<string, unknown> = { ...result.errors };
    for (const [name, message] of unreadable) setAt(errors, name, { type: 'unreadable', message });
    return { values: {}, errors: errors as FieldErrors<In> };
  };
}

function setAt(tree: Record<string, unknown>, path: string, value: unknown): void {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    tree[head] = value;
    return;
  }
  const branch = { ...(tree[head] as Record<string, unknown> | undefined) };
  tree[head] = branch;
  setAt(branch, rest.join('.'), value);
}

function isKnownField<In extends FieldValues, Out>(
  form: UseFormReturn<In, unknown, Out>,
  name: string,
): boolean {
  return form.getValues(name as FieldPath<In>) !== undefined;
}

/** The program's answer as lines of the summary. */
function problemsOf(error: unknown): readonly Problem[] {
  if (!(error instanceof ApiError)) throw error;
  const fields = error.code === 'api.invalid-input' ? error.details.fields : undefined;
  if (typeof fields === 'object' && fields !== null) {
    const listed = Object.entries(fields).map(([field, message]) => ({
      field,
      message: String(message),
    }));
    if (listed.length > 0) return listed;
  }
  return [{ field: error.field ?? null, message: error.message }];
}

/** Every sentence in react-hook-form's tree of errors, each with the path of its field. */
function flatten(errors: FieldErrors, path = ''): readonly Problem[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (typeof error !== 'object' || error === null) return [];
    const here = path === '' ? key : `${path}.${key}`;
    if ('message' in error && typeof error.message === 'string' && error.message !== '') {
      return [{ field: here === FORM_ITSELF ? null : here, message: error.message }];
    }
    return key === 'ref' ? [] : flatten(error as FieldErrors, here);
  });
}
