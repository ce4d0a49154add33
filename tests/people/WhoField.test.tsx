import { cleanup, configure, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ChosenWho } from '../../renderer/people/who.ts';
import { WhoField } from '../../renderer/people/WhoField.tsx';
import { ContractFormBody } from '../../renderer/shared/ContractFormBody.tsx';
import { useContractForm } from '../../renderer/shared/use-contract-form.ts';
import { answer, forgetCalls, ok } from '../support/fake-transport.ts';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

function Ask(list: Pick<Parameters<typeof WhoField>[0], 'from' | 'first'>) {
  const form = useContractForm(
    z.object({ who: ChosenWho }),
    { who: null },
    { onSubmit: () => Promise.resolve() },
  );
  return (
    <ContractFormBody form={form} label="Ask">
      <WhoField name="who" label="Who is it?" {...list} />
    </ContractFormBody>
  );
}

/** The form, with these people on record. */
async function showing(...names: readonly string[]) {
  const people = names.map((name, i) => ({
    id: `p-${i}`,
    name,
    kind: 'tenant',
    phone: '',
    version: 1,
  }));
  answer('people.list', () => ok({ people, total: people.length }));
  renderScreen(<Ask from="people" />);
  const box = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Who is it?' });
  const keys = userEvent.setup();
  await keys.type(box, 'lane');
  await screen.findByRole('option', { name: 'Add “lane” as a person' });
  return { box, keys };
}

beforeEach(forgetCalls);
afterEach(cleanup);

describe('Somebody looked for by name', () => {
  it.each(['{Enter}', '{ArrowDown}{Enter}'])(
    'is the one who matches after %s, and never a new person',
    async (pressed) => {
      const { box, keys } = await showing('Mr D. Lane');
      await keys.keyboard(pressed);
      expect(box.value).toBe('Mr D. Lane');
      expect(screen.queryByRole('dialog')).toBeNull();
    },
  );

  it('is the second of two after one step down', async () => {
    const { box, keys } = await showing('Mr D. Lane', 'Samuel Lane-Carter');
    await keys.keyboard('{ArrowDown}{Enter}');
    expect(box.value).toBe('Samuel Lane-Carter');
  });

  it('is entered as new after a step past the match', async () => {
    const { keys } = await showing('Mr D. Lane');
    await keys.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Add a person' })).toBeTruthy();
  });
});

describe('A name that a person and a group have', () => {
  it.each([
    [undefined, 'Lane Road TRA'],
    ['groups', 'Lane Road TRA'],
    ['people', 'Mr D. Lane'],
  ] as const)('is taken by Enter as the form wants it: %s first', async (first, taken) => {
    answer('groups.list', () =>
      ok({
        groups: [{ id: 'g-1', name: 'Lane Road TRA', kind: 'tra', phone: '', version: 1 }],
        total: 1,
      }),
    );
    answer('people.list', () =>
      ok({
        people: [{ id: 'p-1', name: 'Mr D. Lane', kind: 'tenant', phone: '', version: 1 }],
        total: 1,
      }),
    );
    renderScreen(<Ask from="both" {...(first === undefined ? {} : { first })} />);
    const box = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Who is it?' });
    const keys = userEvent.setup();
    await keys.type(box, 'lane');
    await screen.findByRole('option', { name: 'Add “lane” as a person' });
    await keys.keyboard('{Enter}');
    expect(box.value).toBe(taken);
  });
});
