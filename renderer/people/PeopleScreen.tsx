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
import { type Person, PERSON_KIND_WORDS } from '#db/people/people.contract';
import { COUNT_READERS } from '#db/profiles/profiles.contract';
import { DESK_ROLES, MANAGER_ONLY } from '#db/shared/access';
import { countOf } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SaveAsMenu } from '../shared/SaveAsMenu.tsx';
import { FilterBox } from '../groups/FilterBox.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { peopleTable, usePeople } from './people.queries.ts';

/** The people the centre knows, found by part of a name or phone number, by postcode or e-mail, and despite a slip. */
export function PeopleScreen() {
  const [search, setSearch] = useSearchParams();
  // Not in the address: what is looked for is often a name, and addresses are remembered by the browser.
  const [text, setText] = useState('');
  const people = usePeople(text);
  const canAdd = useCan(DESK_ROLES);
  const isManager = useCan(MANAGER_ONLY);
  const seesCounts = useCan(COUNT_READERS);
  const navigate = useNavigate();
  const { say } = useToast();
  const addButton = canAdd && (
    <Button
      variant="contained"
      startIcon={<AddIcon />}
      onClick={() => void navigate(pathTo.newPerson())}
    >
      Add a person
    </Button>
  );

  return (
    <>
      <PageHeader
        title="People"
        actions={
          <>
            {seesCounts ? (
              <Button component={RouterLink} to={pathTo.profiles()}>
                Who takes part
              </Button>
            ) : (
              canAdd && (
                <Button component={RouterLink} to={pathTo.profileSheets()}>
                  Enter equality forms
                </Button>
              )
            )}
            {canAdd && (
              <>
                <Button component={RouterLink} to={pathTo.soundingBoard()}>
                  Sounding Board
                </Button>
                <Button component={RouterLink} to={pathTo.doubles()}>
                  Possible doubles
                </Button>
              </>
            )}
            {isManager && <SaveAsMenu tables={[{ load: peopleTable.everybody, isLong: true }]} />}
            {addButton}
          </>
        }
      />
      <FilterBox
        label="Find a person by name, phone, postcode or e-mail"
        text={text}
        onType={setText}
      />
      {people.isError ? (
        <ProblemPanel
          error={people.error}
          what="The list of people"
          onTryAgain={() => void people.refetch()}
        />
      ) : people.data === undefined ? (
        <LoadingShape lines={6} />
      ) : people.data.people.length === 0 ? (
        text === '' ? (
          <EmptyState
            words="There are no people yet. People who use the centre stand here, with how to reach them."
            action={addButton}
          />
        ) : (
          <EmptyState
            words={`Nobody is found by “${text}”.`}
            action={
              <Button variant="outlined" onClick={() => setText('')}>
                Show everybody
              </Button>
            }
          />
        )
      ) : (
        <PeopleTable people={people.data.people} total={people.data.total} />
      )}
      {canAdd && search.get('new') === '1' && (
        <PersonDialog
          onClose={() => setSearch({}, { replace: true })}
          onSaved={(person) => {
            say({ words: `${person.name} is entered.` });
            void navigate(pathTo.person(person.id), { replace: true });
          }}
        />
      )}
    </>
  );
}

function PeopleTable(props: { readonly people: readonly Person[]; readonly total: number }) {
  const { people, total } = props;
  return (
    <>
      {/* Scrolls inside itself where there is little room; the region is reachable by Tab for that. */}
      <Box role="region" aria-label="Table of people" tabIndex={0} sx={{ overflowX: 'auto' }}>
        <Table size="small" aria-label="People">
          <TableHead>
            <TableRow>
              <TableCell>Name</TableCell>
              <TableCell>Kind</TableCell>
              <TableCell>Phone</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {people.map((person) => (
              <TableRow key={person.id}>
                <TableCell component="th" scope="row">
                  <Link component={RouterLink} to={pathTo.person(person.id)} data-personal="">
                    {person.name}
                  </Link>
                </TableCell>
                <TableCell>{PERSON_KIND_WORDS[person.kind]}</TableCell>
                <TableCell data-personal="">{person.phone}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      <Typography role="status" sx={{ mt: 1.5 }}>
        {people.length < total
          ? `The first ${people.length} of ${countOf(total, 'person', 'people')}. Type more of the name to find the others.`
          : countOf(total, 'person', 'people')}
      </Typography>
    </>
  );
}
