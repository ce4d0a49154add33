import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { ACCESS_WORDS } from '#db/facilities/facilities.contract';
import { DESK_ROLES, MANAGER_ONLY } from '#db/shared/access';
import type { Venue } from '#db/venues/venues.contract';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { Card } from '../shared/Card.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FactList } from '../shared/FactList.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon, EditIcon, ListIcon, PrintIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { AccessLog } from './AccessLog.tsx';
import { KeysList } from './KeysList.tsx';
import { VenueForm } from './VenueForm.tsx';
import { accessLogPaper, useVenues } from './venues.queries.ts';

type Open =
  | { readonly what: 'form'; readonly venue: Venue | null }
  | { readonly what: 'log' | 'paper'; readonly venue: Venue };

/** Places other than the centre, the council's access to those a group manages, and who holds which key. */
export function VenuesScreen() {
  const venues = useVenues();
  const mayChange = useCan(MANAGER_ONLY);
  const mayRecord = useCan(DESK_ROLES);
  const { say } = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const addButton = mayChange && (
    <Button
      variant="contained"
      startIcon={<AddIcon />}
      onClick={() => setOpen({ what: 'form', venue: null })}
    >
      Add a venue
    </Button>
  );

  return (
    <>
      <PageHeader
        title="Venues and keys"
        actions={
          <>
            {addButton}
            <BackToSettings />
          </>
        }
      />
      {venues.isError ? (
        <ProblemPanel
          error={venues.error}
          what="The list of venues"
          onTryAgain={() => void venues.refetch()}
        />
      ) : venues.data === undefined ? (
        <LoadingShape lines={6} />
      ) : venues.data.length === 0 ? (
        <EmptyState
          words="No other venue is entered. The Federation’s office, tenant rooms of neighbourhood offices and groups’ own halls belong here."
          action={addButton}
        />
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
          {venues.data.map((venue) => (
            <VenueCard
              key={venue.id}
              venue={venue}
              onChange={mayChange ? () => setOpen({ what: 'form', venue }) : undefined}
              onLog={() => setOpen({ what: 'log', venue })}
              onPrint={() => setOpen({ what: 'paper', venue })}
            />
          ))}
        </Box>
      )}
      <KeysList />
      {open?.what === 'form' && (
        <FormDialog
          title={open.venue === null ? 'Add a venue' : `Change ${open.venue.name}`}
          onClose={close}
        >
          <VenueForm
            {...(open.venue === null ? {} : { venue: open.venue })}
            onSaved={(saved) => {
              close();
              say({ words: `${saved.name} is saved.` });
            }}
            onClose={close}
          />
        </FormDialog>
      )}
      {open?.what === 'log' && (
        <FormDialog title={`Council access to ${open.venue.name}`} width="md" onClose={close}>
          <AccessLog venue={open.venue} mayRecord={mayRecord} onClose={close} />
        </FormDialog>
      )}
      {open?.what === 'paper' && (
        <PaperDialog
          isOpen
          title={`Council access log: ${open.venue.name}`}
          load={accessLogPaper(open.venue.id, false)}
          onClose={close}
        />
      )}
    </>
  );
}

function VenueCard(props: {
  readonly venue: Venue;
  readonly onChange: (() => void) | undefined;
  readonly onLog: () => void;
  readonly onPrint: () => void;
}) {
  const { venue } = props;
  const isOfGroup = venue.managedBy === 'group';
  return (
    <Card
      component="li"
      title={venue.name}
      marks={
        venue.isActive ? (
          <StatusWord
            tone={isOfGroup ? 'info' : 'good'}
            words={isOfGroup ? 'Not booked at this desk' : 'Managed by the council'}
          />
        ) : (
          <StatusWord tone="quiet" words="No longer in use" />
        )
      }
      actions={
        <>
          {isOfGroup && (
            <>
              <Button variant="outlined" startIcon={<ListIcon />} onClick={props.onLog}>
                Council access
              </Button>
              <Button variant="outlined" startIcon={<PrintIcon />} onClick={props.onPrint}>
                Print the access log
              </Button>
            </>
          )}
          {props.onChange !== undefined && (
            <Button
              variant="outlined"
              startIcon={<EditIcon />}
              aria-label={`Change ${venue.name}`}
              onClick={props.onChange}
            >
              Change
            </Button>
          )}
        </>
      }
    >
      <FactList
        facts={[
          {
            label: 'Address',
            value: venue.addressLines.length === 0 ? 'Not entered' : venue.addressLines.join(', '),
          },
          ...(isOfGroup ? [{ label: 'Managed by', value: venue.groupName }] : []),
          {
            label: 'Access',
            value:
              venue.accessFeatures.length === 0
                ? 'Not entered'
                : venue.accessFeatures.map((feature) => ACCESS_WORDS[feature]).join(', '),
          },
          ...(venue.conditions === ''
            ? []
            : [
                {
                  label: 'Conditions of use',
                  value: <Box sx={{ whiteSpace: 'pre-line' }}>{venue.conditions}</Box>,
                },
              ]),
        ]}
      />
    </Card>
  );
}
