import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { Claim, ClaimReceipt, Warning } from '#db/claims/claims.contract';
import { ReceiptCapture } from '../../receipts/ReceiptCapture.tsx';
import { useSayingRefusal } from '../../shared/use-saying-refusal.ts';
import { receiptsOf, receiptWords } from './claim-words.ts';
import { DescribeReceipt } from './DescribeReceipt.tsx';
import { useAttachReceipt, useRemoveReceipt } from './filing.queries.ts';
import { ReceiptOnScreen } from './ReceiptOnScreen.tsx';
import { StepButtons } from './StepFrame.tsx';
import { WarningList } from './WarningList.tsx';

type Props = {
  readonly claim: Claim;
  readonly isHandedOver: boolean;
  /** Saves what was changed before: a receipt is laid to the claim as it stands on record. */
  readonly onKeep: () => Promise<void>;
  readonly onContinue: () => void;
  readonly onBack?: (() => void) | undefined;
};

/** The receipts on the table, one after the other; each waits to be laid to a cost. */
export function ReceiptsStep({ claim, isHandedOver, onKeep, onContinue, onBack }: Props) {
  const attach = useAttachReceipt();
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const receipts = receiptsOf(claim);
  const step = useRef<HTMLDivElement>(null);

  return (
    <Box ref={step}>
      <ReceiptCapture
        isBusy={attach.isPending}
        onTaken={async (file) => {
          await onKeep();
          const taken = await attach.mutateAsync({
            id: claim.id,
            kind: 'receipt',
            lineIds: [],
            ...file,
          });
          setWarnings((before) => [...before, ...taken.warnings]);
          goOnFrom(step.current);
        }}
      />
      <WarningList claimId={claim.id} warnings={warnings} isHandedOver={isHandedOver} />
      {receipts.length > 0 && (
        <Box
          component="ul"
          aria-label="Receipts taken in"
          sx={{
            listStyle: 'none',
            margin: 0,
            padding: 0,
            mt: 2.5,
            display: 'grid',
            gap: 2,
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 11rem), 1fr))',
          }}
        >
          {receipts.map((receipt) => (
            <TakenReceipt
              key={receipt.id}
              claim={claim}
              receipt={receipt}
              onRemoved={() => setWarnings([])}
            />
          ))}
        </Box>
      )}
      <StepButtons
        continueWords={receipts.length === 0 ? 'Go on without receipts' : 'Continue'}
        onContinue={onContinue}
        onBack={onBack}
        isWaiting={attach.isPending}
      />
    </Box>
  );
}

/** The next key goes on; at the camera the next key is the next picture. */
function goOnFrom(step: HTMLElement | null): void {
  if (document.activeElement?.closest('[aria-label="Camera"]') != null) return;
  step?.querySelector<HTMLElement>('button[data-continue]')?.focus();
}

function TakenReceipt(props: {
  readonly claim: Claim;
  readonly receipt: ClaimReceipt;
  readonly onRemoved: () => void;
}) {
  const { claim, receipt } = props;
  const remove = useRemoveReceipt(claim.id);
  const refusing = useSayingRefusal();
  const [isDescribing, setIsDescribing] = useState(false);
  const label = receiptWords(claim, receipt.id);
  return (
    <Box component="li">
      <ReceiptOnScreen receipt={receipt} label={label} />
      <Typography sx={{ fontWeight: 620 }}>{label}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        <Button
          size="small"
          aria-label={`Note what is printed on ${label.toLowerCase()}`}
          onClick={() => setIsDescribing(true)}
        >
          {receipt.printedNumber === '' && receipt.printedPence === null
            ? 'Note what is printed'
            : 'Change what is noted'}
        </Button>
        <Button
          size="small"
          aria-label={`Take ${label.toLowerCase()} off`}
          onClick={() =>
            void refusing(async () => {
              await remove.mutateAsync(receipt.id);
              props.onRemoved();
            })
          }
        >
          Take off
        </Button>
      </Box>
      {isDescribing && (
        <DescribeReceipt
          claimId={claim.id}
          receipt={receipt}
          label={label}
          onClose={() => setIsDescribing(false)}
        />
      )}
    </Box>
  );
}
