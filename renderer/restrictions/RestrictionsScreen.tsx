import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useState } from 'react';
import type { BookingHit } from '#db/calendar/calendar.contract';
import type { Restriction } from '#db/restrictions/restrictions.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { HitsNotice } from '../calendar/BookingHits.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { RestrictionForm } from './RestrictionForm.tsx';
import { restrictionLetter, useRestrictions } from './restrictions.queries.ts';
import { RestrictionsTable } from './RestrictionsTable.tsx';

/** What was removed last, and which bookings that hits. */
type Added = { readonly restriction: Restriction; readonly hits: readonly BookingHit[] };

/** Every service that was removed from a group or person. */
export function RestrictionsScreen() {
  const today = useToday();
  const mayChange = useCan(MANAGER_ONLY);
  const { say } = useToast();
  const [withEnded, setWithEnded] = useState(false);
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);
  const [letter, setLetter] = useState<Restriction | null>(null);
  const restrictions = useRestrictions({ subject: null, on: withEnded ? null : today });
  const addButton = mayChange && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setIsAdding(true)}>
      Remove a service
    </Button>
  );

  return (
    <>
      <PageHeader
        title="Services removed"
        actions={
          <>
            {addButton}
            <BackToSettings />
          </>
        }
      />
      {added !== null && (
        <HitsNotice
          title={`${added.restriction.reference} is entered`}
          hits={added.hits}
          onClose={() => setAdded(null)}
        />
      )}
      <FormControlLabel
        label="Show those that are over or lifted"
        control={<Switch checked={withEnded} onChange={(_, on) => setWithEnded(on)} />}
        sx={{ mb: 1 }}
      />
      {restrictions.isError ? (
        <ProblemPanel
          error={restrictions.error}
          what="The list"
          onTryAgain={() => void restrictions.refetch()}
        />
      ) : restrictions.data === undefined ? (
        <LoadingShape lines={5} />
      ) : restrictions.data.length === 0 ? (
        <EmptyState words="No service is removed from anybody." action={addButton} />
      ) : (
        <RestrictionsTable restrictions={restrictions.data} onLifted={() => setAdded(null)} />
      )}
      {isAdding && (
        <FormDialog title="Remove a service" onClose={() => setIsAdding(false)}>
          <RestrictionForm
            onSaved={(restriction, found) => {
              setIsAdding(false);
              setAdded({ restriction, hits: found });
              // The letter with the way to appeal goes out with the removal (BOOK-12).
              setLetter(restriction);
              say({ words: `${restriction.reference} is entered. Here is the letter.` });
            }}
            onClose={() => setIsAdding(false)}
          />
        </FormDialog>
      )}
      {letter !== null && (
        <PaperDialog
          isOpen
          title={`Letter ${letter.reference}`}
          load={restrictionLetter(letter.id)}
          onClose={() => setLetter(null)}
        />
      )}
    </>
  );
}
