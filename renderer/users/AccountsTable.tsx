import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { MANAGER_ONLY } from '#db/shared/access';
import { localDateTimeOf, timeOf } from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import type { User } from '#db/users/users.contract';
import { useCan, useSession } from '../app/session-context.tsx';
import { formatRole } from '../session/role-words.ts';
import { StatusWord } from '../shared/StatusWord.tsx';

/** The accounts as a table, with what may be done about each. */
export function AccountsTable(props: {
  readonly users: readonly User[];
  readonly onChange: (user: User) => void;
}) {
  const mayChange = useCan(MANAGER_ONLY);
  const ownId = useSession().signedIn?.userId;
  return (
    <Box tabIndex={0} role="region" aria-label="Accounts" sx={{ overflowX: 'auto' }}>
      <Table aria-label="Accounts" sx={{ minWidth: '38rem' }}>
        <TableHead>
          <TableRow>
            <TableCell>Name</TableCell>
            <TableCell>Sign-in name</TableCell>
            <TableCell>Role</TableCell>
            <TableCell>State</TableCell>
            <TableCell>Person on record</TableCell>
            {mayChange ? <TableCell>Change</TableCell> : null}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.users.map((user) => (
            <TableRow key={user.id}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 620 }}>
                {user.displayName}
                {user.id === ownId ? ' (you)' : ''}
              </TableCell>
              <TableCell>{user.name}</TableCell>
              <TableCell>{formatRole(user.role)}</TableCell>
              <TableCell>
                <AccountState user={user} />
              </TableCell>
              <TableCell>
                <AccountPerson user={user} />
              </TableCell>
              {mayChange ? (
                <TableCell>
                  <Button
                    size="small"
                    variant="outlined"
                    onClick={() => props.onChange(user)}
                    aria-label={`Change the account of ${user.displayName}`}
                  >
                    Change
                  </Button>
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function AccountPerson({ user }: { readonly user: User }) {
  switch (user.person.kind) {
    case 'person':
      return user.person.name;
    case 'nobody':
      return 'Nobody on record';
    case 'not-said':
      return <StatusWord tone="warning" words="Not said" />;
  }
}

function AccountState(props: { readonly user: User }) {
  const { user } = props;
  if (!user.isActive) return <StatusWord tone="quiet" words="Stopped" />;
  if (user.lockedUntil !== null) {
    const until = formatTime(timeOf(localDateTimeOf(user.lockedUntil)));
    return <StatusWord tone="warning" words={`Shut until ${until}`} />;
  }
  return <StatusWord tone="good" words="In use" />;
}
