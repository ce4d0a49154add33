import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  DOCUMENT_KIND_WORDS,
  DocumentKind,
  type GroupDocument,
  GroupDocumentDetails,
  type GroupRecord,
} from '#db/groups/group-record.contract';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import {
  useAddDocument,
  useChangeDocument,
  useRestoreDocument,
  useWithdrawDocument,
} from './group-record.queries.ts';
import { OnRecordNow } from '../shared/OnRecordNow.tsx';
import { dayOr } from './record-facts.tsx';
import { useQuickerChange } from './use-quicker-change.ts';

/** A new document, perhaps in place of one before, or one that is put right. */
export type DocumentOpen =
  | { readonly what: 'add'; readonly before: GroupDocument | null }
  | { readonly what: 'change'; readonly before: GroupDocument };

const KINDS = DocumentKind.options.map((value) => ({ value, words: DOCUMENT_KIND_WORDS[value] }));

type Props = {
  readonly record: GroupRecord;
  readonly open: DocumentOpen;
  readonly onClose: () => void;
};

/** Enters a document; a new version takes the place of the one before, which stays on record. */
export function DocumentForm({ record, open, onClose }: Props) {
  const add = useAddDocument();
  const change = useChangeDocument();
  const withdraw = useWithdrawDocument();
  const restore = useRestoreDocument();
  const today = useToday();
  const { say } = useToast();
  const saying = useSayingRefusal();
  const { before } = open;
  const quicker = useQuickerChange(record.id, startOf(open, today), ({ documents }) => {
    const now = documents.find((one) => one.id === before?.id);
    return now === undefined ? undefined : detailsOf(now);
  });
  const form = useContractForm(GroupDocumentDetails, startOf(open, today), {
    onSubmit: async (typed) => {
      if (open.what === 'change') {
        const { id } = open.before;
        const was = quicker.shown;
        const saved = await quicker.saving((shown) => change.mutateAsync({ ...typed, id, shown }));
        onClose();
        say({
          words: `Put right: ${typed.title}.`,
          undo: {
            label: 'Undo',
            run: () => change.mutateAsync({ ...was, id, shown: detailsOf(saved) }),
          },
        });
        return;
      }
      const made = await add.mutateAsync({
        ...typed,
        groupId: record.id,
        replacesId: before?.id ?? null,
      });
      onClose();
      say({
        words: `${typed.title} is entered.`,
        undo: { label: 'Undo', run: () => withdraw.mutateAsync({ id: made.id }) },
      });
    },
  });

  async function takeOff({ id, replacedById, title, ...rest }: GroupDocument): Promise<void> {
    const replacesId = record.documents.find((one) => one.replacedById === id)?.id ?? null;
    await saying(async () => {
      await withdraw.mutateAsync({ id });
      onClose();
      say({
        words: `${title} is taken off the record.`,
        undo: {
          label: 'Undo',
          run: () => restore.mutateAsync({ ...rest, title, replacesId, replacedById }),
        },
      });
    });
  }

  return (
    <FormDialog
      title={
        open.what === 'change'
          ? `Put right: ${open.before.title}`
          : before === null
            ? 'Add a document'
            : `Replace ${before.title}`
      }
      onClose={onClose}
    >
      <ContractFormBody form={form} label="Document">
        {open.what === 'add' && before !== null && (
          <Typography>The one before stays on record as replaced.</Typography>
        )}
        {quicker.theirs !== undefined && <OnRecordNow facts={documentFacts(quicker.theirs)} />}
        <SelectField name="kind" label="What kind of document is it?" options={KINDS} />
        <TextField name="title" label="What is it called?" takesFocus />
        <TextField name="version" label="Version" isOptional width="12rem" />
        <FieldRow>
          <LocalDateField name="datedOn" label="Dated" hint="" isOptional />
          <LocalDateField name="receivedOn" label="Received on" hint="" />
        </FieldRow>
        <LocalDateField
          name="expiresOn"
          label="Runs out on"
          hint="That day is included; reminders come eight and four weeks before"
          isOptional
        />
        <TextField name="whereKept" label="Where is it kept?" isOptional />
        <TextField
          name="note"
          label="Note"
          hint="Such as who signed it, or what the group added to the code"
          lines={2}
          isOptional
          isPersonal
        />
        <FormButtons
          saveWords={open.what === 'change' ? 'Save the changes' : 'Add the document'}
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
        {open.what === 'change' && (
          <Button
            color="error"
            sx={{ justifySelf: 'start' }}
            onClick={() => void takeOff(open.before)}
          >
            Entered by mistake: take it off the record
          </Button>
        )}
      </ContractFormBody>
    </FormDialog>
  );
}

const documentFacts = (document: GroupDocumentDetails) =>
  [
    { label: 'Kind', value: DOCUMENT_KIND_WORDS[document.kind] },
    { label: 'Called', value: document.title },
    { label: 'Version', value: document.version },
    { label: 'Dated', value: dayOr(document.datedOn, '') },
    { label: 'Received on', value: dayOr(document.receivedOn, '') },
    { label: 'Runs out on', value: dayOr(document.expiresOn, '') },
    { label: 'Kept', value: document.whereKept },
    { label: 'Note', value: document.note, isPersonal: true },
  ].filter(({ value }) => value !== '');

function detailsOf(document: GroupDocument): GroupDocumentDetails {
  const { id: _, groupId: __, replacedById: ___, ...details } = document;
  return details;
}

function startOf(open: DocumentOpen, today: GroupDocument['receivedOn']): GroupDocumentDetails {
  const { before } = open;
  if (open.what === 'change') return detailsOf(open.before);
  return {
    kind: before?.kind ?? 'constitution',
    title: before?.title ?? '',
    version: '',
    datedOn: null,
    receivedOn: today,
    expiresOn: null,
    whereKept: before?.whereKept ?? '',
    note: '',
  };
}
