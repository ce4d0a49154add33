import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useState } from 'react';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import { RegisterFilter } from '#db/groups/groups-api.contract';
import { REGISTER_TITLES } from '#db/groups/register-words.rules';
import { DESK_ROLES } from '#db/shared/access';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperMenu, type ShownPaper } from '../shared/PaperMenu.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SaveAsMenu, type SavedTable } from '../shared/SaveAsMenu.tsx';
import { FilterBox } from './FilterBox.tsx';
import { groupPaper, groupTable, useRegister } from './group-record.queries.ts';
import { GroupDialog } from './GroupDialog.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';

const EVERYTHING = RegisterFilter.parse({});

/** The registers of groups, narrowed by name, kind, area, recognition and what is due (GRP-18). */
export function GroupsScreen() {
  const [search, setSearch] = useSearchParams();
  // Not in the address: what is looked for is often a name, and addresses are remembered by the browser.
  const [filter, setFilter] = useState<RegisterFilter>(EVERYTHING);
  const groups = useRegister(filter);
  const canAdd = useCan(DESK_ROLES);
  const navigate = useNavigate();
  const { say } = useToast();
  const { text, ...narrowed } = filter;
  const isNarrowed = Object.entries(narrowed).some(
    ([name, value]) => value !== EVERYTHING[name as keyof RegisterFilter],
  );
  const addButton = canAdd && (
    <Button
      variant="contained"
      startIcon={<AddIcon />}
      onClick={() => void navigate(pathTo.newGroup())}
    >
      Add a group
    </Button>
  );
  const showAll = (
    <Button variant="outlined" onClick={() => setFilter(EVERYTHING)}>
      Show all groups
    </Button>
  );

  return (
    <>
      <PageHeader
        title="Groups"
        actions={
          <>
            <Button component={RouterLink} to={pathTo.coverage()}>
              Areas and their groups
            </Button>
            <Button component={RouterLink} to={pathTo.agreements()}>
              Agreements
            </Button>
            <Button component={RouterLink} to={pathTo.directory()}>
              Useful contacts
            </Button>
            {addButton}
          </>
        }
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'end', mb: 1.5 }}>
        <FilterBox
          isInRow
          label="Find a group by name"
          text={text}
          onType={(typed) => setFilter({ ...filter, text: typed })}
        />
        <RegisterFilters filter={filter} onChange={setFilter} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1.5 }}>
        <FormControlLabel
          label="Show groups that ended"
          control={
            <Switch
              checked={filter.withEnded}
              onChange={(_, withEnded) => setFilter({ ...filter, withEnded })}
            />
          }
        />
        <Registers filter={filter} />
      </Box>
      {groups.isError ? (
        <ProblemPanel
          error={groups.error}
          what="The list of groups"
          onTryAgain={() => void groups.refetch()}
        />
      ) : groups.data === undefined ? (
        <LoadingShape lines={6} />
      ) : groups.data.length > 0 ? (
        <RegisterTable lines={groups.data} />
      ) : isNarrowed ? (
        <EmptyState words="No group fits all of this." action={showAll} />
      ) : text === '' ? (
        <EmptyState
          words="There are no groups yet. The groups that use the centre stand here, with how to reach them."
          action={addButton}
        />
      ) : (
        <EmptyState words={`No group’s name contains “${text}”.`} action={showAll} />
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

/** The register as it is narrowed, on paper and for a spreadsheet; the blank forms. */
function Registers({ filter }: { readonly filter: RegisterFilter }) {
  const papers: readonly ShownPaper[] = [
    { title: REGISTER_TITLES[filter.register], load: groupPaper.register(filter) },
    { title: 'Blank registration of a representative', load: groupPaper.repForm(null) },
    { title: 'Blank registration of another group', load: groupPaper.otherForm(null) },
  ];
  const isServing = useCan(DESK_ROLES);
  const tables: readonly SavedTable[] = [
    { title: 'This list', load: groupTable.register(filter) },
    { title: 'Recognition today', load: groupTable.recognition },
    ...(isServing
      ? [
          { title: 'Officers today', load: groupTable.officers },
          { title: 'Active tenants', load: groupTable.activeTenants },
        ]
      : []),
  ];
  return (
    <>
      <SaveAsMenu tables={tables} />
      <PaperMenu words="Print a paper" papers={papers} />
    </>
  );
}
