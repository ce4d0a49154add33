import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { DESK_ROLES } from '#db/shared/access';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { AddIcon, ClaimsIcon, GroupsIcon, PeopleIcon, RoomsIcon } from '../shared/icons.tsx';

/** What most people at the desk come for, large enough to hit without aiming. */
export function BigButtons() {
  const canBook = useCan(DESK_ROLES);
  return (
    <Box
      component="nav"
      aria-label="Start here"
      sx={{
        display: 'grid',
        gap: 1.5,
        mb: 4,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 12rem), 1fr))',
      }}
    >
      {canBook && (
        <BigButton to={pathTo.newBooking()} icon={<AddIcon />} words="Book a room" isMain />
      )}
      <BigButton to={pathTo.rooms()} icon={<RoomsIcon />} words="See the rooms" />
      {canBook && (
        <>
          <BigButton to={pathTo.newClaim()} icon={<ClaimsIcon />} words="Take a claim" />
          <BigButton to={pathTo.newGroup()} icon={<GroupsIcon />} words="Add a group" />
          <BigButton to={pathTo.newPerson()} icon={<PeopleIcon />} words="Add a person" />
        </>
      )}
    </Box>
  );
}

function BigButton(props: {
  readonly to: string;
  readonly icon: ReactNode;
  readonly words: string;
  readonly isMain?: boolean;
}) {
  return (
    <Button
      component={RouterLink}
      to={props.to}
      variant={props.isMain ? 'contained' : 'outlined'}
      startIcon={props.icon}
      sx={{
        minHeight: '4.5rem',
        fontSize: '1.25rem',
        justifyContent: 'flex-start',
        paddingInline: 2.5,
        '& .MuiButton-startIcon > *': { fontSize: '1.75rem' },
      }}
    >
      {props.words}
    </Button>
  );
}
