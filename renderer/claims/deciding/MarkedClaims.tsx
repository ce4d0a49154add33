import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { ClaimSummary } from '#db/claims/claims.contract';
import { formatPence, type Pence, type PenceSum, sumPence } from '#db/shared/money';
import { countOf } from '#db/shared/plain-words';
import { pathTo } from '../../app/paths.ts';
import { useToast } from '../../app/toasts.tsx';
import { ConfirmDialog } from '../../shared/ConfirmDialog.tsx';
import { useApproveClean } from './deciding.queries.ts';
import { canMark, type Marks, type RefusedClaim } from './use-marks.ts';

const sumOf = (claims: readonly ClaimSummary[]): PenceSum =>
  sumPence(...claims.map(({ payablePence }) => payablePence).filter((amount) => amount !== null));

/** Marks claims without doubts and approves them together, after one look at what that comes to. */
export function MarkedClaims(props: {
  readonly claims: readonly ClaimSummary[];
  /** The claim that is read. */
  readonly chosen: ClaimSummary;
  readonly marks: Marks;
  /** What is asked about, as it was when that began. */
  readonly asked: readonly ClaimSummary[];
  readonly isAsking: boolean;
  readonly onAsk: () => void;
  /** It was approved, or left: the keys of the list are heard again. */
  readonly onClose: () => void;
}) {
  const { claims, chosen, marks, asked } = props;
  const [refused, setRefused] = useState<readonly RefusedClaim[]>([]);
  const approve = useApproveClean();
  const { say } = useToast();
  const { marked } = marks;
  const clean = claims.filter(canMark);
  const areAllMarked = marked.length === clean.length;

  async function send(): Promise<void> {
    const { claims: results } = await approve.mutateAsync({ claims: marks.toSend(asked) });
    const done = results.filter(({ isApproved }) => isApproved);
    marks.unmark(results.map(({ id }) => id));
    setRefused(
      results
        .filter(({ isApproved }) => !isApproved)
        .map(({ id, why }) => ({
          id,
          reference: asked.find((claim) => claim.id === id)?.reference ?? '',
          why,
        })),
    );
    if (done.length > 0) say({ words: doneWords(done) });
  }

  if (clean.length === 0 && refused.length === 0) return null;
  return (
    <Box component="section" aria-label="Several claims at once" sx={{ mb: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {clean.length > 0 && (
          <>
            {canMark(chosen) && (
              <Button variant="outlined" size="small" onClick={() => marks.toggle(chosen)}>
                {marks.isMarked(chosen.id)
                  ? `Take the mark off ${chosen.reference}`
                  : `Mark ${chosen.reference}`}
              </Button>
            )}
            <Button
              variant="outlined"
              size="small"
              onClick={() =>
                areAllMarked ? marks.unmark(marked.map(({ id }) => id)) : marks.markAll()
              }
            >
              {areAllMarked ? 'Take all marks off' : `Mark all without doubts (${clean.length})`}
            </Button>
          </>
        )}
        {marked.length > 0 && (
          <Button variant="contained" size="small" onClick={props.onAsk}>
            Approve {countOf(marked.length, 'marked claim')}, {formatPence(sumOf(marked))}
          </Button>
        )}
      </Box>
      {refused.length > 0 && <Refused refused={refused} />}
      <ConfirmDialog
        isOpen={props.isAsking}
        title={`Approve ${countOf(asked.length, 'claim')} without doubts?`}
        confirmWords={`Approve ${formatPence(sumOf(asked))}`}
        keepWords="Approve none of them now"
        onConfirm={send}
        onClose={props.onClose}
      >
        <Listed claims={asked} />
      </ConfirmDialog>
    </Box>
  );
}

/** Number, who and amount of each claim, and what they come to. */
function Listed({ claims }: { readonly claims: readonly ClaimSummary[] }) {
  return (
    <Box
      component="table"
      sx={(theme) => ({
        width: '100%',
        borderCollapse: 'collapse',
        fontVariantNumeric: 'tabular-nums',
        '& th, & td': {
          textAlign: 'start',
          padding: 0.75,
          borderBlockEnd: `1px solid ${theme.trc.line}`,
          overflowWrap: 'anywhere',
        },
        '& td:last-child, & th:last-child': { textAlign: 'end', whiteSpace: 'nowrap' },
      })}
    >
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Who claims</th>
          <th scope="col">Payable</th>
        </tr>
      </thead>
      <tbody>
        {claims.map(({ id, reference, claimantName, payablePence }) => (
          <tr key={id}>
            <td>{reference}</td>
            <td data-personal="">{claimantName}</td>
            <td>{payablePence === null ? '' : formatPence(payablePence)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            Together
          </th>
          <td>
            <strong>{formatPence(sumOf(claims))}</strong>
          </td>
        </tr>
      </tfoot>
    </Box>
  );
}

function Refused({ refused }: { readonly refused: readonly RefusedClaim[] }) {
  return (
    <Box
      role="alert"
      sx={(theme) => ({
        mt: 1.5,
        padding: 1.5,
        border: `1px solid ${theme.trc.line}`,
        borderInlineStart: `6px solid ${theme.trc.status.warning.line}`,
        borderRadius: 1.5,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Typography sx={{ fontWeight: 620 }}>
        {countOf(refused.length, 'claim')} {refused.length === 1 ? 'was' : 'were'} not approved
      </Typography>
      <Box component="ul" sx={{ margin: 0, mt: 0.5, paddingInlineStart: 2.5 }}>
        {refused.map(({ id, reference, why }) => (
          <li key={id} data-personal="">
            <Link component={RouterLink} to={pathTo.claim(id)}>
              {reference}
            </Link>
            : {why}
          </li>
        ))}
      </Box>
    </Box>
  );
}

function doneWords(
  done: readonly { readonly decidedPence: Pence | null; readonly needsSecond: boolean }[],
): string {
  const sum = sumPence(...done.map((one) => one.decidedPence).filter((amount) => amount !== null));
  const seconds = done.filter(({ needsSecond }) => needsSecond).length;
  const waits =
    seconds === 0
      ? ''
      : ` ${seconds === 1 ? 'One waits' : `${seconds} wait`} for a second approver.`;
  return `${countOf(done.length, 'claim')} approved, ${formatPence(sum)}.${waits}`;
}
