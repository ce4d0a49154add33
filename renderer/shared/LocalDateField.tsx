import { LocalDate } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { parseTypedDate } from '#db/shared/typed-date';
import { useToday } from '../app/session-context.tsx';
import { useIsWorkingDay } from '../app/working-days.queries.ts';
import { TypedField } from './TypedField.tsx';
import type { FieldWords } from './FieldFrame.tsx';

/** A field that takes a date as people type it and says which day it understood. Its value is a LocalDate. */
export function LocalDateField(props: FieldWords & { readonly name: string }) {
  const today = useToday();
  const isWorkingDay = useIsWorkingDay();
  return (
    <TypedField
      hint="For example 24/11, 24 nov, tue, tomorrow or +2w"
      width="14rem"
      {...props}
      parse={(text) => parseTypedDate(text, today, isWorkingDay)}
      format={(value) => (LocalDate.safeParse(value).success ? formatDate(value as LocalDate) : '')}
      unreadableSentence="Enter a date that exists, like 24/11 or tomorrow."
      missingSentence="Enter the date, like 24/11 or tomorrow."
    />
  );
}
