import { z } from 'zod';
import type { TravelPlan } from '#db/claims/claims.contract';
import { LocalDate } from '#db/shared/local-date';
import { useToday } from '../../app/session-context.tsx';
import { useToast } from '../../app/toasts.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { LocalDateField } from '../../shared/LocalDateField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useEndTravelPlan } from './plans.queries.ts';

const Ended = z.object({ until: LocalDate });

/** Says the last day of an agreed way of travelling; it stays on record. */
export function EndPlanForm(props: { readonly plan: TravelPlan; readonly onClose: () => void }) {
  const { plan, onClose } = props;
  const end = useEndTravelPlan();
  const { say } = useToast();
  const form = useContractForm(
    Ended,
    { until: useToday() },
    {
      onSubmit: async ({ until }) => {
        await end.mutateAsync({ id: plan.id, until, version: plan.version });
        say({ words: 'The agreed way of travelling has a last day.' });
        onClose();
      },
    },
  );
  return (
    <FormDialog title="End what was agreed" onClose={onClose}>
      <ContractFormBody form={form} label="Its last day">
        <LocalDateField name="until" label="Last day" />
        <FormButtons
          saveWords="End it"
          closeWords="Close and leave it"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
