import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { COST_KIND_WORDS, type CostKind } from '#db/claim-policy/claim-policy.contract';

/** The kind of the cost that is on the screen, and the way to another. */
export function ChosenKind(props: { readonly kind: CostKind; readonly onOther: () => void }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
      <Typography variant="h2" component="h3">
        {COST_KIND_WORDS[props.kind]}
      </Typography>
      <Button onClick={props.onOther}>It was another kind</Button>
    </Box>
  );
}
