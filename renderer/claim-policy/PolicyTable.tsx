import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  COST_KIND_WORDS,
  type GeneralPolicy,
  type KindPolicy,
} from '#db/claim-policy/claim-policy.contract';
import { receiptNeeded } from '#db/claim-policy/claimable.rules';
import {
  capsWords,
  conditionWords,
  isAwaited,
  rateWords,
} from '#db/claim-policy/policy-words.rules';
import { FROM_THE_START } from '#db/claim-policy/starting-policies.rules';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { EditIcon } from '../shared/icons.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { sourceWords } from './source-words.ts';

/** The first day as people read it. */
export const firstDayWords = (from: LocalDate): string =>
  from === FROM_THE_START ? 'From the start' : `From ${formatDateNoWeekday(from)}`;

/** Every kind of cost with what is paid, under which conditions, and since when. */
export function PolicyTable(props: {
  readonly kinds: readonly KindPolicy[];
  readonly general: GeneralPolicy;
  readonly onChange: ((policy: KindPolicy) => void) | undefined;
}) {
  const { kinds, general, onChange } = props;
  return (
    <DataTable
      label="What is paid for each kind of cost"
      rows={kinds}
      keyOf={(kind) => kind.kind}
      minWidth="52rem"
      isStacked
      columns={[
        { heading: 'Cost', cell: (kind) => COST_KIND_WORDS[kind.kind], width: '9rem' },
        { heading: 'What is paid', cell: (kind) => <Paid kind={kind} />, width: '13rem' },
        {
          heading: 'Conditions',
          cell: (kind) => (
            <Lines lines={conditionWords(kind, receiptNeeded(kind, general))} otherwise="None" />
          ),
        },
        {
          heading: 'Since when',
          cell: (kind) => (
            <>
              {firstDayWords(kind.from)}
              <Typography variant="body2" color="textSecondary">
                {sourceWords(kind.source)}
              </Typography>
            </>
          ),
          width: '13rem',
        },
        ...(onChange === undefined
          ? []
          : [
              {
                heading: 'Do',
                cell: (kind: KindPolicy) => (
                  <Button
                    size="small"
                    startIcon={<EditIcon />}
                    aria-label={`Change: ${COST_KIND_WORDS[kind.kind]}`}
                    onClick={() => onChange(kind)}
                  >
                    Change
                  </Button>
                ),
                width: '6.5rem',
              },
            ]),
      ]}
    />
  );
}

function Paid({ kind }: { readonly kind: KindPolicy }) {
  const words = rateWords(kind);
  return (
    <>
      {isAwaited(kind) ? (
        <StatusWord tone="warning" words={words} />
      ) : kind.allowedFor.length === 0 ? (
        <StatusWord tone="quiet" words={words} />
      ) : (
        <Box component="span" sx={{ fontWeight: 600 }}>
          {words}
        </Box>
      )}
      {kind.caps.length > 0 && <Typography variant="body2">{capsWords(kind.caps)}</Typography>}
    </>
  );
}

function Lines(props: { readonly lines: readonly string[]; readonly otherwise: string }) {
  if (props.lines.length === 0) return <>{props.otherwise}</>;
  return (
    <Box component="ul" sx={{ m: 0, paddingInlineStart: 2 }}>
      {props.lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Box>
  );
}
