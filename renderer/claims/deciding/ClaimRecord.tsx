import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Claim, Decision } from '#db/claims/claims.contract';
import { METHOD_WORDS } from '#db/payees/payees.contract';
import { formatPence } from '#db/shared/money';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { placeOf } from './line-places.ts';

const STEP_WORDS: Readonly<Record<Decision['step'], string>> = {
  verify: 'Papers',
  approve: 'Decision',
  second: 'Second approval',
  'top-up': 'Added',
};

const DECIDED_WORDS: Readonly<Record<Decision['decision'], string>> = {
  approved: 'in order',
  other: 'another amount',
  asked: 'a question',
  rejected: 'refused',
  'sent-back': 'sent back',
};

/** Who signed, who decided what and when, and how it was paid: one line each, the oldest first. */
export function ClaimRecord({ claim }: { readonly claim: Claim }) {
  const lines = [
    ...claim.signatures.map(
      ({ id, name, way, role, signedOn, isSuperseded }) =>
        [
          id,
          `${formatDateNoWeekday(signedOn)}: signed ${way === 'screen' ? 'on the screen' : 'on paper'} by ${name}${role === 'cash' ? ' for the cash' : ''}${isSuperseded ? ', changed and signed anew since' : ''}`,
        ] as const,
    ),
    ...claim.decisions.map((one) => [one.id, decisionWords(claim, one)] as const),
    ...claim.payments.map(
      (one) =>
        [
          one.id,
          `${formatDateNoWeekday(one.paidOn)}: ${formatPence(one.pence)} paid, ${METHOD_WORDS[one.method].toLowerCase()} ${one.maskedAccount}, recorded by ${one.by}${one.note === '' ? '' : `. ${one.note}`}`,
        ] as const,
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="claim-record" sx={{ mt: 3 }}>
      <Typography variant="h3" id="claim-record">
        What happened
      </Typography>
      <Box component="ul" sx={{ margin: 0, mt: 1, paddingInlineStart: 2.5 }}>
        {lines.map(([id, words]) => (
          <li key={id} data-personal="">
            {words}
          </li>
        ))}
      </Box>
    </Box>
  );
}

function decisionWords(claim: Claim, one: Decision): string {
  const line = claim.lines.find(({ id }) => id === one.lineId);
  const of = line === undefined ? '' : ` of cost ${placeOf(claim.lines, line)}`;
  const amount = one.pence === null ? '' : `, ${formatPence(one.pence)}`;
  const said =
    one.decision === 'approved' && one.step !== 'verify' ? 'approved' : DECIDED_WORDS[one.decision];
  return `${formatDateNoWeekday(one.on)}: ${STEP_WORDS[one.step].toLowerCase()}${of}, ${said}${amount}, by ${one.by}${one.why === '' ? '' : `: “${one.why}”`}`;
}
