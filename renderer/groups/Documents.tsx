import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { DOCUMENT_KIND_WORDS, type GroupDocument } from '#db/groups/group-record.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { DocumentForm, type DocumentOpen } from './DocumentForm.tsx';
import type { PartProps } from './part-props.ts';

/** The papers of the group: what is here in which version, what runs out, what is missing. */
export function Documents({ record, mayChange }: PartProps) {
  const today = useToday();
  const [open, setOpen] = useState<DocumentOpen | null>(null);
  const [withReplaced, setWithReplaced] = useState(false);
  const hasReplaced = record.documents.some((one) => one.replacedById !== null);
  const rows = record.documents.filter((one) => withReplaced || one.replacedById === null);
  return (
    <Card
      component="section"
      title="Documents"
      isWide
      actions={
        mayChange && (
          <Button startIcon={<AddIcon />} onClick={() => setOpen({ what: 'add', before: null })}>
            Add a document
          </Button>
        )
      }
    >
      {record.missingPapers.length > 0 && (
        <Box sx={{ mb: 1.5 }}>
          <StatusWord tone="warning" words={`Missing: ${record.missingPapers.join(', ')}`} />
        </Box>
      )}
      {hasReplaced && (
        <FormControlLabel
          label="Show replaced documents"
          control={<Switch checked={withReplaced} onChange={(_, isOn) => setWithReplaced(isOn)} />}
        />
      )}
      {rows.length === 0 ? (
        <Typography>No documents are here yet.</Typography>
      ) : (
        <DataTable
          label="Documents"
          rows={rows}
          keyOf={(one) => one.id}
          minWidth="44rem"
          columns={[
            { heading: 'Document', cell: (one) => one.title },
            { heading: 'Kind', cell: (one) => DOCUMENT_KIND_WORDS[one.kind] },
            { heading: 'Version', cell: (one) => one.version },
            { heading: 'Received', cell: (one) => formatDateNoWeekday(one.receivedOn) },
            { heading: 'Runs out', cell: (one) => <RunsOut document={one} today={today} /> },
            { heading: 'Kept', cell: (one) => one.whereKept },
            { heading: 'Note', cell: (one) => one.note, isPersonal: true },
            ...(mayChange
              ? [
                  {
                    heading: 'Do',
                    cell: (one: GroupDocument) => (
                      <Box sx={{ display: 'flex', flexWrap: 'wrap' }}>
                        {one.replacedById === null && (
                          <Button
                            size="small"
                            aria-label={`Replace ${one.title}`}
                            onClick={() => setOpen({ what: 'add', before: one })}
                          >
                            Replace
                          </Button>
                        )}
                        <Button
                          size="small"
                          aria-label={`Put right ${one.title}`}
                          onClick={() => setOpen({ what: 'change', before: one })}
                        >
                          Put right
                        </Button>
                      </Box>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {open !== null && <DocumentForm record={record} open={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function RunsOut(props: { readonly document: GroupDocument; readonly today: string }) {
  const { expiresOn, replacedById } = props.document;
  if (replacedById !== null) return <StatusWord tone="quiet" words="Replaced" />;
  if (expiresOn === null) return null;
  return (
    <>
      <Box component="span" sx={{ display: 'block', whiteSpace: 'nowrap' }}>
        {formatDateNoWeekday(expiresOn)}
      </Box>
      {expiresOn < props.today && <StatusWord tone="bad" words="Has run out" />}
    </>
  );
}
