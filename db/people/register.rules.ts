import { FORMAT_NEED_WORDS, FormatNeed } from './person-record.contract.ts';

/** A counted need in the words of the report: 'Large print', 'Somali', 'An interpreter', 'Transport'. */
export function needInWords(need: string): string {
  const [kind = '', value = ''] = need.split(/:(.*)/s);
  if (kind === 'interpreter') return 'An interpreter';
  if (kind === 'transport') return 'Transport';
  const format = FormatNeed.safeParse(value);
  return kind === 'format' && format.success ? FORMAT_NEED_WORDS[format.data] : value;
}
