import { type core, config } from 'zod';

type Issue = Parameters<core.$ZodErrorMap>[0];

/**
 * Zod's own messages in the words of the desk, for fields whose schema gives none of its own.
 * The sentence says what to do, because it stands beside the field.
 */
export function plainIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'Fill this in.'
        : issue.expected === 'number' || issue.expected === 'int'
          ? 'Enter a number.'
          : 'Enter this in another way; it cannot be read as it stands.';
    case 'too_small':
      return issue.origin === 'string'
        ? 'Fill this in.'
        : `Enter ${String(issue.minimum)} or more.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Use ${String(issue.maximum)} characters or fewer.`
        : `Enter ${String(issue.maximum)} or less.`;
    case 'invalid_value':
    case 'invalid_union':
      return 'Choose one of the entries in the list.';
    case 'unrecognized_keys':
      return `The form sent something unknown: ${issue.keys.join(', ').slice(0, 100)}. Close this window and open it again.`;
    default:
      return 'Enter this in another way; it cannot be read as it stands.';
  }
}

config({ customError: (issue) => plainIssue(issue) });
