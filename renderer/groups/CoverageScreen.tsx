import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useState } from 'react';
import { AREA_KIND_WORDS } from '#db/areas/areas.contract';
import type { CoverageLine } from '#db/groups/groups-api.contract';
import { COVER_WORDS, coverageTitle, coverageWords } from '#db/groups/register-words.rules';
import { countOf } from '#db/shared/plain-words';
import { DataTable } from '../shared/DataTable.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PrintIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SaveAsMenu } from '../shared/SaveAsMenu.tsx';
import { StatusWord, type Tone } from '../shared/StatusWord.tsx';
import { groupPaper, groupTable, useCoverage } from './group-record.queries.ts';
import { LinkOfficers } from './LinkOfficers.tsx';
import { GroupLinks } from './record-facts.tsx';

const TONES: Readonly<Record<CoverageLine['cover'], Tone>> = {
  group: 'good',
  rep: 'info',
  none: 'warning',
};

/** Each area with the groups and representatives that are there for it, and those with nobody (GRP-20). */
export function CoverageScreen() {
  const [onlyWithout, setOnlyWithout] = useState(false);
  const [isPrinting, setIsPrinting] = useState(false);
  const [onlySchemes, setOnlySchemes] = useState(false);
  const filter = { onlyWithout, onlySchemes };
  const coverage = useCoverage(filter);
  return (
    <>
      <PageHeader
        title="Areas and their groups"
        actions={
          <>
            <SaveAsMenu tables={[{ load: groupTable.coverage(filter) }]} />
            <Button
              variant="outlined"
              startIcon={<PrintIcon />}
              onClick={() => setIsPrinting(true)}
            >
              Print the list
            </Button>
          </>
        }
      />
      <FormControlLabel
        label={onlySchemes ? 'Only schemes without an association' : 'Only areas with nobody'}
        control={<Switch checked={onlyWithout} onChange={(_, isOn) => setOnlyWithout(isOn)} />}
      />
      <FormControlLabel
        label="Only sheltered and supported schemes"
        control={<Switch checked={onlySchemes} onChange={(_, isOn) => setOnlySchemes(isOn)} />}
      />
      {coverage.isError ? (
        <ProblemPanel
          error={coverage.error}
          what="The list of areas"
          onTryAgain={() => void coverage.refetch()}
        />
      ) : coverage.data === undefined ? (
        <LoadingShape lines={6} />
      ) : coverage.data.length === 0 ? (
        <EmptyState
          words={
            onlyWithout
              ? coverageWords([], filter)
              : onlySchemes
                ? 'No schemes are entered yet. A manager enters them in Settings, among the areas.'
                : 'No areas are entered yet. A manager enters them in Settings.'
          }
        />
      ) : (
        <DataTable
          label="Areas and their groups"
          rows={coverage.data}
          keyOf={(line) => line.areaId}
          countWords={`${countOf(coverage.data.length, onlySchemes ? 'scheme' : 'area')}. ${coverageWords(coverage.data, filter)}`}
          columns={[
            {
              heading: 'Area',
              cell: (line) => (
                <Box sx={{ paddingInlineStart: onlyWithout || onlySchemes ? 0 : line.depth * 2 }}>
                  {line.areaName}
                </Box>
              ),
            },
            { heading: 'Kind', cell: (line) => AREA_KIND_WORDS[line.areaKind] },
            {
              heading: 'Who is there',
              cell: (line) => (
                <StatusWord tone={TONES[line.cover]} words={COVER_WORDS[line.cover]} />
              ),
            },
            ...(onlySchemes
              ? [
                  {
                    heading: 'Association of its own',
                    cell: (line: CoverageLine) =>
                      line.hasSchemeGroup ? (
                        <StatusWord tone="good" words="Yes" />
                      ) : (
                        <StatusWord tone="warning" words="No" />
                      ),
                  },
                ]
              : []),
            {
              heading: 'Groups and representatives',
              cell: (line) => <GroupLinks groups={line.groups} />,
            },
          ]}
        />
      )}
      {isPrinting && (
        <PaperDialog
          isOpen
          title={coverageTitle(filter)}
          load={groupPaper.coverage(filter)}
          onClose={() => setIsPrinting(false)}
        />
      )}
      <LinkOfficers />
    </>
  );
}
