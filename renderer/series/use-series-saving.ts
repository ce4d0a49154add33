import { useState } from 'react';
import { ApiError } from '../app/api-client.ts';

/** Saves a list of dates as it is shown; a refusal is said beside it, and the list is read again. */
export function useSeriesSaving(readAgain: () => Promise<unknown>) {
  const [refusal, setRefusal] = useState('');

  async function save(send: () => Promise<void>): Promise<void> {
    try {
      setRefusal('');
      await send();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error.message);
      await readAgain();
    }
  }

  return { refusal, save };
}
