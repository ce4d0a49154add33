import type { FieldWords } from '../../shared/FieldFrame.tsx';
import { TypedField } from '../../shared/TypedField.tsx';
import {
  formatAmount,
  formatHours,
  formatMiles,
  parseAmount,
  parseHours,
  parseMiles,
} from './typed-figures.ts';

type Props = FieldWords & { readonly name: string };

/** Pounds as people type them; the value is whole pence as text, empty for none. */
export function AmountField(props: Props) {
  return (
    <TypedField
      hint="In pounds, like 4.80 or 12"
      width="11rem"
      {...props}
      parse={parseAmount}
      format={formatAmount}
      unreadableSentence="Enter the amount in pounds, like 4.80 or 12."
      missingSentence="Enter the amount in pounds, like 4.80 or 12."
    />
  );
}

/** Miles with one place after the point; the value is whole tenths as text. */
export function MilesField(props: Props) {
  return (
    <TypedField
      hint="There and back together, like 6 or 6.5"
      width="11rem"
      {...props}
      parse={parseMiles}
      format={formatMiles}
      unreadableSentence="Enter the number of miles, like 6 or 6.5."
      missingSentence="Enter the number of miles, like 6 or 6.5."
    />
  );
}

/** Hours of care; the value is whole minutes as text. */
export function HoursField(props: Props) {
  return (
    <TypedField
      hint="Like 3, 2.5 or 2:30"
      width="11rem"
      {...props}
      parse={parseHours}
      format={formatHours}
      unreadableSentence="Enter the hours, like 3, 2.5 or 2:30."
      missingSentence="Enter the hours, like 3, 2.5 or 2:30."
    />
  );
}
