import type { Facility } from '#db/facilities/facilities.contract';
import { isOutOfOrder } from '#db/facilities/seats.rules';
import type { SuiteNow, Usage } from '#db/usage/usage.contract';
import { useToday } from '../app/session-context.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { newStartValues, StartFormSchema } from './usage-form-values.ts';
import { useStartSession } from './usage.queries.ts';
import { WhoUses } from './WhoUses.tsx';

type Props = {
  readonly suite: SuiteNow;
  readonly facility: Facility | undefined;
  readonly onSaved: (usage: Usage, warnings: readonly string[]) => void;
  readonly onClose: () => void;
};

/** Starts a session for somebody who walked in: on any computer, or on one that is named. */
export function StartSessionForm({ suite, facility, onSaved, onClose }: Props) {
  const start = useStartSession();
  const today = useToday();
  const form = useContractForm(StartFormSchema, newStartValues(), {
    draftKey: `usage.start.${suite.facilityId}`,
    onSubmit: async (typed) => {
      const { usage, warnings } = await start.mutateAsync({
        ...typed,
        facilityId: suite.facilityId,
      });
      onSaved(usage, warnings);
    },
  });
  const inUse = new Set(suite.open.map((usage) => usage.seatId));
  const seats = (facility?.seats ?? []).filter(
    (seat) => !inUse.has(seat.id) && !isOutOfOrder(seat, today),
  );
  const place = suite.unitName === '' ? 'place' : suite.unitName;
  return (
    <ContractFormBody form={form} label={`Start a session: ${suite.facilityName}`}>
      <WhoUses minimumAge={suite.minimumAge} takesFocus />
      {seats.length > 0 && (
        <SelectField
          name="seatId"
          label={`Which ${place}?`}
          emptyWords={`Any ${place}`}
          options={seats.map((seat) => ({ value: seat.id, words: seat.name }))}
        />
      )}
      <FormButtons
        saveWords="Start the session"
        closeWords="Close without starting"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
