import Typography from '@mui/material/Typography';
import { COST_KIND_WORDS } from '#db/claim-policy/claim-policy.contract';
import { capsWords, rateWords } from '#db/claim-policy/policy-words.rules';
import { FROM_THE_START } from '#db/claim-policy/starting-policies.rules';
import { compareText, dateOf, localDateTimeOf } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { usePolicyHistory } from './claim-policy.queries.ts';

/** What was entered for which day, and what is coming; the latest first day stands on top. */
export function PolicyHistory() {
  const history = usePolicyHistory();
  const today = useToday();
  if (history.isError)
    return (
      <ProblemPanel
        error={history.error}
        what="What held when"
        onTryAgain={() => void history.refetch()}
      />
    );
  if (history.data === undefined) return null;
  const entered = [
    ...history.data.kinds.map((kind) => ({
      ...kind,
      what: COST_KIND_WORDS[kind.kind],
      words: [rateWords(kind), capsWords(kind.caps)].filter((text) => text !== '').join('. '),
    })),
    ...history.data.general.map((general) => ({
      ...general,
      what: 'For every claim',
      words: 'Limits',
    })),
  ]
    .filter(({ from }) => from !== FROM_THE_START)
    .toSorted((one, other) => compareText(other.from, one.from));
  return (
    <Card component="section" title="What held when">
      {entered.length === 0 ? (
        <Typography>
          Nothing has been entered. What the council’s paper says holds from the start.
        </Typography>
      ) : (
        <DataTable
          label="What held when"
          rows={entered}
          keyOf={(version) => version.id}
          minWidth="40rem"
          isStacked
          columns={[
            {
              heading: 'First day',
              cell: (version) => (
                <>
                  {formatDateNoWeekday(version.from)}{' '}
                  {version.from > today && <StatusWord tone="info" words="Coming" />}
                </>
              ),
            },
            { heading: 'What', cell: (version) => version.what },
            { heading: 'What is paid', cell: (version) => version.words },
            {
              heading: 'Entered',
              cell: (version) =>
                `${version.enteredBy}, ${formatDateNoWeekday(dateOf(localDateTimeOf(version.enteredAt)))}`,
            },
            { heading: 'Decided', cell: (version) => version.source },
          ]}
        />
      )}
    </Card>
  );
}
