import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { closePanel } from '../app/panels.ts';
import { setBlanked } from '../app/privacy.ts';
import { forgetRecords } from '../app/query-client.ts';
import { newStore, useStore } from '../app/store.ts';

const isClean = newStore(false);

/**
 * Forgets what the desk had read and closes what lay open. True once that is done: what is shown before could still
 * find an answer there that was meant for staff.
 */
export function useCleanSlate(): boolean {
  const client = useQueryClient();
  useEffect(() => {
    forgetRecords(client);
    closePanel();
    setBlanked(false);
    isClean.set(true);
    return () => isClean.set(false);
  }, [client]);
  return useStore(isClean);
}
