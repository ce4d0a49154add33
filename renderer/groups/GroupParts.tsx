import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { GroupRecord } from '#db/groups/group-record.contract';
import type { Group } from '#db/groups/groups.contract';
import { DESK_ROLES } from '#db/shared/access';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan } from '../app/session-context.tsx';
import { ROOM } from '../app/theme.ts';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { FactList } from '../shared/FactList.tsx';
import { EditIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { Dates } from './Dates.tsx';
import { Documents } from './Documents.tsx';
import { useChangeGroupRecord, useGroupRecord } from './group-record.queries.ts';
import { GroupActions } from './GroupActions.tsx';
import { GroupRecordForm } from './GroupRecordForm.tsx';
import { HomesCovered } from './HomesCovered.tsx';
import type { PartProps } from './part-props.ts';
import { GroupLinks, recordFacts } from './record-facts.tsx';
import { RecordFormSchema, recordFormValues } from './record-form-values.ts';
import { Represents } from './Represents.tsx';
import { Support } from './Support.tsx';

/** Everything this module knows of a group, in blocks; each has its own form. */
export function GroupParts({ group }: { readonly group: Group }) {
  const record = useGroupRecord(group.id);
  const mayChange = useCan(DESK_ROLES);
  if (record.data === undefined)
    return record.isError ? (
      <ProblemPanel
        error={record.error}
        what="What is known of this group"
        onTryAgain={() => void record.refetch()}
      />
    ) : (
      <LoadingShape lines={4} />
    );
  const common = { record: record.data, mayChange };
  return (
    <>
      <EndedNotice record={record.data} />
      {record.data.warnings.map((words) => (
        <Box key={words} sx={{ mt: 1.5 }}>
          <StatusWord tone="warning" words={words} />
        </Box>
      ))}
      <GroupActions {...common} />
      <Box sx={{ display: 'grid', gap: 2, mt: 3, [ROOM.wide]: { gridTemplateColumns: '1fr 1fr' } }}>
        <About {...common} />
        <Dates {...common} />
        <HomesCovered {...common} />
        <Represents {...common} />
        <Documents {...common} />
        <Support {...common} />
      </Box>
    </>
  );
}

/** At the top of a group that ended: since when, why, and which group goes on in its place. */
function EndedNotice({ record }: { readonly record: GroupRecord }) {
  if (record.endedOn === null) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <NoticeBox label="This group has ended">
        <Typography sx={{ fontWeight: 660 }}>
          Ended on {formatDateNoWeekday(record.endedOn)}
        </Typography>
        <Typography>{record.endReason}</Typography>
        {record.successor !== null && (
          <Typography>
            In its place: <GroupLinks groups={[record.successor]} />
          </Typography>
        )}
        <Typography>Everything on record stays here.</Typography>
      </NoticeBox>
    </Box>
  );
}

function About({ record, mayChange }: PartProps) {
  const [isOpen, setIsOpen] = useState(false);
  const change = useChangeGroupRecord();
  const { say } = useToast();
  const facts = recordFacts(record);

  function tell(saved: GroupRecord): void {
    const before = RecordFormSchema.parse(recordFormValues(record));
    setIsOpen(false);
    say({
      words: `Changed: ${saved.name}.`,
      undo: {
        label: 'Undo',
        run: () => change.mutateAsync({ ...before, id: saved.id, version: saved.version }),
      },
    });
  }

  return (
    <Card
      component="section"
      title="About the group"
      actions={
        mayChange && (
          <Button
            startIcon={<EditIcon />}
            aria-label="Change: about the group"
            onClick={() => setIsOpen(true)}
          >
            Change
          </Button>
        )
      }
    >
      {facts.length === 0 ? (
        <Typography>Nothing entered yet.</Typography>
      ) : (
        <FactList facts={facts} />
      )}
      {isOpen && (
        <GroupRecordForm record={record} onSaved={tell} onClose={() => setIsOpen(false)} />
      )}
    </Card>
  );
}
