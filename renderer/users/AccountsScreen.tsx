import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { MANAGER_ONLY } from '#db/shared/access';
import type { User } from '#db/users/users.contract';
import { useCan } from '../app/session-context.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { AccountDialog } from './AccountDialog.tsx';
import { AccountsTable } from './AccountsTable.tsx';
import { NewAccountDialog } from './NewAccountDialog.tsx';
import { useUsers } from './users.queries.ts';
import { WaitingChanges } from './WaitingChanges.tsx';

/** Who may sign in, what each may do, and the changes that wait for a second person. */
export function AccountsScreen() {
  const maySee = useCan(['finance', 'manager', 'auditor']);
  return (
    <>
      {maySee ? (
        <Accounts />
      ) : (
        <>
          <PageHeader title="Accounts" actions={<BackToSettings />} />
          <EmptyState words="Accounts are for managers, finance approvers and the auditor to see. Ask a manager if you need a change." />
        </>
      )}
    </>
  );
}

function Accounts() {
  const users = useUsers();
  const mayChange = useCan(MANAGER_ONLY);
  const [isAdding, setIsAdding] = useState(false);
  const [changing, setChanging] = useState<User | null>(null);

  return (
    <>
      <PageHeader
        title="Accounts"
        actions={
          <>
            <BackToSettings />
            {mayChange ? (
              <Button variant="contained" startIcon={<AddIcon />} onClick={() => setIsAdding(true)}>
                Add an account
              </Button>
            ) : null}
          </>
        }
      />
      {users.data !== undefined ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
          <WaitingChanges changes={users.data.waiting} />
          <AccountsTable users={users.data.users} onChange={setChanging} />
        </Box>
      ) : users.error !== null ? (
        <ProblemPanel error={users.error} onTryAgain={() => void users.refetch()} />
      ) : (
        <LoadingShape />
      )}
      {isAdding ? <NewAccountDialog onClose={() => setIsAdding(false)} /> : null}
      {changing === null ? null : (
        <AccountDialog user={changing} onClose={() => setChanging(null)} />
      )}
    </>
  );
}
