import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useToast } from '../../renderer/app/toasts.tsx';
import { renderScreen } from '../support/screen.tsx';

vi.mock('../../renderer/app/transport.ts', () => import('../support/fake-transport.ts'));
afterEach(cleanup);

function Saying() {
  const { say } = useToast();
  return <button onClick={() => say({ words: 'The papers are in order.' })}>Say it</button>;
}

const room = () => document.documentElement.style.getPropertyValue('--toast-room');

describe('News of a change', () => {
  it('has room of its own kept free while it is shown, so that it covers nothing', async () => {
    renderScreen(<Saying />);
    expect(room()).toBe('');
    await userEvent.click(screen.getByRole('button', { name: 'Say it' }));
    expect(screen.getByText('The papers are in order.')).toBeTruthy();
    expect(room()).toMatch(/^\d+px$/);
    await userEvent.click(screen.getByRole('button', { name: 'Close this message' }));
    expect(room()).toBe('');
  });
});
