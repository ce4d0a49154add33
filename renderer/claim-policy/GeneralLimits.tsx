import Button from '@mui/material/Button';
import type { GeneralPolicy } from '#db/claim-policy/claim-policy.contract';
import { formatPenceShort, type Pence } from '#db/shared/money';
import { countOf } from '#db/shared/plain-words';
import { Card } from '../shared/Card.tsx';
import { FactList } from '../shared/FactList.tsx';
import { EditIcon } from '../shared/icons.tsx';
import { firstDayWords } from './PolicyTable.tsx';
import { sourceWords } from './source-words.ts';

const pounds = (amount: Pence | null, otherwise: string): string =>
  amount === null ? otherwise : formatPenceShort(amount);

/** The limits that hold for every claim, whatever the cost is. */
export function GeneralLimits(props: {
  readonly general: GeneralPolicy;
  readonly onChange: (() => void) | undefined;
}) {
  const { general, onChange } = props;
  const kinds = general.eligibleActivityKinds;
  return (
    <Card
      component="section"
      title="For every claim"
      actions={
        onChange !== undefined && (
          <Button size="small" startIcon={<EditIcon />} onClick={onChange}>
            Change the limits
          </Button>
        )
      }
    >
      <FactList
        facts={[
          { label: 'Activities that count', value: kinds?.join(', ') ?? 'Every kind' },
          {
            label: 'Time to claim',
            value:
              general.timeLimitDays === null
                ? 'No limit'
                : `${countOf(general.timeLimitDays, 'day')} after the day it was for`,
          },
          { label: 'Most in a month', value: pounds(general.monthLimitPence, 'No limit') },
          { label: 'Most in a year', value: pounds(general.yearLimitPence, 'No limit') },
          {
            label: 'Receipt for mileage',
            value: general.mileageExemptFromReceipt ? 'Not needed' : 'As for each kind above',
          },
          {
            label: 'Second approver',
            value:
              general.secondApproverAbovePence === null
                ? 'Never needed'
                : `Above ${formatPenceShort(general.secondApproverAbovePence)}`,
          },
          {
            label: 'Promised to decide',
            value:
              general.promisedWorkingDays === null
                ? 'Not promised'
                : `Within ${countOf(general.promisedWorkingDays, 'working day')}`,
          },
          {
            label: 'Whoever entered a claim',
            value: general.entererMayVerify ? 'May check it too' : 'May not check it',
          },
          { label: 'Most in cash at the desk', value: pounds(general.cashLimitPence, 'No limit') },
          {
            label: 'Principle',
            value: general.principle === '' ? 'None given' : general.principle,
          },
          {
            label: 'Since when',
            value: [
              firstDayWords(general.from),
              ...(general.source === '' ? [] : [sourceWords(general.source)]),
            ].join('; '),
          },
        ]}
      />
    </Card>
  );
}
