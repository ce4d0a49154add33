import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Person } from '#db/people/people.contract';
import type { PersonRecord } from '#db/people/person-record.contract';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { TickIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';
import { PaperMenu } from '../shared/PaperMenu.tsx';
import { loadPersonSheet } from '../timeline/timeline.queries.ts';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { Consents } from './Consents.tsx';
import {
  consentSheet,
  interestForm,
  useChangePersonRecord,
  useConfirmDetails,
  usePersonRecord,
} from './people.queries.ts';
import { RecordBlocks } from './RecordBlocks.tsx';

/** Everything on record about a person, for those who serve them. */
export function PersonParts({ person }: { readonly person: Person }) {
  const record = usePersonRecord(person.id);
  if (record.data !== undefined)
    return (
      <>
        <RecordActions record={record.data} />
        <RecordBlocks record={record.data} />
        <Box sx={{ mt: 2 }}>
          <Consents record={record.data} />
        </Box>
      </>
    );
  if (!record.isError) return <LoadingShape lines={4} />;
  return (
    <ProblemPanel
      error={record.error}
      what="What is known of this person"
      onTryAgain={() => void record.refetch()}
    />
  );
}

/** Stands at the top while somebody does not want to be involved; nobody sends them invitations (PPL-03). */
export function NotInvolvedNotice({ person }: { readonly person: Person }) {
  const record = usePersonRecord(person.id).data;
  return record === undefined || record.notInvolvedSince === null ? null : (
    <NotInvolvedSince record={record} since={record.notInvolvedSince} />
  );
}

function NotInvolvedSince(props: { readonly record: PersonRecord; readonly since: LocalDate }) {
  const turn = useTurnInvolvement(props.record);
  return (
    <NoticeBox label="Not involved, thank you">
      <Typography sx={{ fontWeight: 660 }}>Not involved, thank you</Typography>
      <Typography sx={{ mb: 1 }}>
        Since {formatDateNoWeekday(props.since)} they do not want to take part. Send them no
        invitations and no news. Their bookings stay as they are.
      </Typography>
      <Button variant="outlined" onClick={() => void turn()}>
        They want to be involved again
      </Button>
    </NoticeBox>
  );
}

/** Notes that somebody does not want to be involved, or takes that note off. */
function useTurnInvolvement(record: PersonRecord): () => Promise<void> {
  const change = useChangePersonRecord();
  const today = useToday();
  const { say } = useToast();
  const saying = useSayingRefusal();
  return async () => {
    const { id, version, isOnRegister, joinedOn, notInvolvedSince } = record;
    const isLeaving = notInvolvedSince === null;
    await saying(async () => {
      const saved = await change.mutateAsync({
        id,
        version,
        notInvolvedSince: isLeaving ? today : null,
      });
      const before = { isOnRegister, joinedOn, notInvolvedSince };
      const undo = () => change.mutateAsync({ ...before, id, version: saved.version });
      say({
        words: isLeaving
          ? `${record.name} is not invited any more.`
          : `${record.name} may be invited again.`,
        undo: { label: 'Undo', run: undo },
      });
    });
  };
}

function RecordActions({ record }: { readonly record: PersonRecord }) {
  const confirm = useConfirmDetails();
  const today = useToday();
  const turn = useTurnInvolvement(record);
  const { say } = useToast();
  const saying = useSayingRefusal();
  const { id, name, version, lastConfirmedOn } = record;

  async function confirmToday(): Promise<void> {
    await saying(async () => {
      await confirm.mutateAsync({ id, version });
      say({ words: `Everything about ${name} is confirmed today.` });
    });
  }

  const papers = [
    { title: 'Sounding Board form', load: interestForm(id) },
    { title: 'Consent sheet', load: consentSheet(id) },
    { title: 'Record sheet', load: (size: PaperSize) => loadPersonSheet(id, size) },
  ];

  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mt: 2 }}>
      <Button
        variant="outlined"
        startIcon={<TickIcon />}
        disabled={lastConfirmedOn === today}
        onClick={() => void confirmToday()}
      >
        Everything in order, confirmed today
      </Button>
      {record.notInvolvedSince === null && (
        <Button variant="outlined" onClick={() => void turn()}>
          Note “Not involved, thank you”
        </Button>
      )}
      <PaperMenu words="Print a form" papers={papers} of={name} />
      <Typography sx={{ color: 'text.secondary' }}>
        {lastConfirmedOn === null
          ? 'Never gone through with them yet.'
          : `Last gone through with them on ${formatDateNoWeekday(lastConfirmedOn)}.`}
      </Typography>
    </Box>
  );
}
