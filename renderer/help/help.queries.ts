import { useMutation } from '@tanstack/react-query';
import { api } from '../app/api-client.ts';

/** Makes the problem report; nothing is sent anywhere. */
export function useMakeProblemReport() {
  return useMutation({ mutationFn: () => api.diagnostics.make() });
}
