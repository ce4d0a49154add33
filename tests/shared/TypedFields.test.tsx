import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import { ContractFormBody } from '../../renderer/shared/ContractFormBody.tsx';
import { LocalDateField } from '../../renderer/shared/LocalDateField.tsx';
import { NumberField } from '../../renderer/shared/NumberField.tsx';
import { TimeField } from '../../renderer/shared/TimeField.tsx';
import { useContractForm } from '../../renderer/shared/use-contract-form.ts';
import { answer, callsOf, forgetCalls, ok } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

const When = z.object({
  date: LocalDate,
  from: LocalTime,
  until: LocalEndTime,
  people: z.number().int().nullable(),
});

const HOLIDAY = {
  date: '2027-01-08',
  name: 'Day of national mourning',
  kind: 'closed',
  closureId: 'closure-1',
  facilityId: null,
  from: null,
  until: null,
  isNonWorking: true,
};

const sent: z.infer<typeof When>[] = [];

function Form() {
  const form = useContractForm(
    When,
    { date: '', from: '', until: '', people: null },
    {
      onSubmit: async (values) => {
        sent.push(values);
      },
    },
  );
  return (
    <ContractFormBody form={form}>
      <LocalDateField name="date" label="Date" />
      <TimeField name="from" label="From" />
      <TimeField name="until" label="Until" startName="from" />
      <NumberField name="people" label="People expected" />
      <button type="submit">Book the room</button>
    </ContractFormBody>
  );
}

const type = (label: string, text: string) => userEvent.type(screen.getByLabelText(label), text);
const book = () => userEvent.click(screen.getByRole('button', { name: 'Book the room' }));

describe('Fields for dates and times', () => {
  beforeEach(() => {
    forgetCalls();
    sent.length = 0;
    // Monday is the clock's today; the Friday of its week is a holiday.
    answer('calendar.year', (input) =>
      ok((input as { year: number }).year === 2027 ? [{ ...HOLIDAY }] : []),
    );
  });
  afterEach(cleanup);

  it('take what people type and say in words what they understood', async () => {
    renderScreen(<Form />);

    await type('Date', 'tue');
    await type('From', 'half past 6');
    await type('Until', '2h');

    expect(screen.getByText('Tuesday 5 January 2027')).not.toBeNull();
    expect(screen.getByText('6:30pm')).not.toBeNull();
    expect(screen.getByText('8:30pm')).not.toBeNull();
  });

  it('count working days without holidays, which are read once for all fields', async () => {
    renderScreen(
      <>
        <Form />
        <Form />
      </>,
    );
    await vi.waitFor(() => expect(callsOf('calendar.year')).toHaveLength(3));
    const [first, second] = screen.getAllByLabelText('Date');
    if (first === undefined || second === undefined) throw new Error('There are two fields.');

    await userEvent.type(first, '+5wd');
    await userEvent.type(second, '-1wd');

    expect(screen.getByText('Tuesday 12 January 2027')).not.toBeNull();
    expect(screen.getByText('Friday 1 January 2027')).not.toBeNull();
    expect(callsOf('calendar.year')).toHaveLength(3);
  });

  it('hand on plain dates and times, whatever was typed', async () => {
    renderScreen(<Form />);
    await type('Date', '24/1');
    await type('From', '4');
    await type('Until', 'midnight');
    await type('People expected', '1,200');
    await book();

    await vi.waitFor(() =>
      expect(sent).toEqual([{ date: '2027-01-24', from: '16:00', until: '24:00', people: 1200 }]),
    );
  });

  it('leave unreadable text standing and say what to type instead', async () => {
    renderScreen(<Form />);
    await type('Date', '31/2');
    await type('From', 'teatime');
    await type('People expected', 'a few');
    await book();

    await screen.findByRole('link', { name: 'Enter a date that exists, like 24/11 or tomorrow.' });
    expect(screen.getByRole('link', { name: /^Enter a time, like 6/ })).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Enter when it ends.' })).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Enter a whole number, like 12.' })).not.toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Date').value).toBe('31/2');
    expect(sent).toEqual([]);
  });

  it('accept the form once the text is put right', async () => {
    renderScreen(<Form />);
    await type('Date', '31/2');
    await type('From', '9am');
    await type('Until', '10');
    await book();
    await screen.findByRole('alert', { name: 'There is a problem' });

    await userEvent.clear(screen.getByLabelText('Date'));
    await type('Date', 'tomorrow');
    await book();

    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.date).toBe('2027-01-05');
  });
});
