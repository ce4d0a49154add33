import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import type { PersonRecord } from '#db/people/person-record.contract';
import { ROOM } from '../app/theme.ts';
import { useToast } from '../app/toasts.tsx';
import { useAreas } from '../areas/areas.queries.ts';
import { Card } from '../shared/Card.tsx';
import { type Fact, FactList } from '../shared/FactList.tsx';
import { EditIcon } from '../shared/icons.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { useChangePersonRecord } from './people.queries.ts';
import {
  GuardianFields,
  InvolvementFields,
  NeedsFields,
  ReachFields,
} from './record-form-fields.tsx';
import {
  type BlockChanges,
  GuardianFormSchema,
  guardianValues,
  InvolvementFormSchema,
  involvementValues,
  NeedsFormSchema,
  needsValues,
  ReachFormSchema,
  reachValues,
} from './record-forms.ts';
import { RecordFormDialog } from './RecordFormDialog.tsx';
import {
  guardianFacts,
  involvementFacts,
  needsFacts,
  reachFacts,
  reachWarnings,
} from './record-facts.ts';

type BlockName = 'reach' | 'needs' | 'involvement' | 'guardian';

/** What is known of a person in blocks, each with a form of its own. */
export function RecordBlocks({ record }: { readonly record: PersonRecord }) {
  const areas = useAreas().data ?? [];
  const change = useChangePersonRecord();
  const { say } = useToast();
  const [open, setOpen] = useState<BlockName | null>(null);

  function tell(saved: PersonRecord, before: BlockChanges): void {
    setOpen(null);
    say({
      words: `Changed: ${saved.name}.`,
      undo: {
        label: 'Undo',
        run: () => change.mutateAsync({ ...before, id: saved.id, version: saved.version }),
      },
    });
  }
  const close = () => setOpen(null);
  const common = { record, onClose: close };

  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 3, [ROOM.wide]: { gridTemplateColumns: '1fr 1fr' } }}>
      <Block
        title="How to reach them"
        facts={reachFacts(record, areas)}
        warnings={reachWarnings(record)}
        onChange={() => setOpen('reach')}
      />
      <Block title="Needs" facts={needsFacts(record)} onChange={() => setOpen('needs')} />
      <Block
        title="Involvement"
        facts={involvementFacts(record)}
        onChange={() => setOpen('involvement')}
      />
      <Block
        title="Under 18"
        facts={guardianFacts(record)}
        emptyWords="Not under 18, as far as we know."
        onChange={() => setOpen('guardian')}
      />
      {open === 'reach' && (
        <RecordFormDialog
          {...common}
          title="How to reach them"
          schema={ReachFormSchema}
          values={reachValues(record)}
          factsOf={(theirs) => reachFacts(theirs, areas)}
          onSaved={(saved) => tell(saved, ReachFormSchema.parse(reachValues(record)))}
        >
          <ReachFields record={record} />
        </RecordFormDialog>
      )}
      {open === 'needs' && (
        <RecordFormDialog
          {...common}
          title="Needs"
          schema={NeedsFormSchema}
          values={needsValues(record)}
          factsOf={needsFacts}
          onSaved={(saved) => tell(saved, NeedsFormSchema.parse(needsValues(record)))}
        >
          <NeedsFields />
        </RecordFormDialog>
      )}
      {open === 'involvement' && (
        <RecordFormDialog
          {...common}
          title="Involvement"
          schema={InvolvementFormSchema}
          values={involvementValues(record)}
          factsOf={involvementFacts}
          onSaved={(saved) => {
            const { interests } = record;
            tell(saved, { ...InvolvementFormSchema.parse(involvementValues(record)), interests });
          }}
        >
          <InvolvementFields record={record} />
        </RecordFormDialog>
      )}
      {open === 'guardian' && (
        <RecordFormDialog
          {...common}
          title="Under 18"
          schema={GuardianFormSchema}
          values={guardianValues(record)}
          factsOf={guardianFacts}
          onSaved={(saved) => tell(saved, GuardianFormSchema.parse(guardianValues(record)))}
        >
          <GuardianFields />
        </RecordFormDialog>
      )}
    </Box>
  );
}

function Block(props: {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly warnings?: readonly string[];
  readonly emptyWords?: string;
  readonly onChange: () => void;
}) {
  const { title, facts, warnings = [], emptyWords = 'Nothing entered yet.' } = props;
  const body: ReactNode =
    facts.length === 0 ? <Typography>{emptyWords}</Typography> : <FactList facts={facts} />;
  return (
    <Card
      component="section"
      title={title}
      actions={
        <Button
          startIcon={<EditIcon />}
          aria-label={`Change: ${title.toLowerCase()}`}
          onClick={props.onChange}
        >
          Change
        </Button>
      }
    >
      {body}
      {warnings.map((words) => (
        <Box key={words} sx={{ mt: 1 }}>
          <StatusWord tone="warning" words={words} />
        </Box>
      ))}
    </Card>
  );
}
