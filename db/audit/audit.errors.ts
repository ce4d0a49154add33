import { defineErrors } from '#db/shared/domain-error';

export const auditErrors = defineErrors({
  'audit.not-yours': {
    sentence: (_: Record<string, never>) =>
      'Only a manager or the auditor may read what other people did. Ask one of them.',
  },
});
