import { useState } from 'react';
import type { Booking, BookingCard } from '#db/bookings/bookings.contract';
import type { CheckOut } from './CheckOutDialog.tsx';
import { ApiError } from '../app/api-client.ts';
import { useToast } from '../app/toasts.tsx';
import { useRecordNoShow, useStartUse, useStopUse, useUndoUse } from './check-in.queries.ts';

/** As much of a booking as checking in needs to know. */
export type Expected = Pick<BookingCard, 'id' | 'reference' | 'version'>;

/** Arriving, leaving and not coming, each with its way back. A refusal is a sentence to show. */
export function useCheckIn() {
  const start = useStartUse();
  const stop = useStopUse();
  const noShow = useRecordNoShow();
  const undo = useUndoUse();
  const { say } = useToast();
  const [refusal, setRefusal] = useState<ApiError | null>(null);

  function told(words: string, after: Booking): void {
    say({
      words,
      undo: {
        label: 'Undo',
        run: () => undo.mutateAsync({ id: after.id, version: after.version }),
      },
    });
  }

  /** True when it was done. */
  async function attempt(run: () => Promise<void>): Promise<boolean> {
    try {
      setRefusal(null);
      await run();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
      return false;
    }
  }

  return {
    refusal,
    forgetRefusal: () => setRefusal(null),
    isSending: start.isPending || stop.isPending || noShow.isPending,
    checkIn: ({ id, version }: Expected) =>
      attempt(async () => {
        const after = await start.mutateAsync({ id, version });
        told(`${after.reference} is checked in.`, after);
      }),
    /** Throws its refusal, for the form that asked. */
    checkOut: async ({ id, version }: Expected, noted: CheckOut) => {
      const after = await stop.mutateAsync({ ...noted, id, version });
      told(`${after.reference} is checked out.`, after);
    },
    nobodyCame: ({ id, version }: Expected) =>
      attempt(async () => {
        const after = await noShow.mutateAsync({ id, version });
        told(`${after.reference}: nobody came.`, after);
      }),
    undoLast: ({ id, version }: Expected) =>
      attempt(async () => {
        const after = await undo.mutateAsync({ id, version });
        say({ words: `${after.reference}: the last step is taken back.` });
      }),
  };
}
