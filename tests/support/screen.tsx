import { ThemeProvider } from '@mui/material/styles';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { CurrentSession } from '#db/session/session.contract';
import { newQueryClient } from '../../renderer/app/query-client.ts';
import { SessionProvider } from '../../renderer/app/session-context.tsx';
import { newTheme } from '../../renderer/app/theme.ts';
import { ToastProvider } from '../../renderer/app/toasts.tsx';

/** A signed-in manager on Monday 4 January 2027, 9am. */
export function aSession(part: Partial<CurrentSession> = {}): CurrentSession {
  return {
    ...CurrentSession.parse({
      signedIn: {
        userId: 'user-1',
        name: 'ann.baker',
        displayName: 'Ann Baker',
        role: 'manager',
        isLocked: false,
        hasPin: true,
      },
      handedOver: null,
      mode: 'real',
      isSetUp: true,
      centreName: 'Northgate Tenant Resource Centre',
      labels: { group: 'group', people: 'people', team: 'team' },
      today: '2027-01-04',
      now: '2027-01-04T09:00',
      idleLockMinutes: 5,
      practiceAccounts: [],
      appVersion: '0.1.0',
      warnings: [],
      lastSavedAt: null,
    }),
    ...part,
  };
}

/** Puts part of a screen on the page inside everything the frame gives it. */
export function renderScreen(
  screen: ReactNode,
  given: {
    readonly session?: CurrentSession;
    readonly client?: QueryClient;
    /** Told of the screen that a link in the news leads to. */
    readonly onOpen?: (path: string) => void;
  } = {},
) {
  return render(
    <ThemeProvider theme={newTheme('light', 'comfortable')}>
      <QueryClientProvider client={given.client ?? newQueryClient()}>
        <SessionProvider session={given.session ?? aSession()}>
          <ToastProvider onOpen={given.onOpen ?? (() => undefined)}>
            <MemoryRouter>{screen}</MemoryRouter>
          </ToastProvider>
        </SessionProvider>
      </QueryClientProvider>
    </ThemeProvider>,
  );
}
