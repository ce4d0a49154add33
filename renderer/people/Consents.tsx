import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import {
  CONSENT_HOW_WORDS,
  CONSENT_PURPOSE_WORDS,
  type PersonConsent,
} from '#db/people/consents.contract';
import { holdsOn } from '#db/people/consents.rules';
import type { PersonRecord } from '#db/people/person-record.contract';
import { hasGuardianAgreed } from '#db/people/person-record.rules';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { ConsentForm } from './ConsentForm.tsx';
import { useConsents, useWithdrawConsent } from './people.queries.ts';

/** What a person agreed to, and the way to add to it or take it back (PPL-10). */
export function Consents({ record }: { readonly record: PersonRecord }) {
  const consents = useConsents(record.id);
  const today = useToday();
  const { say } = useToast();
  const withdraw = useWithdrawConsent();
  const [isAdding, setIsAdding] = useState(false);
  const [toWithdraw, setToWithdraw] = useState<PersonConsent | null>(null);

  return (
    <Card
      component="section"
      isWide
      title="Consents"
      actions={
        <Button startIcon={<AddIcon />} onClick={() => setIsAdding(true)}>
          Add a consent
        </Button>
      }
    >
      {consents.isError ? (
        <ProblemPanel
          error={consents.error}
          what="The consents"
          onTryAgain={() => void consents.refetch()}
        />
      ) : consents.data === undefined ? (
        <LoadingShape lines={2} />
      ) : consents.data.length === 0 ? (
        <Typography>None yet: their name and number stay with us.</Typography>
      ) : (
        <DataTable
          label="Consents"
          rows={consents.data}
          keyOf={(consent) => consent.id}
          minWidth="44rem"
          columns={[
            { heading: 'Agrees to', cell: ({ purpose }) => CONSENT_PURPOSE_WORDS[purpose] },
            {
              heading: 'What, with whom',
              cell: ({ what, withWhom }) =>
                [what, withWhom].filter((part) => part !== '').join(', with '),
              isPersonal: true,
            },
            {
              heading: 'Given',
              cell: ({ givenOn, how }) =>
                `${formatDateNoWeekday(givenOn)}, ${CONSENT_HOW_WORDS[how].toLowerCase()}`,
            },
            { heading: 'State', cell: (consent) => stateOf(consent, record, today) },
            {
              heading: 'Take it back',
              cell: (consent) =>
                consent.withdrawnOn === null ? (
                  <Button
                    size="small"
                    aria-label={`Take back: ${CONSENT_PURPOSE_WORDS[consent.purpose]}`}
                    onClick={() => setToWithdraw(consent)}
                  >
                    Take it back
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {isAdding && (
        <ConsentForm
          record={record}
          onSaved={() => {
            setIsAdding(false);
            say({ words: `A consent of ${record.name} is entered.` });
          }}
          onClose={() => setIsAdding(false)}
        />
      )}
      <ConfirmDialog
        isOpen={toWithdraw !== null}
        title="Take this consent back?"
        confirmWords="Take the consent back"
        keepWords="Keep the consent"
        onConfirm={async () => {
          if (toWithdraw !== null) await withdraw.mutateAsync(toWithdraw.id);
        }}
        onClose={() => setToWithdraw(null)}
      >
        <Typography>
          From today on it holds no longer. It stays on record that it was given.
        </Typography>
      </ConfirmDialog>
    </Card>
  );
}

function stateOf(consent: PersonConsent, record: PersonRecord, today: LocalDate) {
  if (consent.withdrawnOn !== null)
    return (
      <StatusWord
        tone="quiet"
        words={`Taken back on ${formatDateNoWeekday(consent.withdrawnOn)}`}
      />
    );
  if (!holdsOn(consent, today)) return <StatusWord tone="quiet" words="Over" />;
  if (!hasGuardianAgreed(record))
    return <StatusWord tone="warning" words="Waits for the guardian" />;
  return (
    <StatusWord
      tone="good"
      words={consent.until === null ? 'Holds' : `Holds until ${formatDateNoWeekday(consent.until)}`}
    />
  );
}
