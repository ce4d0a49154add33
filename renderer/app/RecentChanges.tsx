import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { timeOf } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import { UndoIcon } from '../shared/icons.tsx';
import { Private } from '../shared/Private.tsx';
import { SidePanel } from './SidePanel.tsx';
import { useRecentChanges } from './toasts.tsx';

/** What this person changed since the program started, where it can still be undone. */
export function RecentChanges(props: { readonly onClose: () => void }) {
  const { recent, undo } = useRecentChanges();
  return (
    <SidePanel title="Recent changes" onClose={props.onClose}>
      <Typography color="textSecondary">
        What you changed since the program started, newest first.
      </Typography>
      {recent.length === 0 ? (
        <Typography>You have not changed anything yet.</Typography>
      ) : (
        <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {recent.map((change) => (
            <Box
              component="li"
              key={change.id}
              sx={{ paddingBlock: 1.25, borderBottom: '1px solid', borderColor: 'divider' }}
            >
              <Typography variant="body2" color="textSecondary">
                {formatTime(timeOf(change.at))}
                {change.isUndone ? ' · undone since' : ''}
              </Typography>
              <Private>{change.words}</Private>
              {change.link && !change.isUndone ? (
                <Box>
                  <Link component={RouterLink} to={change.link.to} onClick={props.onClose}>
                    {change.link.label}
                  </Link>
                </Box>
              ) : null}
              {change.undo && !change.isUndone ? (
                <Box>
                  <Button
                    size="small"
                    startIcon={<UndoIcon />}
                    onClick={() => void undo(change)}
                    aria-label={`${change.undo.label}: ${change.words}`}
                  >
                    {change.undo.label}
                  </Button>
                </Box>
              ) : null}
            </Box>
          ))}
        </Box>
      )}
    </SidePanel>
  );
}
