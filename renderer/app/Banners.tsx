import Box from '@mui/material/Box';
import { WarningIcon } from '../shared/icons.tsx';
import { PracticeBar } from './PracticeBar.tsx';
import { useSession } from './session-context.tsx';

/** What everybody must know before anything else: practice mode, a broken record, a wrong clock. */
export function Banners() {
  const { warnings } = useSession();
  return (
    <Box sx={{ gridArea: 'banners' }}>
      <PracticeBar />
      <Box role="alert">
        {warnings.map((words) => (
          <Box
            key={words}
            sx={(theme) => ({
              display: 'flex',
              gap: 1,
              alignItems: 'baseline',
              paddingBlock: 0.75,
              paddingInline: 2,
              fontWeight: 600,
              color: theme.trc.status.bad.ink,
              backgroundColor: theme.trc.status.bad.ground,
              borderBottom: `2px solid ${theme.trc.status.bad.line}`,
            })}
          >
            <WarningIcon sx={{ flexShrink: 0, transform: 'translateY(0.15em)' }} />
            {words}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
