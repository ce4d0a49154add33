import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useWatch } from 'react-hook-form';
import { Link as RouterLink } from 'react-router';
import type { BookingHit, Closure } from '#db/calendar/calendar.contract';
import { dateOf, timeOf } from '#db/shared/local-date';
import { countOf, formatDate, formatTimeRange } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAddClosure, useHitsOf } from './calendar.queries.ts';
import { ClosureFormSchema, newClosureValues } from './closure-form-values.ts';

type Props = {
  readonly onSaved: (closure: Closure, hits: readonly BookingHit[]) => void;
  readonly onClose: () => void;
};

const EFFECTS = [
  { value: 'closed', words: 'Closed' },
  { value: 'open', words: 'Open, although it would be closed' },
];
const SPANS = [
  { value: 'day', words: 'The whole day' },
  { value: 'part', words: 'Part of the day' },
];

/** A closed day or an extra open one, and which bookings it hits before it is saved. */
export function ClosureForm({ onSaved, onClose }: Props) {
  const add = useAddClosure();
  const rooms = useFacilities().data ?? [];
  const form = useContractForm(ClosureFormSchema, newClosureValues(null), {
    draftKey: 'closure.new',
    onSubmit: async (details) => {
      const { closure, hits } = await add.mutateAsync(details);
      onSaved(closure, hits);
    },
  });
  const typed = useWatch({ control: form.form.control });
  const details = ClosureFormSchema.safeParse(typed).data;
  const hits = useHitsOf(details);

  return (
    <ContractFormBody form={form} label="Closed or open day">
      <SelectField name="effect" label="What is it?" options={EFFECTS} />
      <TextField
        name="name"
        label="Why?"
        hint="As it should stand in the diary, such as Staff training"
        takesFocus
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <LocalDateField name="firstDate" label="First day" />
        <LocalDateField name="lastDate" label="Last day" hint="Empty for one day" isOptional />
      </Box>
      <SelectField name="span" label="How long?" options={SPANS} />
      {typed.span === 'part' && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <TimeField name="from" label="From" />
          <TimeField name="until" startName="from" label="Until" />
        </Box>
      )}
      <SelectField
        name="facilityId"
        label="Which rooms?"
        emptyWords="The whole centre"
        options={rooms.map((room) => ({ value: room.id, words: room.name }))}
      />
      {typed.effect === 'closed' && (
        <CheckField
          name="isNonWorking"
          label="It is no working day: notices and deadlines do not count it."
        />
      )}
      {details?.effect === 'closed' && hits.data !== undefined && <Hits hits={hits.data} />}
      <FormButtons
        saveWords={typed.effect === 'open' ? 'Add the open day' : 'Add the closed day'}
        closeWords="Close without adding"
        isSending={form.isSending}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

/** Which bookings a closure hits; the program moves none of them by itself. */
export function Hits({ hits }: { readonly hits: readonly BookingHit[] }) {
  if (hits.length === 0)
    return <Typography role="status">No booking stands on these days.</Typography>;
  return (
    <Box role="status">
      <Typography sx={{ fontWeight: 600 }}>
        {`${countOf(hits.length, 'booking')} ${hits.length === 1 ? 'stands' : 'stand'} on these days. ${hits.length === 1 ? 'It stays' : 'They stay'} until you move or cancel ${hits.length === 1 ? 'it' : 'them'}.`}
      </Typography>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 3 }}>
        {hits.map((hit) => (
          <li key={hit.bookingId} data-personal="">
            <Link component={RouterLink} to={pathTo.booking(hit.bookingId)}>
              {hit.reference}
            </Link>
            {`, ${formatDate(dateOf(hit.startsAt))}, ${formatTimeRange(timeOf(hit.startsAt), timeOf(hit.endsAt))}, ${hit.facilityName}, ${hit.bookerName}`}
          </li>
        ))}
      </Box>
    </Box>
  );
}
