import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CONTACT_KIND_WORDS, ContactKind } from '#db/directory/directory.contract';
import { DESK_ROLES } from '#db/shared/access';
import { countOf } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { FilterBox } from '../groups/FilterBox.tsx';
import { PlainSelect } from '../people/PlainSelect.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon, PrintIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SaveAsMenu } from '../shared/SaveAsMenu.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { ContactForm } from './ContactForm.tsx';
import { ContactsTable } from './ContactsTable.tsx';
import {
  type ContactFilter,
  contactSheet,
  exportContacts,
  useAddStartingNames,
  useContacts,
  useStartingNames,
} from './directory.queries.ts';

const KINDS = ContactKind.options.map((value) => ({ value, words: CONTACT_KIND_WORDS[value] }));
const EVERYTHING: ContactFilter = { text: '', kind: null, withClosed: false };

/** Useful contacts; narrowed to voluntary organisations it is their register (GRP-18). */
export function DirectoryScreen() {
  const [filter, setFilter] = useState<ContactFilter>(EVERYTHING);
  const [open, setOpen] = useState<'form' | 'paper' | null>(null);
  const contacts = useContacts(filter);
  const mayChange = useCan(DESK_ROLES);
  const navigate = useNavigate();
  const { say } = useToast();
  const isNarrowed = filter.text !== '' || filter.kind !== null;
  const addButton = mayChange && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setOpen('form')}>
      Add a contact
    </Button>
  );
  return (
    <>
      <PageHeader title="Useful contacts" actions={addButton} />
      <FilterBox
        label="Find a contact by any word or number"
        text={filter.text}
        onType={(text) => setFilter({ ...filter, text })}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'end', mb: 2 }}>
        <PlainSelect
          label="Kind"
          value={filter.kind ?? ''}
          options={KINDS}
          emptyWords="Every kind"
          onChoose={(value) =>
            setFilter({ ...filter, kind: ContactKind.safeParse(value).data ?? null })
          }
        />
        <FormControlLabel
          label="Show closed ones too"
          control={
            <Switch
              checked={filter.withClosed}
              onChange={(_, withClosed) => setFilter({ ...filter, withClosed })}
            />
          }
        />
        <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => setOpen('paper')}>
          Print the sheet
        </Button>
        <SaveAsMenu tables={[{ load: exportContacts(filter) }]} />
        {mayChange && <StartingNames />}
      </Box>
      {contacts.isError ? (
        <ProblemPanel
          error={contacts.error}
          what="The list of contacts"
          onTryAgain={() => void contacts.refetch()}
        />
      ) : contacts.data === undefined ? (
        <LoadingShape lines={6} />
      ) : contacts.data.length > 0 ? (
        <ContactsTable contacts={contacts.data} mayChange={mayChange} />
      ) : isNarrowed ? (
        <EmptyState
          words="No contact fits all of this."
          action={
            <Button variant="outlined" onClick={() => setFilter(EVERYTHING)}>
              Show all contacts
            </Button>
          }
        />
      ) : (
        <EmptyState
          words="There are no contacts yet. Bodies that people are sent to stand here: advisers, ombudsmen, voluntary organisations."
          action={addButton}
        />
      )}
      {open === 'form' && (
        <ContactForm
          {...(filter.kind === null ? {} : { kind: filter.kind })}
          onSaved={(saved) => {
            setOpen(null);
            say({ words: `${saved.name} is entered.` });
            void navigate(pathTo.contact(saved.id));
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'paper' && (
        <PaperDialog
          isOpen
          title={filter.kind === null ? 'Useful contacts' : CONTACT_KIND_WORDS[filter.kind]}
          load={contactSheet(filter.kind)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** Enters the bodies that the council's paper names, where some are missing. */
function StartingNames() {
  const names = useStartingNames().data ?? [];
  const add = useAddStartingNames();
  const { say } = useToast();
  const saying = useSayingRefusal();
  if (names.length === 0) return null;
  const enter = () =>
    saying(async () => {
      await add.mutateAsync();
      say({ words: `${countOf(names.length, 'name')} entered, without details.` });
    });
  return (
    <Button variant="outlined" onClick={() => void enter()}>
      {`Add ${countOf(names.length, 'name')} from the council’s paper`}
    </Button>
  );
}
