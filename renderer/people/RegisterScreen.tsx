import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { AreaId } from '#db/areas/areas.contract';
import type { NeedCount, RegisterMember } from '#db/people/people-api.contract';
import { SERVICE_AREAS } from '#db/people/person-record.contract';
import { percentOf } from '#db/people/person-record.rules';
import { countOf, formatDateNoWeekday, joinWords } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { areaOptions } from '../areas/area-options.ts';
import { useAreas } from '../areas/areas.queries.ts';
import { boardReport } from '../mailings/mailings.queries.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FactList } from '../shared/FactList.tsx';
import { PrintIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SaveAsMenu } from '../shared/SaveAsMenu.tsx';
import { PlainSelect } from './PlainSelect.tsx';
import { interestForm, peopleTable, useNeeds, useRegister } from './people.queries.ts';

const QUIET = [
  { value: '3', words: 'Not contacted for 3 months' },
  { value: '6', words: 'Not contacted for 6 months' },
  { value: '12', words: 'Not contacted for a year' },
];
const INTERESTS = SERVICE_AREAS.map((value) => ({ value, words: value }));

/** The Sounding Board: who is on it, who was not asked for long, and what is needed where (PPL-01, PPL-02, PPL-14). */
export function RegisterScreen() {
  const areas = useAreas().data ?? [];
  const [serviceArea, setServiceArea] = useState('');
  const [areaId, setAreaId] = useState('');
  const [quiet, setQuiet] = useState('');
  const [prints, setPrints] = useState<'form' | 'list' | null>(null);
  const asked = {
    serviceArea,
    areaId: areaId === '' ? null : (areaId as AreaId),
    quietMonths: quiet === '' ? null : Number(quiet),
  };
  const register = useRegister(asked);
  const printed = {
    serviceArea,
    areaId: asked.areaId,
    ...(asked.quietMonths === null ? {} : { quietMonths: asked.quietMonths }),
  };
  const isFiltered = serviceArea !== '' || areaId !== '' || quiet !== '';

  return (
    <>
      <PageHeader
        title="Sounding Board"
        actions={
          <>
            <Button component={RouterLink} to={pathTo.mailings()}>
              Mailings
            </Button>
            <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => setPrints('form')}>
              Print the blank form
            </Button>
            <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => setPrints('list')}>
              Print the list
            </Button>
            <SaveAsMenu tables={[{ load: peopleTable.members(asked), isLong: true }]} />
            <Button variant="contained" component={RouterLink} to={pathTo.newMailing()}>
              New mailing
            </Button>
          </>
        }
      />
      {register.isError ? (
        <ProblemPanel
          error={register.error}
          what="The Sounding Board"
          onTryAgain={() => void register.refetch()}
        />
      ) : register.data === undefined ? (
        <LoadingShape lines={6} />
      ) : (
        <>
          <FactList
            facts={[
              { label: 'Members', value: countOf(register.data.register.size, 'member') },
              { label: 'Members we can reach', value: reachedWords(register.data.register) },
              { label: 'Everybody on record', value: reachedWords(register.data.everybody) },
            ]}
          />
          <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, my: 2 }}>
            <PlainSelect
              label="Interested in"
              value={serviceArea}
              onChoose={setServiceArea}
              options={INTERESTS}
              emptyWords="Anything"
            />
            <PlainSelect
              label="Living in"
              value={areaId}
              onChoose={setAreaId}
              options={areaOptions(areas, null)}
              emptyWords="Any area"
            />
            <PlainSelect
              label="Last contact"
              value={quiet}
              onChoose={setQuiet}
              options={QUIET}
              emptyWords="Whenever"
            />
          </Box>
          {register.data.members.length === 0 ? (
            <EmptyState
              words={
                isFiltered
                  ? 'Nobody on the Sounding Board fits this. Choose less.'
                  : 'Nobody is on the Sounding Board yet. Open a person and change Involvement.'
              }
            />
          ) : (
            <MembersTable members={register.data.members} total={register.data.total} />
          )}
        </>
      )}
      <NeedsByArea />
      {prints !== null && (
        <PaperDialog
          isOpen
          title={prints === 'form' ? 'Sounding Board form' : 'Sounding Board'}
          load={prints === 'form' ? interestForm(null) : boardReport(printed)}
          onClose={() => setPrints(null)}
        />
      )}
    </>
  );
}

const reachedWords = (of: {
  readonly size: number;
  readonly withPhone: number;
  readonly withEmail: number;
}): string =>
  `${of.withPhone} of ${of.size} by phone (${percentOf(of.withPhone, of.size)}%), ${of.withEmail} by e-mail (${percentOf(of.withEmail, of.size)}%)`;

function MembersTable(props: {
  readonly members: readonly RegisterMember[];
  readonly total: number;
}) {
  const { members, total } = props;
  return (
    <DataTable
      label="Members"
      rows={members}
      keyOf={({ id }) => id}
      minWidth="52rem"
      countWords={
        members.length < total
          ? `The first ${members.length} of ${countOf(total, 'member')}. Choose more above to find the others.`
          : countOf(total, 'member')
      }
      columns={[
        {
          heading: 'Name',
          cell: ({ id, name }) => (
            <Link component={RouterLink} to={pathTo.person(id)}>
              {name}
            </Link>
          ),
          isPersonal: true,
        },
        { heading: 'Phone', cell: ({ phone }) => phone, isPersonal: true, isShort: true },
        { heading: 'E-mail', cell: ({ email }) => email, isPersonal: true },
        { heading: 'Area', cell: ({ areaName }) => areaName },
        { heading: 'Interested in', cell: ({ serviceAreas }) => joinWords(serviceAreas) },
        {
          heading: 'Time',
          cell: ({ hoursPerMonth, noMeetings }) =>
            [
              hoursPerMonth === null ? '' : `${countOf(hoursPerMonth, 'hour')} a month`,
              noMeetings ? 'no meetings' : '',
            ]
              .filter((part) => part !== '')
              .join(', '),
        },
        {
          heading: 'Last contact',
          cell: ({ lastContactedOn }) =>
            lastContactedOn === null ? 'Never' : formatDateNoWeekday(lastContactedOn),
        },
      ]}
    />
  );
}

/** How many people need which format, language or help, area by area. */
function NeedsByArea() {
  const needs = useNeeds();
  return (
    <Box component="section" aria-labelledby="needs-by-area" sx={{ mt: 4 }}>
      <Typography variant="h2" id="needs-by-area" sx={{ mb: 1 }}>
        What people need, by area
      </Typography>
      {needs.isError ? (
        <ProblemPanel
          error={needs.error}
          what="What people need"
          onTryAgain={() => void needs.refetch()}
        />
      ) : needs.data === undefined ? (
        <LoadingShape lines={3} />
      ) : needs.data.length === 0 ? (
        <Typography>No formats, languages or help are entered for anybody yet.</Typography>
      ) : (
        <DataTable<NeedCount>
          label="Needs by area"
          rows={needs.data}
          keyOf={({ areaId, need }) => `${areaId} ${need}`}
          columns={[
            {
              heading: 'Area',
              cell: ({ areaName }) => (areaName === '' ? 'Area not entered' : areaName),
            },
            { heading: 'Need', cell: ({ need }) => need },
            { heading: 'People', cell: ({ people }) => String(people), isFigure: true },
          ]}
        />
      )}
    </Box>
  );
}
