import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { CodeLine, CodeVersionLine } from '#db/agreements/agreements.contract';
import { agreementsContract } from '#db/agreements/agreements-api.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord, type Tone } from '../shared/StatusWord.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { dayWords } from './agreement-words.ts';
import {
  useAddCodeVersion,
  useCodeStanding,
  useCodeVersions,
  useWithdrawCodeVersion,
} from './agreements.queries.ts';

const STANDING: Readonly<Record<CodeLine['standing'], { tone: Tone; words: string }>> = {
  old: { tone: 'warning', words: 'On an old version' },
  none: { tone: 'info', words: 'None adopted' },
  current: { tone: 'good', words: 'On the version in force' },
};

/** Which group adopted which version of the council's code of conduct (GRP-10). */
export function CodeScreen() {
  const standing = useCodeStanding();
  const versions = useCodeVersions().data ?? [];
  const mayAdd = useCan(MANAGER_ONLY);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <PageHeader
        title="Code of conduct by group"
        actions={
          <>
            {mayAdd && (
              <Button variant="contained" startIcon={<AddIcon />} onClick={() => setIsAdding(true)}>
                Enter a version of the code
              </Button>
            )}
            <Button component={RouterLink} to={pathTo.agreements()} variant="outlined">
              All agreements
            </Button>
          </>
        }
      />
      {versions.length === 0 ? (
        <Typography sx={{ mb: 2 }}>
          No version of the council’s code is entered yet, so none is old.
        </Typography>
      ) : (
        <VersionsTable versions={versions} mayTakeBack={mayAdd} />
      )}
      {standing.isError ? (
        <ProblemPanel
          error={standing.error}
          what="The list of groups"
          onTryAgain={() => void standing.refetch()}
        />
      ) : standing.data === undefined ? (
        <LoadingShape lines={6} />
      ) : standing.data.lines.length === 0 ? (
        <EmptyState words="There are no groups yet." />
      ) : (
        <StandingTable lines={standing.data.lines} />
      )}
      {isAdding && <VersionForm onClose={() => setIsAdding(false)} />}
    </>
  );
}

/** What the council's code is called from which day; one typed wrongly is taken back while no group has signed it. */
function VersionsTable(props: {
  readonly versions: readonly CodeVersionLine[];
  readonly mayTakeBack: boolean;
}) {
  const { versions, mayTakeBack } = props;
  const withdraw = useWithdrawCodeVersion();
  const add = useAddCodeVersion();
  const { say } = useToast();
  const saying = useSayingRefusal();

  const takeBack = ({ version, from }: CodeVersionLine) =>
    saying(async () => {
      await withdraw.mutateAsync(version);
      say({
        words: `Version ${version} of the code is taken back.`,
        undo: { label: 'Undo', run: () => add.mutateAsync({ version, from }) },
      });
    });

  return (
    <Box sx={{ mb: 3, maxWidth: '36rem' }}>
      <DataTable
        label="Versions of the code"
        rows={versions}
        keyOf={({ version }) => version}
        columns={[
          { heading: 'Version of the code', cell: ({ version }) => version },
          { heading: 'In force from', cell: ({ from }) => formatDateNoWeekday(from) },
          ...(mayTakeBack && versions.some(({ isAdopted }) => !isAdopted)
            ? [
                {
                  heading: 'Do',
                  cell: (line: CodeVersionLine) =>
                    !line.isAdopted && (
                      <Button
                        size="small"
                        aria-label={`Take back version ${line.version}`}
                        onClick={() => void takeBack(line)}
                      >
                        Take back
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Box>
  );
}

function StandingTable({ lines }: { readonly lines: readonly CodeLine[] }) {
  const old = lines.filter((line) => line.standing === 'old').length;
  return (
    <DataTable
      label="Code of conduct by group"
      rows={lines}
      keyOf={(line) => line.groupId}
      minWidth="36rem"
      countWords={`${countOf(lines.length, 'group')}, ${old} on an old version.`}
      columns={[
        {
          heading: 'Group',
          cell: (line) => (
            <Link component={RouterLink} to={pathTo.group(line.groupId)}>
              {line.groupName}
            </Link>
          ),
        },
        { heading: 'Code', cell: (line) => <StatusWord {...STANDING[line.standing]} /> },
        {
          heading: 'Version adopted',
          cell: (line) =>
            line.agreementId === null ? (
              ''
            ) : (
              <Link component={RouterLink} to={pathTo.agreement(line.agreementId)}>
                {line.adoptedVersion}
              </Link>
            ),
        },
        { heading: 'Adopted on', isShort: true, cell: (line) => dayWords(line.adoptedOn) },
        { heading: 'Own clauses', cell: (line) => (line.hasAddedClauses ? 'Yes' : '') },
      ]}
    />
  );
}

function VersionForm({ onClose }: { readonly onClose: () => void }) {
  const add = useAddCodeVersion();
  const withdraw = useWithdrawCodeVersion();
  const today = useToday();
  const { say } = useToast();
  const form = useContractForm(
    agreementsContract.addCodeVersion.input,
    { version: '', from: today },
    {
      onSubmit: async (wanted) => {
        await add.mutateAsync(wanted);
        onClose();
        say({
          words: `Version ${wanted.version} of the code is entered.`,
          undo: { label: 'Undo', run: () => withdraw.mutateAsync(wanted.version) },
        });
      },
    },
  );
  return (
    <FormDialog title="A version of the code" onClose={onClose}>
      <ContractFormBody form={form} label="Version of the code">
        <TextField
          name="version"
          label="Which version?"
          hint="As it stands on the council’s code of conduct"
          width="12rem"
          takesFocus
        />
        <LocalDateField name="from" label="In force from" />
        <FormButtons
          saveWords="Enter the version"
          closeWords="Close without entering"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
