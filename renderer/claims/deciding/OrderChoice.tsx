import Box from '@mui/material/Box';
import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import type { QueueOrder } from './deciding.queries.ts';

const ORDERS: readonly (readonly [QueueOrder, string])[] = [
  ['age', 'The eldest first'],
  ['amount', 'The largest first'],
  ['warnings', 'Most doubts first'],
];

/** In which order claims are listed. */
export function OrderChoice(props: {
  readonly order: QueueOrder;
  readonly onChoose: (order: QueueOrder) => void;
}) {
  const id = useId();
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <label htmlFor={id}>In which order?</label>
      <NativeSelect
        value={props.order}
        input={<OutlinedInput size="small" />}
        inputProps={{ id }}
        onChange={(event) => {
          const chosen = ORDERS.find(([value]) => value === event.target.value);
          if (chosen !== undefined) props.onChoose(chosen[0]);
        }}
      >
        {ORDERS.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </NativeSelect>
    </Box>
  );
}
