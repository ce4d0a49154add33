import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type {
  Acknowledgement,
  Acknowledger,
  ConditionKind,
} from '#db/conditions/conditions.contract';
import { DESK_ROLES } from '#db/shared/access';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { CONDITION_WORDS } from './ConditionForm.tsx';
import { isToBeGiven } from './to-be-given.ts';
import { useAcknowledged, useConditionTexts, useRecordAcknowledged } from './conditions.queries.ts';

const HOW_WORDS: Readonly<Record<Acknowledgement['how'], string>> = {
  signed: 'signed',
  'read-at-desk': 'read at the desk',
  told: 'told',
};

type Props = {
  readonly who: Acknowledger;
  readonly name: string;
};

/** Which version of the guidelines and the fire procedure a group or person was given, and when (BOOK-07, BOOK-08). */
export function WhatWasGiven({ who, name }: Props) {
  const given = useAcknowledged(who);
  const texts = useConditionTexts();
  const record = useRecordAcknowledged();
  const mayRecord = useCan(DESK_ROLES);
  const today = useToday();
  const { say } = useToast();
  // The fire procedure is for people only: a group cannot walk out of a building.
  const kinds: readonly ConditionKind[] =
    who.kind === 'person' ? ['guidelines', 'fire'] : ['guidelines'];
  const entered = kinds.filter((kind) => texts.data?.some((text) => text.kind === kind));
  if (given.data === undefined || entered.length === 0) return null;

  async function give(kind: ConditionKind): Promise<void> {
    await record.mutateAsync({ kind, who, on: today, how: 'read-at-desk' });
    say({ words: `${CONDITION_WORDS[kind]}: given to ${name}.` });
  }

  return (
    <Box component="section" aria-label="Guidelines and fire procedure" sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        Guidelines and fire procedure
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {entered.map((kind) => {
          const latest = given.data.find((each) => each.kind === kind);
          const isDue = isToBeGiven(texts.data ?? [], { kind, given: latest?.number ?? 0, today });
          return (
            <Box
              component="li"
              key={kind}
              sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}
            >
              <Typography>
                {`${CONDITION_WORDS[kind]}: ${
                  latest === undefined
                    ? 'not given yet'
                    : `version ${latest.number}, ${formatDateNoWeekday(latest.on)}, ${HOW_WORDS[latest.how]}`
                }`}
              </Typography>
              <StatusWord
                tone={isDue ? 'warning' : 'good'}
                words={isDue ? 'To be given' : 'Given'}
              />
              {mayRecord && (
                <Button size="small" variant="outlined" onClick={() => void give(kind)}>
                  {`Enter that the ${CONDITION_WORDS[kind].toLowerCase()} ${kind === 'fire' ? 'was' : 'were'} given today`}
                </Button>
              )}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
