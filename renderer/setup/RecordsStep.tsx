import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { z } from 'zod';
import type { FolderCheck } from '#db/setup/setup.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FactList } from '../shared/FactList.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import type { StepProps } from './SetupScreen.tsx';
import { useCheckFolder, useChooseFolder } from './setup.queries.ts';
import { StepButtons } from './StepButtons.tsx';

const Folder = z.object({
  path: z.string().trim().min(1, 'Enter the folder for the records.').max(1000),
});

const BYTES_PER_GIGABYTE = 1_000_000_000;

/** Settles the folder on this computer in which the centre's records are kept. */
export function RecordsStep(props: StepProps) {
  const { folder, folderIsFixed } = props.progress;
  const choose = useChooseFolder();
  const check = useCheckFolder();
  const isSettled = folderIsFixed || props.isDone;
  const form = useContractForm(
    Folder,
    { path: folder.path },
    {
      onSubmit: async ({ path }) => {
        if (!props.isDone) await choose.mutateAsync(path);
        props.onNext();
      },
    },
  );
  const checked = check.data ?? folder;

  return (
    <ContractFormBody form={form}>
      <Typography>
        Everything is kept in one folder on this computer. Nothing is sent anywhere. A folder that
        is copied to the internet, or that lies on another computer, can damage the records.
      </Typography>
      {isSettled ? (
        <FactList facts={[{ label: 'Folder', value: folder.path }]} />
      ) : (
        <Box>
          <TextField
            name="path"
            label="Folder for the records"
            hint="The suggested folder suits most centres."
            spellCheck={false}
          />
          <Button
            variant="outlined"
            onClick={() => check.mutate(form.form.getValues('path'))}
            sx={{ marginTop: 1 }}
          >
            Check this folder
          </Button>
        </Box>
      )}
      <FolderWords check={checked} />
      {check.error === null ? null : <Typography color="error">{check.error.message}</Typography>}
      <StepButtons
        words={isSettled ? 'Continue' : 'Keep the records here'}
        isSending={form.isSending}
        onBack={props.onBack}
      />
    </ContractFormBody>
  );
}

function FolderWords(props: { readonly check: FolderCheck }) {
  const { path, problems, freeBytes, hasCentre } = props.check;
  const free =
    freeBytes === null
      ? ''
      : ` ${Math.floor(freeBytes / BYTES_PER_GIGABYTE)} GB are free, which is plenty for years.`;
  return (
    <Box role="status" sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      {problems.length === 0 ? (
        <>
          <StatusWord tone="good" words="This folder will do" />
          <span>
            {path}.{hasCentre ? ' It already holds a centre, which will be opened.' : free}
          </span>
        </>
      ) : (
        <>
          <StatusWord tone="bad" words="Choose another folder" />
          {problems.map((problem) => (
            <span key={problem}>{problem}</span>
          ))}
        </>
      )}
    </Box>
  );
}
