import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { dateOf, localDateTimeOf, timeOf } from '#db/shared/local-date';
import { formatDayNear, formatTime } from '#db/shared/plain-words';
import { TickIcon, WarningIcon } from '../shared/icons.tsx';
import { useSession, useToday } from './session-context.tsx';
import { ROOM } from './theme.ts';
import { TOAST_ROOM } from './toasts.tsx';
import { onConnection } from './transport.ts';

/** The last line of the screen: whether everything typed and saved is safely on the disk. */
export function StatusLine() {
  const { appVersion } = useSession();
  const isConnected = useIsConnected();
  const saved = useSavedWords();
  return (
    <Box
      component="footer"
      tabIndex={-1}
      data-region="the status line"
      sx={(theme) => ({
        gridArea: 'status',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 3,
        justifyContent: 'space-between',
        // As high as a line of news, which stands over the end of this one: nothing moves when it comes.
        [ROOM.rail]: { minHeight: `max(2.875rem, ${TOAST_ROOM})` },
        paddingBlock: 0.5,
        paddingInline: 2,
        fontSize: '0.9375rem',
        borderTop: `1px solid ${theme.trc.line}`,
        backgroundColor: isConnected ? theme.trc.sunk : theme.trc.status.bad.ground,
        color: isConnected ? theme.palette.text.secondary : theme.trc.status.bad.ink,
        '&:focus-visible': { outlineOffset: '-3px' },
      })}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
        {isConnected ? <TickIcon /> : <WarningIcon />}
        <span>{isConnected ? saved : ''}</span>
        <span role="status">
          {isConnected
            ? ''
            : 'The program does not answer. Keep this page open: what you typed is still here.'}
        </span>
      </Box>
      <span>TRC Desk {appVersion}</span>
    </Box>
  );
}

function useIsConnected(): boolean {
  const [isConnected, setIsConnected] = useState(true);
  useEffect(() => onConnection(setIsConnected), []);
  return isConnected;
}

function useSavedWords(): string {
  const { lastSavedAt } = useSession();
  const today = useToday();
  if (lastSavedAt === null) return 'Nothing to save: nothing changed since the program started.';
  const saved = localDateTimeOf(lastSavedAt);
  const day = dateOf(saved) === today ? '' : ` on ${formatDayNear(dateOf(saved), today)}`;
  return `Everything is saved. Last change on the disk at ${formatTime(timeOf(saved))}${day}.`;
}
