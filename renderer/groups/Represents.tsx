import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { GroupRecord, Representation } from '#db/groups/group-record.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { AddIcon } from '../shared/icons.tsx';
import type { PartProps } from './part-props.ts';
import {
  EndRepresentationForm,
  NewRepresentationForm,
  ReportForm,
} from './representation-forms.tsx';

type Open =
  | { readonly what: 'new' }
  | { readonly what: 'end' | 'report'; readonly one: Representation };

/** Who speaks for the group on other bodies, and who sits on it for others (GRP-19). */
export function Represents({ record, mayChange }: PartProps) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <Card
      component="section"
      title="Speaks for it elsewhere"
      isWide={record.homes.length > 0}
      actions={
        mayChange && (
          <Button startIcon={<AddIcon />} onClick={() => setOpen({ what: 'new' })}>
            Add a representative
          </Button>
        )
      }
    >
      {record.representation.length === 0 ? (
        <Typography>Nobody speaks for it on another body.</Typography>
      ) : (
        <DataTable
          label="Speaks for it elsewhere"
          rows={record.representation}
          keyOf={(one) => one.id}
          columns={[
            {
              heading: 'Body',
              cell: (one) => (
                <Link component={RouterLink} to={pathTo.group(one.bodyGroupId)}>
                  {one.bodyName}
                </Link>
              ),
            },
            {
              heading: 'Person',
              isPersonal: true,
              cell: (one) => (
                <Link component={RouterLink} to={pathTo.person(one.personId)}>
                  {one.personName}
                </Link>
              ),
            },
            { heading: 'From', cell: (one) => formatDateNoWeekday(one.from) },
            {
              heading: 'Until',
              cell: (one) => (one.until === null ? '' : formatDateNoWeekday(one.until)),
            },
            ...(mayChange
              ? [
                  {
                    heading: 'Do',
                    cell: (one: Representation) => (
                      <Box sx={{ display: 'flex', flexWrap: 'wrap' }}>
                        <Button
                          size="small"
                          aria-label={`Ask for a report from ${one.bodyName}`}
                          onClick={() => setOpen({ what: 'report', one })}
                        >
                          Ask for a report
                        </Button>
                        <Button
                          size="small"
                          aria-label={`Set the last day on ${one.bodyName}`}
                          onClick={() => setOpen({ what: 'end', one })}
                        >
                          Last day
                        </Button>
                      </Box>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Represented record={record} />
      {open?.what === 'new' && <NewRepresentationForm record={record} onClose={close} />}
      {open?.what === 'end' && <EndRepresentationForm one={open.one} onClose={close} />}
      {open?.what === 'report' && <ReportForm one={open.one} onClose={close} />}
    </Card>
  );
}

function Represented({ record }: { readonly record: GroupRecord }) {
  const now = record.represented.filter((one) => one.until === null);
  if (now.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography sx={{ fontWeight: 620 }}>Sits on it for another group</Typography>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
        {now.map((one) => (
          <li key={one.id}>
            <span data-personal="">{one.personName}</span>, for{' '}
            <Link component={RouterLink} to={pathTo.group(one.groupId)}>
              {one.groupName}
            </Link>
          </li>
        ))}
      </Box>
    </Box>
  );
}
