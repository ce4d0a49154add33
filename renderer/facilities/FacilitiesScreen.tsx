import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Facility } from '#db/facilities/facilities.contract';
import { DESK_ROLES, MANAGER_ONLY } from '#db/shared/access';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useChangeFacility, useFacilities } from './facilities.queries.ts';
import { FacilityCard, type FacilityPart } from './FacilityCard.tsx';
import { FacilityUseForm } from './FacilityUseForm.tsx';
import { LayoutsForm } from './LayoutsForm.tsx';
import { SeatsForm } from './SeatsForm.tsx';
import { FacilityForm } from './FacilityForm.tsx';

/** The rooms and services of the centre; a manager adds and changes them. */
export function FacilitiesScreen() {
  const facilities = useFacilities();
  const change = useChangeFacility();
  const isManager = useCan(MANAGER_ONLY);
  const { say } = useToast();
  const [open, setOpen] = useState<Facility | 'new' | null>(null);
  const [part, setPart] = useState<{ facility: Facility; part: FacilityPart } | null>(null);
  const mayMark = useCan(DESK_ROLES);
  const addButton = isManager && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setOpen('new')}>
      Add a room
    </Button>
  );

  function tell(before: Facility | 'new', saved: Facility): void {
    setOpen(null);
    if (before === 'new') return say({ words: `${saved.name} is added.` });
    const { id, name, kind, isBookable, capacity, hours, isActive } = before;
    const earlier = { id, name, kind, isBookable, capacity, hours, isActive };
    say({
      words: `Changed: ${saved.name}.`,
      undo: {
        label: 'Undo',
        run: () => change.mutateAsync({ ...earlier, version: saved.version }),
      },
    });
  }

  return (
    <>
      <PageHeader
        title="Rooms and services"
        actions={
          <>
            {addButton}
            <BackToSettings />
          </>
        }
      />
      {!isManager && (
        <Typography sx={{ mb: 2 }}>
          Here you see how the rooms are set up. Changing them is for a manager.
        </Typography>
      )}
      {facilities.isError ? (
        <ProblemPanel
          error={facilities.error}
          what="The list of rooms"
          onTryAgain={() => void facilities.refetch()}
        />
      ) : facilities.data === undefined ? (
        <LoadingShape lines={6} />
      ) : facilities.data.length === 0 ? (
        <EmptyState
          words="There are no rooms yet. Add the meeting room first; walk-in services like the photocopier can follow."
          action={addButton}
        />
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
          {facilities.data.map((facility) => (
            <FacilityCard
              key={facility.id}
              facility={facility}
              onChange={
                isManager
                  ? (wanted) =>
                      wanted === 'details' ? setOpen(facility) : setPart({ facility, part: wanted })
                  : undefined
              }
              onSeats={mayMark ? () => setPart({ facility, part: 'seats' }) : undefined}
            />
          ))}
        </Box>
      )}
      {part !== null && (
        <FacilityPartDialog
          facility={facilities.data?.find((each) => each.id === part.facility.id) ?? part.facility}
          part={part.part}
          mayName={isManager}
          onSaved={(saved) => {
            setPart(null);
            say({ words: `Changed: ${saved.name}.` });
          }}
          onClose={() => setPart(null)}
        />
      )}
      {open !== null && (
        <FormDialog
          title={open === 'new' ? 'Add a room' : `Change ${open.name}`}
          width="md"
          onClose={() => setOpen(null)}
        >
          <FacilityForm
            {...(open === 'new' ? {} : { facility: open })}
            onSaved={(saved) => tell(open, saved)}
            onClose={() => setOpen(null)}
          />
        </FormDialog>
      )}
    </>
  );
}

function FacilityPartDialog(props: {
  readonly facility: Facility;
  readonly part: FacilityPart;
  readonly mayName: boolean;
  readonly onSaved: (facility: Facility) => void;
  readonly onClose: () => void;
}) {
  const { facility, part, onSaved, onClose } = props;
  const title =
    part === 'use'
      ? `How ${facility.name} is used`
      : part === 'layouts'
        ? `Layouts of ${facility.name}`
        : `Places of ${facility.name}`;
  return (
    <FormDialog title={title} width="md" onClose={onClose}>
      {part === 'use' ? (
        <FacilityUseForm facility={facility} onSaved={onSaved} onClose={onClose} />
      ) : part === 'layouts' ? (
        <LayoutsForm facility={facility} onSaved={onSaved} onClose={onClose} />
      ) : (
        <SeatsForm
          facility={facility}
          mayName={props.mayName}
          onSaved={onSaved}
          onClose={onClose}
        />
      )}
    </FormDialog>
  );
}
