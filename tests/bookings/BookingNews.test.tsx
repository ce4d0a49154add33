import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FreedOffer, FreedOffers } from '#db/bookings/bookings.contract';
import { Series } from '#db/bookings/series/series.contract';
import { Instant } from '#db/shared/instant';
import { useBookingNews } from '../../renderer/bookings/use-booking-news.ts';
import { useSeriesNews } from '../../renderer/series/use-series-news.ts';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';
import { aBooking } from './booking-values.ts';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const offer = (part: Partial<FreedOffer> = {}): FreedOffer => ({
  ...aBooking({ id: 'b-9', bookerName: 'Cedar Court TRA', bookerPhone: '01632 960300' }),
  offerUntil: Instant.parse('2027-01-05T10:00:00.000Z'),
  ...part,
});
const cancelled = aBooking({ status: 'cancelled', version: 2 });
const series = Series.extend(FreedOffers.shape).parse({
  id: 's-1',
  reference: 'SER-2027-0001',
  words: 'Every Monday',
  repeat: { kind: 'weekly', every: 1, weekdays: [1] },
  onClosedDay: 'skip',
  bookings: [],
  stillWanted: [],
  version: 3,
  offers: [],
});

/** A screen that tells one piece of news when its button is pressed. */
function News({ tell }: { readonly tell: (news: All) => void }) {
  const news: All = { booking: useBookingNews(), series: useSeriesNews() };
  return (
    <button type="button" onClick={() => tell(news)}>
      Tell
    </button>
  );
}
type All = {
  readonly booking: ReturnType<typeof useBookingNews>;
  readonly series: ReturnType<typeof useSeriesNews>;
};

async function tell(what: (news: All) => void, onOpen: (path: string) => void = () => undefined) {
  renderScreen(<News tell={what} />, { onOpen });
  const hand = userEvent.setup();
  await hand.click(screen.getByRole('button', { name: 'Tell' }));
  return hand;
}

beforeEach(forgetCalls);
afterEach(cleanup);

describe('The news of a cancellation', () => {
  it('says to whom the time was offered and until when, with the way to the offer', async () => {
    const opened: string[] = [];
    const hand = await tell(
      ({ booking }) => booking.cancelled({ ...cancelled, offers: [offer()] }),
      (path) => opened.push(path),
    );
    expect((await screen.findByRole('status')).textContent).toMatch(
      /^Cancelled: Meeting Room, .*\. Offered to Cedar Court TRA until Tue 5 Jan, 10am; ring them\.$/,
    );
    await hand.click(screen.getByRole('link', { name: 'Open the offer' }));
    expect(opened).toEqual(['/bookings/b-9']);
  });

  it('leads to the queue where several were offered it, and nowhere where nobody waits', async () => {
    const offers = [offer(), offer({ bookerName: 'Oak Estate TRA', offerUntil: null })];
    await tell(({ series: news }) => news.seriesCancelled({ ...series, offers }, 2, 'all'));
    expect((await screen.findByRole('status')).textContent).toBe(
      'Cancelled 2 dates of the series. Offered to Cedar Court TRA until Tue 5 Jan, 10am, and to Oak Estate TRA; ring them.',
    );
    expect(screen.getByRole('link', { name: 'Open the queue' }).getAttribute('href')).toContain(
      '/rooms/queue',
    );
    cleanup();
    await tell(({ booking }) => booking.cancelled({ ...cancelled, offers: [] }));
    expect(screen.getByRole('status').textContent).not.toContain('Offered');
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('The news of a change', () => {
  it('says to whom the time it left was offered, of one booking and of a series', async () => {
    const moved = aBooking({ version: 2 });
    await tell(({ booking }) => booking.changed(aBooking(), { ...moved, offers: [offer()] }));
    expect((await screen.findByRole('status')).textContent).toMatch(
      /^Changed: Meeting Room, .*\. Offered to Cedar Court TRA until Tue 5 Jan, 10am; ring them\.$/,
    );
    expect(screen.getByRole('link', { name: 'Open the offer' }).getAttribute('href')).toContain(
      '/bookings/b-9',
    );
    cleanup();
    await tell(({ series: news }) => news.seriesChanged({ ...series, offers: [offer()] }, 3));
    expect((await screen.findByRole('status')).textContent).toBe(
      'Changed 3 dates of SER-2027-0001. Offered to Cedar Court TRA until Tue 5 Jan, 10am; ring them.',
    );
    expect(screen.getByRole('link', { name: 'Open the offer' })).toBeTruthy();
  });

  it('says to whom the time was offered that taking it back freed', async () => {
    const offers = [offer()];
    answer('bookings.change', () => ok({ ...aBooking({ version: 3 }), offers }));
    answer('bookings.undoSeriesChange', () => ok({ series, undone: 3, left: [], offers }));
    const toCedar = ' Offered to Cedar Court TRA until Tue 5 Jan, 10am; ring them.';
    const hand = await tell(({ booking }) => booking.changed(aBooking(), aBooking({ version: 2 })));
    await hand.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toMatch(
        new RegExp(`^Undone: Meeting Room, .*\\.${toCedar}$`),
      ),
    );
    cleanup();
    const other = await tell(({ series: news }) => news.seriesChanged(series, 3));
    await other.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe(`Put back 3 dates.${toCedar}`),
    );
  });
});

describe('The news of a changed series', () => {
  it('takes the whole change back with one press', async () => {
    answer('bookings.undoSeriesChange', () => ok({ series, undone: 3, left: [], offers: [] }));
    const hand = await tell(({ series: news }) => news.seriesChanged(series, 3));
    await hand.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(callsOf('bookings.undoSeriesChange')).toEqual([{ seriesId: 's-1', version: 3 }]);
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe(
        'Undone: Changed 3 dates of SER-2027-0001.',
      ),
    );
  });

  it.each(['changed', 'cancelled'] as const)(
    'names the dates that stay when it was %s',
    async (how) => {
      const left = [
        {
          id: 'b-2',
          reference: 'BKG-2027-0002',
          startsAt: '2027-01-12T15:00',
          words: 'The time is no longer free.',
        },
      ];
      answer('bookings.undoSeriesChange', () => ok({ series, undone: 2, left, offers: [] }));
      const hand = await tell(({ series: news }) =>
        how === 'changed'
          ? news.seriesChanged(series, 3)
          : news.seriesCancelled({ ...series, offers: [] }, 3, 'this-and-later'),
      );
      await hand.click(await screen.findByRole('button', { name: 'Undo' }));
      await waitFor(() =>
        expect(screen.getByRole('status').textContent).toBe(
          'Put back 2 dates. 1 date stays as it is. Tue 12 Jan (BKG-2027-0002): The time is no longer free.',
        ),
      );
    },
  );

  it('says why where nothing can go back', async () => {
    answer('bookings.undoSeriesChange', () => refuse('booking.slot-gone', 'Somebody has it.'));
    const hand = await tell(({ series: news }) => news.seriesChanged(series, 3));
    await hand.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Somebody has it.'));
  });
});
