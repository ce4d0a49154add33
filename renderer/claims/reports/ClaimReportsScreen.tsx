import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { CLAIM_STATE_WORDS, ClaimState } from '#db/claims/claims.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan, useToday } from '../../app/session-context.tsx';
import { type PeriodKind, periodOf, periodOptions } from '../../reports/period-choices.ts';
import { PageHeader } from '../../shared/PageHeader.tsx';
import { PaperDialog } from '../../shared/PaperDialog.tsx';
import { SaveAsMenu } from '../../shared/SaveAsMenu.tsx';
import { ChoiceBox } from './ChoiceBox.tsx';
import { ClaimSums } from './ClaimSums.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { type Grouping, registerPaper, registerTable } from './reports.queries.ts';

const GROUPINGS: readonly (readonly [Grouping, string])[] = [
  ['kind', 'By kind of cost'],
  ['group', 'By group'],
  ['activity', 'By activity'],
  ['area', 'By area'],
  ['access-need', 'By access need met'],
];

/** What was claimed, decided and paid in a time, how long it took, what was refused and why; and every claim of it. */
export function ClaimReportsScreen() {
  const today = useToday();
  const mayExport = useCan(['officer', 'finance', 'manager', 'auditor']);
  const [kind, setKind] = useState<PeriodKind>('this-financial-year');
  const [by, setBy] = useState<Grouping>('kind');
  const [state, setState] = useState<ClaimState | null>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  const period = periodOf(kind, today);
  const words = `${formatDateNoWeekday(period.from)} to ${formatDateNoWeekday(period.until)}`;
  return (
    <>
      <PageHeader
        title="Claims in figures"
        status={
          <Typography variant="h2" component="p" aria-live="polite" sx={{ fontWeight: 500 }}>
            {words}
          </Typography>
        }
        actions={
          mayExport && (
            <SaveAsMenu
              tables={[{ title: 'Every cost', load: registerTable(period), isLong: true }]}
            />
          )
        }
        printAction={{ words: 'Print the register', run: () => setIsPrinting(true) }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
        <ChoiceBox
          label="Which time"
          value={kind}
          choices={periodOptions(today).map((one) => [one.value, one.words])}
          onChoose={setKind}
        />
        <ChoiceBox label="Summed up how" value={by} choices={GROUPINGS} onChoose={setBy} />
      </Box>
      <ClaimSums period={period} by={by} />
      <Box component="section" aria-labelledby="claims-register" sx={{ mt: 4 }}>
        <Typography variant="h2" id="claims-register" sx={{ mb: 1 }}>
          Every claim of this time
        </Typography>
        <ChoiceBox
          label="Which claims"
          value={state ?? 'all'}
          choices={[
            ['all', 'All claims'],
            ...ClaimState.options.map((one): readonly [ClaimState, string] => [
              one,
              CLAIM_STATE_WORDS[one],
            ]),
          ]}
          onChoose={(chosen) => setState(chosen === 'all' ? null : chosen)}
        />
        <RegisterTable period={period} state={state} />
      </Box>
      <PaperDialog
        isOpen={isPrinting}
        title={`Claims register, ${words}`}
        load={registerPaper(period)}
        onClose={() => setIsPrinting(false)}
      />
    </>
  );
}
