import { useMutation, useQuery } from '@tanstack/react-query';
import type { TaskId } from '#db/tasks/tasks.contract';
import { api } from '../app/api-client.ts';

/** What waits for somebody, the soonest due first. */
export function useTasks(limit: number) {
  return useQuery({
    queryKey: ['tasks', 'list', limit],
    queryFn: () => api.tasks.list({ limit }),
  });
}

export function useConfirmDone() {
  return useMutation({
    mutationFn: (task: { id: TaskId; version: number }) => api.tasks.confirmDone(task),
  });
}

export function useUndoDone() {
  return useMutation({
    mutationFn: (task: { id: TaskId; version: number }) => api.tasks.undoDone(task),
  });
}
