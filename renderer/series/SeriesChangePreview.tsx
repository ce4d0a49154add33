import Button from '@mui/material/Button';
import { useState } from 'react';
import type { FreedOffers } from '#db/bookings/bookings.contract';
import type { DateChoice, Series, SeriesChange } from '#db/bookings/series/series.contract';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SeriesPreview } from './SeriesPreview.tsx';
import { rowsOfChange, saveWords, totalWords } from './series-rows.ts';
import { useChangeSeries, useSeriesChangePreview } from './series.queries.ts';
import { useSeriesSaving } from './use-series-saving.ts';

type SeriesChangePreviewProps = {
  readonly wanted: SeriesChange;
  readonly series: Series;
  /** Where the way back leads: the form, unless told. */
  readonly backWords?: string;
  readonly onBack: () => void;
  readonly onSaved: (series: Series & FreedOffers, count: number) => void;
};

/** The differences a change of a series makes: which dates change, which stay and why. */
export function SeriesChangePreview(props: SeriesChangePreviewProps) {
  const { wanted, series, onBack, onSaved, backWords = 'Back to the form' } = props;
  const [choices, setChoices] = useState<DateChoice[]>([]);
  const asked = { ...wanted, choices };
  const change = useChangeSeries();
  // Once saved, the series has moved on from what was asked, and asking again would be refused before the list has gone.
  const preview = useSeriesChangePreview(asked, change.isPending || change.isSuccess);

  const { refusal, save } = useSeriesSaving(() => preview.refetch());

  if (preview.isError) {
    return (
      <>
        <ProblemPanel
          error={preview.error}
          what="The list of what changes"
          onTryAgain={() => void preview.refetch()}
        />
        <Button sx={{ mt: 1.5 }} onClick={onBack}>
          {backWords}
        </Button>
      </>
    );
  }
  if (preview.data === undefined) return <LoadingShape lines={8} />;
  const { changes, differences } = preview.data;
  const rows = rowsOfChange(differences, series, asked);
  return (
    <SeriesPreview
      words={series.words}
      isChange
      rows={rows}
      totals={totalWords(rows, 'changed')}
      saveWords={saveWords('Change', changes, 0)}
      backWords={backWords}
      choices={choices}
      onChoose={setChoices}
      onSave={() => void save(async () => onSaved(await change.mutateAsync(asked), changes))}
      onBack={onBack}
      isReading={preview.isPlaceholderData}
      isSending={change.isPending || changes === 0}
      refusal={refusal}
    />
  );
}
