import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { FULL_VIEW_ROLES } from '#db/payees/payees-api.contract';
import type { Details, Payee } from '#db/payees/payees.contract';
import type { Party } from '#db/people/party.contract';
import { DESK_ROLES } from '#db/shared/access';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { Private } from '../shared/Private.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { CallBackForm } from './CallBackForm.tsx';
import { DetailsForm } from './DetailsForm.tsx';
import { callWords, maskedWords, stateOf } from './details-words.ts';
import { FullDetailsDialog } from './FullDetailsDialog.tsx';
import { HistoryTable } from './HistoryTable.tsx';
import { Mandate } from './Mandate.tsx';
import {
  bankDetailsForm,
  usePayee,
  useRejectDetails,
  useWithdrawDetails,
} from './payees.queries.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { StagedNotice } from './StagedNotice.tsx';

type Props = { readonly of: Party; readonly name: string };

type Open =
  | { readonly what: 'enter' | 'call-back' | 'reject' | 'withdraw' | 'form' }
  | { readonly what: 'full'; readonly details: Details };

/** How a group or person is paid: masked, with what waits for a second person, the history and the form. */
export function PayeeSection({ of, name }: Props) {
  const payee = usePayee(of);
  const mayEnter = useCan(DESK_ROLES);
  const [open, setOpen] = useState<Open | null>(null);
  const [withHistory, setWithHistory] = useState(false);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const known = payee.data ?? null;
  const isStaged = known !== null && known.staged !== null;

  return (
    <Box sx={{ mt: 3 }}>
      <Card
        component="section"
        title="How they are paid"
        actions={
          <>
            {known !== null && (
              <Button
                aria-expanded={withHistory}
                onClick={() => setWithHistory((isShown) => !isShown)}
              >
                {withHistory ? 'Hide the history' : 'Show the history'}
              </Button>
            )}
            <Button onClick={() => setOpen({ what: 'form' })}>Print the bank details form</Button>
            {mayEnter && known !== null && known.verified !== null && !isStaged && (
              <Button onClick={() => setOpen({ what: 'withdraw' })}>Withdraw them</Button>
            )}
            {mayEnter && payee.data !== undefined && !isStaged && (
              <Button variant="outlined" onClick={() => setOpen({ what: 'enter' })}>
                {known === null ? 'Enter bank details' : 'Change bank details'}
              </Button>
            )}
          </>
        }
      >
        {notes.length > 0 && (
          <NoticeBox>
            {notes.map((note) => (
              <Typography key={note}>{note}</Typography>
            ))}
            <Button onClick={() => setNotes([])}>Close this note</Button>
          </NoticeBox>
        )}
        {payee.isError ? (
          <ProblemPanel
            error={payee.error}
            what="How they are paid"
            onTryAgain={() => void payee.refetch()}
          />
        ) : payee.data === undefined ? (
          <LoadingShape lines={2} />
        ) : known === null ? (
          <Typography>Nobody has entered how they are paid.</Typography>
        ) : (
          <Known
            payee={known}
            onOpen={setOpen}
            onShow={(details) => setOpen({ what: 'full', details })}
          />
        )}
        {withHistory && known !== null && <HistoryTable history={known.history} />}
        {of.kind === 'group' && <Mandate groupId={of.groupId} name={name} />}
      </Card>
      <Opened
        {...{ of, name, payee: known, open }}
        onNotes={setNotes}
        onClose={() => setOpen(null)}
      />
    </Box>
  );
}

