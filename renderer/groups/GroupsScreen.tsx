import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import { type Group, GROUP_KIND_WORDS } from '#db/groups/groups.contract';
import { DESK_ROLES } from '#db/shared/access';
import { countOf } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { FilterBox } from './FilterBox.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { useGroups } from './groups.queries.ts';

/** The groups the centre knows, found by part of their name. */
export function GroupsScreen() {
  const [search, setSearch] = useSearchParams();
  // Not in the address: what is looked for is often a name, and addresses are remembered by the browser.
  const [text, setText] = useState('');
  const groups = useGroups(text);
  const canAdd = useCan(DESK_ROLES);
  const navigate = useNavigate();
  const { say } = useToast();
  const addButton = canAdd && (
    <Button
      variant="contained"
      startIcon={<AddIcon />}
      onClick={() => void navigate(pathTo.newGroup())}
    >
      Add a group
    </Button>
  );

  return (
    <>
      <PageHeader title="Groups" actions={addButton} />
      <FilterBox label="Find a group by name" text={text} onType={setText} />
      {groups.isError ? (
        <ProblemPanel
          error={groups.error}
          what="The list of groups"
          onTryAgain={() => void groups.refetch()}
        />
      ) : groups.data === undefined ? (
        <LoadingShape lines={6} />
      ) : groups.data.groups.length === 0 ? (
        text === '' ? (
          <EmptyState
            words="There are no groups yet. The groups that use the centre stand here, with how to reach them."
            action={addButton}
          />
        ) : (
          <EmptyState
            words={`No group’s name contains “${text}”.`}
            action={
              <Button variant="outlined" onClick={() => setText('')}>
                Show all groups
              </Button>
            }
          />
        )
      ) : (
        <GroupTable groups={groups.data.groups} total={groups.data.total} />
      )}
      {canAdd && search.get('new') === '1' && (
        <GroupDialog
          onClose={() => setSearch({}, { replace: true })}
          onSaved={(group) => {
            say({ words: `${group.name} is entered.` });
            void navigate(pathTo.group(group.id), { replace: true });
          }}
        />
      )}
    </>
  );
}

function GroupTable(props: { readonly groups: readonly Group[]; readonly total: number }) {
  const { groups, total } = props;
  return (
    <>
      {/* Scrolls inside itself where there is little room; the region is reachable by Tab for that. */}
      <Box role="region" aria-label="Table of groups" tabIndex={0} sx={{ overflowX: 'auto' }}>
        <Table size="small" aria-label="Groups">
          <TableHead>
            <TableRow>
              <TableCell>Name</TableCell>
              <TableCell>Kind</TableCell>
              <TableCell>Phone</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {groups.map((group) => (
              <TableRow key={group.id}>
                <TableCell component="th" scope="row">
                  <Link component={RouterLink} to={pathTo.group(group.id)}>
                    {group.name}
                  </Link>
                </TableCell>
                <TableCell>{GROUP_KIND_WORDS[group.kind]}</TableCell>
                <TableCell data-personal="">{group.phone}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      <Typography role="status" sx={{ mt: 1.5 }}>
        {groups.length < total
          ? `The first ${groups.length} of ${countOf(total, 'group')}. Type more of the name to find the others.`
          : countOf(total, 'group')}
      </Typography>
    </>
  );
}
