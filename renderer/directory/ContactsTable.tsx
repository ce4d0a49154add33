import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { CONTACT_KIND_WORDS, type Contact } from '#db/directory/directory.contract';
import { countOf } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useContactActs } from './contact-acts.ts';
import { trustWords } from './trust-words.ts';

/** Contacts by name, each with how far it can be relied on and the key that says it was checked today. */
export function ContactsTable(props: {
  readonly contacts: readonly Contact[];
  readonly mayChange: boolean;
}) {
  const { contacts, mayChange } = props;
  const { verify } = useContactActs();
  return (
    <DataTable
      label="Useful contacts"
      rows={contacts}
      keyOf={(contact) => contact.id}
      minWidth="44rem"
      countWords={countOf(contacts.length, 'contact')}
      columns={[
        {
          heading: 'Name',
          cell: (contact) => (
            <>
              <Link component={RouterLink} to={pathTo.contact(contact.id)}>
                {contact.name}
              </Link>
              {contact.closedNote !== '' && (
                <Typography variant="body2" color="textSecondary">
                  {contact.closedNote}
                </Typography>
              )}
            </>
          ),
        },
        { heading: 'Kind', cell: (contact) => CONTACT_KIND_WORDS[contact.kind] },
        { heading: 'Phone', isShort: true, cell: (contact) => contact.phone },
        { heading: 'E-mail and web', cell: (contact) => reachWords(contact) },
        { heading: 'Details', cell: (contact) => <StatusWord {...trustWords(contact)} /> },
        ...(mayChange
          ? [
              {
                heading: 'Checked?',
                cell: (contact: Contact) =>
                  contact.isActive && (
                    <Button
                      size="small"
                      aria-label={`Verified today: ${contact.name}`}
                      onClick={() => void verify(contact)}
                    >
                      Verified today
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

const reachWords = ({ email, web }: Contact): string =>
  [email, web].filter((part) => part !== '').join(', ');
