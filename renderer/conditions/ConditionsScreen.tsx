import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Condition, ConditionKind } from '#db/conditions/conditions.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useCan, useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { BackToSettings } from '../settings/BackToSettings.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { AddIcon, PrintIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { CONDITION_WORDS, ConditionForm } from './ConditionForm.tsx';
import { conditionPapers, useConditionTexts } from './conditions.queries.ts';

const PAPERS = {
  guidelines: { title: 'Guidelines for the rooms', words: 'Print the guidelines' },
  fireSheet: { title: 'Fire procedure', words: 'Print the fire procedure' },
  notice: { title: 'Conditions of use for the wall', words: 'Print the notice for the wall' },
} as const;
type PaperName = keyof typeof PAPERS;

/** The guidelines and the fire procedure: what holds now, earlier versions, and the papers. */
export function ConditionsScreen() {
  const texts = useConditionTexts();
  const mayChange = useCan(MANAGER_ONLY);
  const { say } = useToast();
  const [adding, setAdding] = useState<ConditionKind | null>(null);
  const [paper, setPaper] = useState<PaperName | null>(null);

  function tell(text: Condition): void {
    setAdding(null);
    say({
      words: `${CONDITION_WORDS[text.kind]}, version ${text.number}, holds from ${formatDateNoWeekday(text.from)}.`,
    });
  }

  return (
    <>
      <PageHeader
        title="Guidelines and fire procedure"
        actions={<BackToSettings />}
        printAction={{ words: PAPERS.notice.words, run: () => setPaper('notice') }}
      />
      <Typography sx={{ mb: 2, maxWidth: '44rem' }}>
        People are given the guidelines before they use a room, and the fire procedure before they
        are checked in, where the council’s paper asks for it. Each new version says whether people
        have to be given it again.
      </Typography>
      {texts.isError ? (
        <ProblemPanel
          error={texts.error}
          what="The texts"
          onTryAgain={() => void texts.refetch()}
        />
      ) : texts.data === undefined ? (
        <LoadingShape lines={8} />
      ) : (
        <Box sx={{ display: 'grid', gap: 4 }}>
          {(['guidelines', 'fire'] as const).map((kind) => (
            <Versions
              key={kind}
              kind={kind}
              texts={texts.data.filter((text) => text.kind === kind)}
              onAdd={mayChange ? () => setAdding(kind) : undefined}
              onPrint={() => setPaper(kind === 'fire' ? 'fireSheet' : 'guidelines')}
            />
          ))}
        </Box>
      )}
      {adding !== null && (
        <FormDialog
          title={`New version: ${CONDITION_WORDS[adding]}`}
          width="md"
          onClose={() => setAdding(null)}
        >
          <ConditionForm
            kind={adding}
            latest={texts.data?.find((text) => text.kind === adding)}
            onSaved={tell}
            onClose={() => setAdding(null)}
          />
        </FormDialog>
      )}
      <PaperDialog
        isOpen={paper !== null}
        title={PAPERS[paper ?? 'notice'].title}
        load={conditionPapers[paper ?? 'notice']}
        onClose={() => setPaper(null)}
      />
    </>
  );
}

function Versions(props: {
  readonly kind: ConditionKind;
  readonly texts: readonly Condition[];
  readonly onAdd: (() => void) | undefined;
  readonly onPrint: () => void;
}) {
  const today = useToday();
  const [latest, ...earlier] = props.texts;
  const inForce = props.texts.find((text) => text.from <= today);
  const words = CONDITION_WORDS[props.kind];
  const addButton = props.onAdd !== undefined && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={props.onAdd}>
      {`Enter a new version of the ${words.toLowerCase()}`}
    </Button>
  );
  return (
    <Box component="section" aria-label={words}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {words}
      </Typography>
      {latest === undefined ? (
        <EmptyState
          words={`No ${words.toLowerCase()} ${props.kind === 'fire' ? 'is' : 'are'} entered yet. Until then nobody is held up at check-in for want of ${props.kind === 'fire' ? 'it' : 'them'}.`}
          action={addButton}
        />
      ) : (
        <>
          <Version text={latest} isInForce={latest === inForce} />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1.5 }}>
            <Button variant="outlined" startIcon={<PrintIcon />} onClick={props.onPrint}>
              {props.kind === 'fire' ? PAPERS.fireSheet.words : PAPERS.guidelines.words}
            </Button>
            {addButton}
          </Box>
        </>
      )}
      {earlier.length > 0 && (
        <Box component="details" sx={{ mt: 1.5 }}>
          <Box component="summary" sx={{ cursor: 'pointer', paddingBlock: 0.5 }}>
            Earlier versions
          </Box>
          <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
            {earlier.map((text) => (
              <Version key={text.id} text={text} isInForce={text === inForce} />
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}

function Version(props: { readonly text: Condition; readonly isInForce: boolean }) {
  const { text, isInForce } = props;
  return (
    <Box
      sx={(theme) => ({
        padding: 2,
        border: `1px solid ${theme.trc.line}`,
        borderRadius: 1.5,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600 }}>
          {`Version ${text.number}, from ${formatDateNoWeekday(text.from)}`}
        </Typography>
        {isInForce && <StatusWord tone="good" words="Holds today" />}
      </Box>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {text.mustAcknowledgeAgain || text.number === 1
          ? 'Everybody has to be given this version.'
          : 'Whoever was given an earlier version need not be given this one.'}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-line', maxWidth: '44rem' }}>{text.text}</Typography>
    </Box>
  );
}
