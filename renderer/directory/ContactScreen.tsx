import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { CONTACT_KIND_WORDS, type Contact } from '#db/directory/directory.contract';
import { DESK_ROLES } from '#db/shared/access';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FactList } from '../shared/FactList.tsx';
import { EditIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { CloseContactForm } from './CloseContactForm.tsx';
import { useContactActs } from './contact-acts.ts';
import { ContactForm } from './ContactForm.tsx';
import { useContacts } from './directory.queries.ts';
import { trustWords } from './trust-words.ts';

/** One contact at its own address. */
export function ContactScreen() {
  const { id = '' } = useParams();
  const contacts = useContacts({ text: '', kind: null, withClosed: true });
  const contact = contacts.data?.find((each) => each.id === id);
  if (contact !== undefined) return <ContactView contact={contact} />;
  return (
    <>
      <PageHeader title="Useful contact" />
      {contacts.isError ? (
        <ProblemPanel
          error={contacts.error}
          what="This contact"
          onTryAgain={() => void contacts.refetch()}
        />
      ) : contacts.data === undefined ? (
        <LoadingShape lines={5} />
      ) : (
        <EmptyState words="There is no such contact here." action={<BackToList />} />
      )}
    </>
  );
}

const BackToList = () => (
  <Button component={RouterLink} to={pathTo.directory()} variant="outlined">
    All useful contacts
  </Button>
);

function ContactView({ contact }: { readonly contact: Contact }) {
  const mayChange = useCan(DESK_ROLES);
  const acts = useContactActs();
  const [open, setOpen] = useState<'form' | 'close' | null>(null);
  return (
    <>
      <PageHeader
        title={contact.name}
        actions={
          <>
            {mayChange && contact.isActive && (
              <Button variant="contained" onClick={() => void acts.verify(contact)}>
                Verified today
              </Button>
            )}
            {mayChange && (
              <Button variant="outlined" startIcon={<EditIcon />} onClick={() => setOpen('form')}>
                Change the contact
              </Button>
            )}
            {mayChange && contact.isActive && (
              <Button variant="outlined" onClick={() => setOpen('close')}>
                It has closed
              </Button>
            )}
            {mayChange && !contact.isActive && (
              <Button variant="outlined" onClick={() => void acts.list(contact)}>
                List it again
              </Button>
            )}
            <BackToList />
          </>
        }
      />
      <StatusWord {...trustWords(contact)} />
      {contact.closedNote !== '' && <Typography sx={{ mt: 1 }}>{contact.closedNote}</Typography>}
      <FactList
        facts={[
          { label: 'Kind', value: CONTACT_KIND_WORDS[contact.kind] },
          { label: 'Address', value: <Lines text={contact.address} /> },
          { label: 'Phone', value: contact.phone || 'Not entered' },
          { label: 'E-mail', value: contact.email || 'Not entered' },
          { label: 'Web', value: contact.web || 'Not entered' },
          { label: 'Note', value: <Lines text={contact.note} /> },
        ]}
      />
      {open === 'form' && (
        <ContactForm
          contact={contact}
          onSaved={(saved) => {
            setOpen(null);
            acts.tellChanged(contact, saved);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'close' && (
        <CloseContactForm
          contact={contact}
          onSaved={(saved) => {
            setOpen(null);
            acts.tellClosed(saved);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

const Lines = ({ text }: { readonly text: string }) => (
  <span style={{ whiteSpace: 'pre-line' }}>{text === '' ? 'Not entered' : text}</span>
);