function Known(props: {
  readonly payee: Payee;
  readonly onOpen: (open: Open) => void;
  readonly onShow: (details: Details) => void;
}) {
  const { payee } = props;
  const { verified, staged } = payee;
  const maySeeAll = useCan(FULL_VIEW_ROLES);
  const shown = staged ?? verified;
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: 1 }}>
      {staged !== null && (
        <StagedNotice
          payee={payee}
          staged={staged}
          onCallBack={() => props.onOpen({ what: 'call-back' })}
          onReject={() => props.onOpen({ what: 'reject' })}
        />
      )}
      {verified !== null && (
        <>
          <Box>
            <StatusWord {...(staged === null ? stateOf(verified) : FROZEN)} />
          </Box>
          <Typography>
            <Private>
              {maskedWords(verified)}
              {verified.name === '' ? '' : `, ${verified.name}`}
            </Private>
          </Typography>
          <Typography variant="body2" color="textSecondary">
            <Private>{callWords(verified)}</Private>
          </Typography>
        </>
      )}
      {shown === null && (
        <Typography>
          No bank details are in use. The history says what became of those that were entered.
        </Typography>
      )}
      <SameAccounts payee={payee} />
      {maySeeAll && shown?.isReadable === true && (
        <Box>
          <Button variant="outlined" size="small" onClick={() => props.onShow(shown)}>
            Show in full
          </Button>
        </Box>
      )}
    </Box>
  );
}

const FROZEN = { tone: 'quiet', words: 'Checked, and not paid to while others wait' } as const;

function SameAccounts({ payee }: { readonly payee: Payee }) {
  if (payee.sameAccount.length === 0) return null;
  return (
    <Box role="note">
      <StatusWord tone="warning" words="The same account is on record for others" />
      <ul>
        {payee.sameAccount.map((other) => (
          <li key={`${other.payeeId} ${other.state}`}>
            <Link
              component={RouterLink}
              to={
                other.of.kind === 'group'
                  ? pathTo.group(other.of.groupId)
                  : pathTo.person(other.of.personId)
              }
            >
              <Private>{other.name}</Private>
            </Link>
          </li>
        ))}
      </ul>
    </Box>
  );
}

function Opened(props: {
  readonly of: Party;
  readonly name: string;
  readonly payee: Payee | null;
  readonly open: Open | null;
  readonly onNotes: (notes: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const { of, name, payee, open, onClose } = props;
  const reject = useRejectDetails();
  const { say } = useToast();
  const staged = payee?.staged ?? null;
  if (open === null) return null;
  if (open.what === 'enter')
    return (
      <DetailsForm
        {...{ of, name, payee, onClose }}
        onSaved={(_, notes) => {
          props.onNotes(notes);
          say({ words: `Bank details of ${name} wait for a second person.` });
          onClose();
        }}
      />
    );
  if (open.what === 'full')
    return <FullDetailsDialog {...{ name, onClose }} details={open.details} />;
  if (open.what === 'form')
    return (
      <PaperDialog isOpen title="Bank details form" load={bankDetailsForm(of)} onClose={onClose} />
    );
  if (open.what === 'withdraw' && payee !== null && payee.verified !== null)
    return <WithdrawDialog {...{ name, payee, onClose }} details={payee.verified} />;
  if (payee === null || staged === null) return null;
  if (open.what === 'call-back')
    return (
      <CallBackForm
        {...{ payee, staged, onClose }}
        onSaved={() => {
          say({ words: `Bank details of ${name} are checked.` });
          onClose();
        }}
      />
    );
  return (
    <FormDialog title={`Turn down the details of ${name}`} onClose={onClose}>
      <ReasonForm
        label="Turn the details down"
        hint="What was said, and by whom"
        saveWords="Turn the details down"
        closeWords="Close and leave them"
        onReason={async (why) => {
          await reject.mutateAsync({ id: staged.id, why, version: payee.version });
          say({ words: `The details of ${name} are turned down.` });
          onClose();
        }}
        onClose={onClose}
      />
    </FormDialog>
  );
}

function WithdrawDialog(props: {
  readonly name: string;
  readonly payee: Payee;
  readonly details: Details;
  readonly onClose: () => void;
}) {
  const { name, payee, details, onClose } = props;
  const withdraw = useWithdrawDetails();
  const { say } = useToast();
  return (
    <FormDialog title={`Withdraw the details of ${name}`} onClose={onClose}>
      <ReasonForm
        label="Withdraw the details"
        hint="Nothing is paid to them from now on; they stay in the history"
        saveWords="Withdraw the details"
        closeWords="Close and leave them"
        onReason={async (why) => {
          await withdraw.mutateAsync({ id: details.id, why, version: payee.version });
          say({ words: `Nothing is paid to the details of ${name} any more.` });
          onClose();
        }}
        onClose={onClose}
      />
    </FormDialog>
  );
}
