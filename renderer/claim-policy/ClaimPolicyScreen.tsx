import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import type { GeneralPolicy, KindPolicy } from '#db/claim-policy/claim-policy.contract';
import { isAwaited } from '#db/claim-policy/policy-words.rules';
import { CAP_ORDER_WORDS } from '#db/claim-policy/pricing.rules';
import { MANAGER_ONLY } from '#db/shared/access';
import { LocalDate } from '#db/shared/local-date';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan, useToday } from '../app/session-context.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { Card } from '../shared/Card.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { NoticeBox } from '../shared/NoticeBox.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { loadSheet, usePolicyOn } from './claim-policy.queries.ts';
import { GeneralLimits } from './GeneralLimits.tsx';
import { GeneralPolicyForm } from './GeneralPolicyForm.tsx';
import { KindPolicyForm } from './KindPolicyForm.tsx';
import { PolicyHistory } from './PolicyHistory.tsx';
import { PolicyTable } from './PolicyTable.tsx';

/** The form that is open, over the version it starts from. */
type Open =
  | { readonly kind: KindPolicy; readonly general?: never }
  | { readonly general: GeneralPolicy; readonly kind?: never };

/** What can be claimed: for each kind of cost and for every claim, today or on another day. */
export function ClaimPolicyScreen() {
  const today = useToday();
  const mayChange = useCan(MANAGER_ONLY);
  const [on, setOn] = useState<LocalDate>(today);
  const [open, setOpen] = useState<Open | null>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  const policy = usePolicyOn(on);
  const awaited = policy.data?.kinds.filter(isAwaited).length ?? 0;

  return (
    <>
      <PageHeader
        title="What can be claimed"
        actions={<BackToSettings />}
        printAction={{ words: 'Print the sheet', run: () => setIsPrinting(true) }}
      />
      <DayForm on={on} onShow={setOn} />
      {policy.data !== undefined ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
          {awaited > 0 && (
            <NoticeBox label="Rates that are missing">
              {countOf(awaited, 'kind')} of cost {awaited === 1 ? 'has' : 'have'} no rate yet. A
              claim for {awaited === 1 ? 'it' : 'them'} is taken and signed, and priced once a
              manager enters what the council pays.
            </NoticeBox>
          )}
          <Card component="section" title={`What is paid ${dayWords(on, today)}`}>
            <PolicyTable
              kinds={policy.data.kinds}
              general={policy.data.general}
              onChange={mayChange ? (kind) => setOpen({ kind }) : undefined}
            />
            <Typography sx={{ mt: 1.5 }}>
              The day of the journey or activity decides which policy holds. {CAP_ORDER_WORDS}
            </Typography>
          </Card>
          <GeneralLimits
            general={policy.data.general}
            onChange={mayChange ? () => setOpen({ general: policy.data.general }) : undefined}
          />
          <PolicyHistory />
        </Box>
      ) : policy.isError ? (
        <ProblemPanel
          error={policy.error}
          what="What can be claimed"
          onTryAgain={() => void policy.refetch()}
        />
      ) : (
        <LoadingShape lines={10} />
      )}
      {open?.kind !== undefined && (
        <KindPolicyForm policy={open.kind} onClose={() => setOpen(null)} />
      )}
      {open?.general !== undefined && (
        <GeneralPolicyForm policy={open.general} onClose={() => setOpen(null)} />
      )}
      <PaperDialog
        isOpen={isPrinting}
        title="What you can claim"
        load={(size) => loadSheet(on, size)}
        onClose={() => setIsPrinting(false)}
      />
    </>
  );
}

const dayWords = (on: LocalDate, today: LocalDate): string =>
  on === today ? 'today' : `on ${formatDateNoWeekday(on)}`;

function DayForm(props: { readonly on: LocalDate; readonly onShow: (on: LocalDate) => void }) {
  const form = useContractForm(
    z.object({ on: LocalDate }),
    { on: props.on },
    { onSubmit: async ({ on }) => props.onShow(on) },
  );
  return (
    <Box sx={{ mb: 2 }}>
      <ContractFormBody form={form} label="Show another day">
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'end' }}>
          <LocalDateField name="on" label="As it stands on" />
          <Button type="submit" variant="outlined" sx={{ mb: '1.7rem' }}>
            Show this day
          </Button>
        </Box>
      </ContractFormBody>
    </Box>
  );
}
