import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { Usage } from '#db/usage/usage.contract';
import { pathTo } from '../app/paths.ts';
import { CloseIcon } from '../shared/icons.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';

/** What the program said when an entry was made, and whom it was about. */
export type Warned = { readonly usage: Usage; readonly warnings: readonly string[] };

type Props = { readonly warned: Warned; readonly onClose: () => void };

/** Warnings of the entry made last, with the way to the records where most of them are settled. */
export function Warnings({ warned, onClose }: Props) {
  const { usage, warnings } = warned;
  return (
    <NoticeBox>
      {warnings.map((words) => (
        <Typography key={words} data-personal="" sx={{ fontWeight: 600 }}>
          {words}
        </Typography>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mt: 0.5 }}>
        <Link component={RouterLink} to={pathTo.person(usage.personId)} data-personal="">
          {`Open ${usage.personName}`}
        </Link>
        {usage.groupId !== null && (
          <Link component={RouterLink} to={pathTo.group(usage.groupId)}>
            {`Open ${usage.groupName}`}
          </Link>
        )}
        <Button size="small" startIcon={<CloseIcon />} onClick={onClose}>
          Close this message
        </Button>
      </Box>
    </NoticeBox>
  );
}
