import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import {
  type Facility,
  facilitiesContract,
  type Seat,
  SeatId,
} from '#db/facilities/facilities.contract';
import { isOutOfOrder } from '#db/facilities/seats.rules';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useMarkSeat, useSetSeats } from './facilities.queries.ts';

const seatFields = facilitiesContract.setSeats.input.shape.seats.element.shape;
const SeatsSchema = z
  .object({ seats: z.array(z.object({ seatId: z.string().nullable(), name: seatFields.name })) })
  .transform(({ seats }) =>
    seats.map(({ seatId, name }) => ({
      id: seatId === null ? null : SeatId.parse(seatId),
      name,
    })),
  );

type Props = {
  readonly facility: Facility;
  /** Only a manager names the places; the desk marks them as out of order. */
  readonly mayName: boolean;
  readonly onSaved: (facility: Facility) => void;
  readonly onClose: () => void;
};

/** The computers or desks of a facility: their names, and which is out of order. */
export function SeatsForm(props: Props) {
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {props.facility.seats.length > 0 && <SeatStates facility={props.facility} />}
      {props.mayName && <SeatNames {...props} />}
    </Box>
  );
}

function SeatNames({ facility, onSaved, onClose }: Props) {
  const set = useSetSeats();
  const form = useContractForm(
    SeatsSchema,
    { seats: facility.seats.map(({ id, name }) => ({ seatId: id, name })) },
    {
      draftKey: `facility.seats.${facility.id}.${facility.version}`,
      onSubmit: async (seats) =>
        onSaved(await set.mutateAsync({ id: facility.id, seats, version: facility.version })),
    },
  );
  return (
    <ContractFormBody form={form} label={`Names of the places of ${facility.name}`}>
      <Typography variant="h3">Names of the places</Typography>
      <SeatRows />
      <FormButtons
        saveWords="Save the names"
        closeWords="Close without saving"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

function SeatRows() {
  const { fields, append, remove } = useFieldArray({ name: 'seats' });
  return (
    <>
      {fields.map((row, at) => (
        <Box key={row.id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 2 }}>
          <TextField name={`seats.${at}.name`} label={`Place ${at + 1}`} width="14rem" />
          <Button
            variant="outlined"
            aria-label={`Take place ${at + 1} off the list`}
            onClick={() => remove(at)}
          >
            Take it off
          </Button>
        </Box>
      ))}
      <Box>
        <Button
          variant="outlined"
          startIcon={<AddIcon />}
          onClick={() => append({ seatId: null, name: `Computer ${fields.length + 1}` })}
        >
          Add a place
        </Button>
      </Box>
    </>
  );
}

function SeatStates({ facility }: { readonly facility: Facility }) {
  const today = useToday();
  const mark = useMarkSeat();
  const [marking, setMarking] = useState<Seat | null>(null);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {facility.seats.map((seat) => {
        const isOut = isOutOfOrder(seat, today);
        return (
          <Box
            component="li"
            key={seat.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}
          >
            <Typography sx={{ minWidth: '9rem', fontWeight: 550 }}>{seat.name}</Typography>
            <StatusWord tone={isOut ? 'bad' : 'good'} words={isOut ? 'Out of order' : 'Works'} />
            <Typography color="textSecondary">{isOut ? outWords(seat) : ''}</Typography>
            <Button
              size="small"
              variant="outlined"
              aria-label={isOut ? `${seat.name} works again` : `${seat.name} is out of order`}
              onClick={() =>
                isOut
                  ? void mark.mutateAsync({ seatId: seat.id, outOfOrder: null })
                  : setMarking(seat)
              }
            >
              {isOut ? 'It works again' : 'It is out of order'}
            </Button>
            {marking?.id === seat.id && (
              <Box sx={{ flexBasis: '100%', marginBlock: 1.5 }}>
                <OutOfOrderForm seat={seat} onClose={() => setMarking(null)} />
              </Box>
            )}
          </Box>
        );
      })}
    </Box>
  );
}

const OutOfOrderSchema = facilitiesContract.markSeat.input.shape.outOfOrder.unwrap();

function OutOfOrderForm({ seat, onClose }: { readonly seat: Seat; readonly onClose: () => void }) {
  const today = useToday();
  const mark = useMarkSeat();
  const form = useContractForm(
    OutOfOrderSchema,
    { from: today, until: null, why: '' },
    {
      onSubmit: async (outOfOrder) => {
        await mark.mutateAsync({ seatId: seat.id, outOfOrder });
        onClose();
      },
    },
  );
  return (
    <ContractFormBody form={form} label={`${seat.name} is out of order`}>
      <FieldRow>
        <LocalDateField name="from" label="Since when?" />
        <LocalDateField name="until" label="Last day" hint="Empty until it is mended" isOptional />
      </FieldRow>
      <TextField name="why" label="What is wrong with it?" isOptional takesFocus />
      <FormButtons
        saveWords="Mark it as out of order"
        closeWords="Close without marking"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}

function outWords(seat: Seat): string {
  const since =
    seat.outOfOrderFrom === null ? '' : `since ${formatDateNoWeekday(seat.outOfOrderFrom)}`;
  return [since, seat.outOfOrderWhy].filter((part) => part !== '').join(': ');
}
