import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { hidingWords, sourceWords } from '#db/profiles/count-words.rules';
import type { ProfileCounts } from '#db/profiles/profiles.contract';
import { DESK_ROLES, MANAGER_ONLY } from '#db/shared/access';
import { countOf, joinWords } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { PlainSelect } from '../people/PlainSelect.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { PaperDialog } from '../shared/PaperDialog.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SaveFileButton } from '../shared/SaveFileButton.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { CompletenessCard } from './CompletenessCard.tsx';
import { BreakdownTable, CountTable } from './CountTable.tsx';
import { countFiles, useCounts, useSettleSheets, useWaiting } from './profiles.queries.ts';

type Apart = '' | 'area' | 'tenure';
const APART = [
  { value: 'area', words: 'By area' },
  { value: 'tenure', words: 'By tenure' },
];

/** Who takes part beside all tenants: counts only, with small numbers hidden (PPL-06 to PPL-09). */
export function CountsScreen() {
  const [year, setYear] = useState<string | null>(null);
  const [apart, setApart] = useState<Apart>('');
  const [isPrinting, setIsPrinting] = useState(false);
  const counts = useCounts(year);
  const mayEnter = useCan(DESK_ROLES);
  const mayChange = useCan(MANAGER_ONLY);
  const files = countFiles(counts.data?.year ?? year);
  const enterButton = mayEnter && (
    <Button
      component={RouterLink}
      to={pathTo.profileSheets()}
      variant="contained"
      startIcon={<AddIcon />}
    >
      Enter equality forms
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Who takes part"
        actions={
          <>
            {mayChange && (
              <Button component={RouterLink} to={pathTo.profileQuestions()}>
                Questions and comparisons
              </Button>
            )}
            <SaveFileButton words="Save as a spreadsheet" load={files.table} />
            {enterButton}
          </>
        }
        printAction={{ words: 'Print the counts', run: () => setIsPrinting(true) }}
      />
      {mayEnter && <WaitingLine />}
      {counts.isError ? (
        <ProblemPanel
          error={counts.error}
          what="The counts"
          onTryAgain={() => void counts.refetch()}
        />
      ) : counts.data === undefined ? (
        <LoadingShape lines={8} />
      ) : (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'end', mb: 2 }}>
            {counts.data.years.length > 1 && (
              <PlainSelect
                label="Year"
                value={year ?? ''}
                options={counts.data.years.slice(1).map((each) => ({ value: each, words: each }))}
                emptyWords={counts.data.years[0] ?? ''}
                onChoose={(value) => setYear(value === '' ? null : value)}
              />
            )}
            <PlainSelect
              label="Tell apart"
              value={apart}
              options={APART}
              emptyWords="Those involved"
              onChoose={(value) => setApart(value as Apart)}
            />
          </Box>
          {counts.data.sheets === null ? (
            <EmptyState
              words={`Fewer than ${counts.data.threshold} forms of ${counts.data.year} count. Nothing is shown of so few.`}
              action={enterButton}
            />
          ) : (
            <Counts counts={counts.data} apart={apart} />
          )}
          <CompletenessCard />
        </>
      )}
      {isPrinting && (
        <PaperDialog
          isOpen
          title={`Who takes part, ${counts.data?.year ?? ''}`}
          load={files.paper}
          onClose={() => setIsPrinting(false)}
        />
      )}
    </>
  );
}

/** How many forms are entered and not counted, and the press that counts them. */
function WaitingLine() {
  const waiting = useWaiting().data;
  const settle = useSettleSheets();
  const { say } = useToast();
  const saying = useSayingRefusal();
  if (waiting === undefined || waiting.sheets === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 2 }}>
      <Typography>
        {`${countOf(waiting.sheets, 'form')} ${waiting.sheets === 1 ? 'is' : 'are'} entered and not counted yet. They are counted ${waiting.threshold} of a kind or more at a time, so that no single one can be read off this page.`}
      </Typography>
      {waiting.mayCount && (
        <Button
          variant="outlined"
          onClick={() =>
            void saying(async () => {
              const { counted } = await settle.mutateAsync();
              say({ words: `${countOf(counted, 'form')} counted.` });
            })
          }
        >
          Count them now
        </Button>
      )}
    </Box>
  );
}

function Counts({ counts, apart }: { readonly counts: ProfileCounts; readonly apart: Apart }) {
  const { threshold, questions, gapGroups } = counts;
  const sources = [
    ...new Set(
      [...gapGroups, ...questions.flatMap(({ lines }) => lines)].flatMap(({ comparator }) =>
        comparator === null ? [] : [sourceWords(comparator)],
      ),
    ),
  ];
  return (
    <>
      <Typography sx={{ fontSize: '1.1875rem', fontWeight: 620, mb: 1 }}>
        {sheetWords(counts)}
      </Typography>
      {apart === '' && gapGroups.length > 0 && (
        <Section title="Groups the council wants to reach">
          <CountTable
            title="Groups the council wants to reach"
            of="Group"
            lines={gapGroups}
            threshold={threshold}
          />
        </Section>
      )}
      {apart === '' && counts.notCounted.length > 0 && (
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {`The council’s paper also names ${joinWords(counts.notCounted)}. Nothing here counts them yet.`}
        </Typography>
      )}
      {questions.map(({ id, words, lines, byArea, byTenure }) => {
        const table = apart === 'area' ? byArea : byTenure;
        return (
          <Section key={id} title={words}>
            {apart === '' ? (
              <CountTable title={words} of="Answer" lines={lines} threshold={threshold} />
            ) : table === null ? (
              <Typography color="textSecondary">
                {apart === 'area'
                  ? 'Too few forms of one area to tell areas apart.'
                  : 'Too few forms of one tenure to tell tenures apart.'}
              </Typography>
            ) : (
              <BreakdownTable title={words} table={table} threshold={threshold} />
            )}
          </Section>
        );
      })}
      <Section title="What the numbers mean">
        <Box component="ul" sx={{ m: 0, paddingInlineStart: 3 }}>
          {[
            ...hidingWords(threshold),
            'The bar is the share of those involved; the upright line stands where all tenants would.',
            ...sources.map((source) => `Shares of all tenants: ${source}.`),
          ].map((each) => (
            <li key={each}>{each}</li>
          ))}
        </Box>
      </Section>
    </>
  );
}

function Section(props: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Box component="section" aria-label={props.title} sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {props.title}
      </Typography>
      {props.children}
    </Box>
  );
}

const sheetWords = ({ year, sheets, involvedSheets }: ProfileCounts): string =>
  `${countOf(sheets ?? 0, 'form')} of ${year} count${sheets === 1 ? 's' : ''}, ${
    involvedSheets === null
      ? 'too few of one kind to tell those involved from the others'
      : `${involvedSheets} of them from people who take part`
  }.`;
