import { FORMAT_NEED_WORDS, FormatNeed, INVOLVEMENT_METHODS } from './person-record.contract.ts';

/** A counted need in the words of the report: 'Large print', 'Somali', 'An interpreter', 'Transport'. */
export function needInWords(need: string): string {
  const [kind = '', value = ''] = need.split(/:(.*)/s);
  if (kind === 'interpreter') return 'An interpreter';
  if (kind === 'transport') return 'Transport';
  const format = FormatNeed.safeParse(value);
  return kind === 'format' && format.success ? FORMAT_NEED_WORDS[format.data] : value;
}

/** The council's own menu of ways to take part, each with a capital; the usual ways where it names none (PPL-18). */
export function methodsOffered(menu: unknown): readonly string[] {
  const named = Array.isArray(menu)
    ? menu.filter((one): one is string => typeof one === 'string' && one !== '')
    : [];
  return named.length === 0
    ? INVOLVEMENT_METHODS
    : named.map((one) => `${one.slice(0, 1).toUpperCase()}${one.slice(1)}`);
}
