import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startingQuestion } from '#db/profiles/questions.rules';
import { CountTable } from '../../renderer/profiles/CountTable.tsx';
import {
  monthOptions,
  newSheetValues,
  SheetFormSchema,
} from '../../renderer/profiles/sheet-form-values.ts';
import { SheetsScreen } from '../../renderer/profiles/SheetsScreen.tsx';
import { answer, callsOf, forgetCalls, ok, refuse } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const questions = (['age', 'carer'] as const).map(startingQuestion);

beforeEach(() => {
  forgetCalls();
  answer('areas.list', () =>
    ok([
      { id: 'north', name: 'North', kind: 'area', parentId: null, isActive: true, version: 1 },
      {
        id: 'tower',
        name: 'Kite Tower',
        kind: 'block',
        parentId: 'north',
        isActive: true,
        version: 1,
      },
    ]),
  );
  answer('profiles.questions', () => ok(questions));
  answer('profiles.waiting', () => ok({ sheets: 2, threshold: 5, mayCount: false }));
  answer('profiles.addSheet', () => ok({ key: 'a-key' }));
  answer('profiles.withdrawSheet', () => ok({}));
});

const field = (name: string) => screen.findByRole<HTMLSelectElement>('combobox', { name });

describe('The page that enters equality forms', () => {
  it('keeps area, home and month for the next form of a bundle, and no answer', async () => {
    renderScreen(<SheetsScreen />);
    await screen.findByRole('option', { name: 'North' });
    await userEvent.selectOptions(await field('Area'), 'North');
    await userEvent.selectOptions(await field('Takes part?'), 'yes');
    await userEvent.selectOptions(await field('Age'), 'under-30');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(callsOf('profiles.addSheet')).toHaveLength(1));
    expect(callsOf('profiles.addSheet')[0]).toEqual({
      areaId: 'north',
      tenure: 'tenant',
      isInvolved: true,
      month: '2027-01',
      answers: [{ questionId: 'age', choiceId: 'under-30' }],
    });
    await screen.findByText(/^1 form entered here/);
    expect((await field('Area')).value).toBe('north');
    expect((await field('Takes part?')).value).toBe('yes');
    expect((await field('Age')).value).toBe('');
    expect(document.activeElement).toBe(await field('Age'));
  });

  it('takes the last form back by a key that stands nowhere on the page', async () => {
    renderScreen(<SheetsScreen />);
    await userEvent.selectOptions(await field('Takes part?'), 'no');
    await userEvent.click(await screen.findByRole('button', { name: 'Enter the form' }));
    await screen.findByText(/^1 form entered here/);
    await userEvent.selectOptions(await field('Age'), 'under-30');
    await userEvent.click(await screen.findByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(screen.queryByText(/^1 form entered here/)).toBeNull());
    // What is being typed for the next one stays.
    expect((await field('Age')).value).toBe('under-30');
    expect(callsOf('profiles.withdrawSheet')).toEqual([{ key: 'a-key' }]);
    expect(document.body.textContent).not.toContain('a-key');
  });

  it('offers no place smaller than an area', async () => {
    renderScreen(<SheetsScreen />);
    await screen.findByRole('option', { name: 'North' });
    expect(screen.queryByRole('option', { name: 'Kite Tower' })).toBeNull();
  });

  it('asks whether they take part, and says a refusal at its field', async () => {
    answer('profiles.addSheet', () =>
      refuse('profile.month-over', 'This form is older.', { field: 'month' }),
    );
    renderScreen(<SheetsScreen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Enter the form' }));
    expect(await screen.findAllByText('Say whether they take part.')).not.toHaveLength(0);
    expect(callsOf('profiles.addSheet')).toEqual([]);
    await userEvent.selectOptions(await field('Takes part?'), 'no');
    await userEvent.click(await screen.findByRole('button', { name: 'Enter the form' }));
    expect(await screen.findAllByText('This form is older.')).toHaveLength(2);
  });

  it('leaves answers that were not given out', () => {
    const kept = { areaId: '', tenure: 'tenant', isInvolved: 'no', month: '2027-01' };
    expect(SheetFormSchema.parse(newSheetValues(kept, questions))).toMatchObject({
      areaId: null,
      answers: [],
    });
    expect(
      monthOptions('2027-01-04' as never)
        .map(({ value }) => value)
        .slice(0, 2),
    ).toEqual(['2027-01', '2026-12']);
  });
});

describe('The table of counts', () => {
  it('says small and hidden numbers in words, and draws no bar for them', () => {
    const line = (id: string, involved: object, gap: number | null) =>
      ({
        id,
        words: id,
        all: { mark: 'shown', count: 28, percent: 20 },
        involved,
        comparator: { percent: 21, asAt: '2021-03-21', source: 'Census 2021' },
        gap,
      }) as never;
    renderScreen(
      <CountTable
        title="Age"
        of="Answer"
        threshold={5}
        lines={[
          line('Under 30', { mark: 'shown', count: 8, percent: 8 }, -13),
          line('30 to 44', { mark: 'small' }, null),
          line('45 to 59', { mark: 'hidden' }, null),
        ]}
      />,
    );
    const row = (name: RegExp) => screen.getByRole('row', { name }).textContent;
    expect(row(/^Under 30/)).toContain('8 (8%)28 (20%)21%13 points fewer');
    expect(row(/^30 to 44/)).toContain('fewer than 5');
    expect(row(/^45 to 59/)).toContain('hidden');
    expect(document.querySelectorAll('td > [aria-hidden="true"]')).toHaveLength(1);
  });
});
