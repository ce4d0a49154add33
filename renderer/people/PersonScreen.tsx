import Button from '@mui/material/Button';
import { useState } from 'react';
import { useParams } from 'react-router';
import { type Person, PERSON_KIND_WORDS, type PersonId } from '#db/people/people.contract';
import { DESK_ROLES } from '#db/shared/access';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { NoRecordYet } from '../holdings/NoRecordYet.tsx';
import { FactList } from '../shared/FactList.tsx';
import { EditIcon } from '../shared/icons.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PartsMenu } from '../shared/PartsMenu.tsx';
import { PERSON_SECTIONS } from './person-sections.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { NotInvolvedNotice, PersonParts } from './PersonParts.tsx';
import { useChangePerson, usePerson } from './people.queries.ts';

/** One person at its own address. */
export function PersonScreen() {
  const { id = '' } = useParams();
  const person = usePerson(id as PersonId);
  if (person.data !== undefined) return <PersonDetailsView person={person.data} />;
  return <NoRecordYet kind="person" id={id} query={person} />;
}

function PersonDetailsView({ person }: { readonly person: Person }) {
  const canChange = useCan(DESK_ROLES);
  const change = useChangePerson();
  const { say } = useToast();
  const [isChanging, setIsChanging] = useState(false);

  function tell(saved: Person): void {
    const { name, kind, phone } = person;
    setIsChanging(false);
    say({
      words: `Changed: ${saved.name}.`,
      undo: {
        label: 'Undo',
        run: () => change.mutateAsync({ name, kind, phone, id: saved.id, version: saved.version }),
      },
    });
  }

  return (
    <>
      <PageHeader
        title={person.name}
        isPersonal
        actions={
          <>
            <PartsMenu />
            {canChange && (
              <Button
                variant="outlined"
                startIcon={<EditIcon />}
                onClick={() => setIsChanging(true)}
              >
                Change the person
              </Button>
            )}
          </>
        }
      />
      {canChange && <NotInvolvedNotice person={person} />}
      <FactList
        facts={[
          { label: 'Kind', value: PERSON_KIND_WORDS[person.kind] },
          {
            label: 'Phone',
            value: person.phone === '' ? 'Not entered' : person.phone,
            isPersonal: true,
          },
        ]}
      />
      {canChange && <PersonParts person={person} />}
      {PERSON_SECTIONS.map(({ id, Section }) => (
        <Section key={id} person={person} />
      ))}
      {isChanging && (
        <PersonDialog person={person} onClose={() => setIsChanging(false)} onSaved={tell} />
      )}
    </>
  );
}
