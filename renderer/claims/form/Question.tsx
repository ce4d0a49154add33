import Typography from '@mui/material/Typography';
import type { Claim, ClaimLineId } from '#db/claims/claims.contract';

/** What staff asked about a cost, for as long as it is open for the answer. */
export function Question(props: { readonly claim: Claim; readonly lineId: ClaimLineId }) {
  const question = questionOf(props.claim, props.lineId);
  if (question === '') return null;
  return (
    <Typography
      data-personal=""
      sx={(theme) => ({
        fontWeight: 600,
        fontSize: '1.125rem',
        marginBlock: 0.5,
        paddingInlineStart: 1.25,
        borderInlineStart: `4px solid ${theme.palette.primary.main}`,
        overflowWrap: 'anywhere',
      })}
    >
      We ask: {question}
    </Typography>
  );
}

/** What was asked about a cost and can be answered now; empty where nothing was. */
export function questionOf(claim: Claim, lineId: ClaimLineId): string {
  const line = claim.lines.find(({ id }) => id === lineId);
  return line?.state === 'open' ? line.decisionWhy : '';
}
