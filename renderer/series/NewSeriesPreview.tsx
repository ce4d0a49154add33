import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { DateChoice, NewSeries, Series } from '#db/bookings/series/series.contract';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { SeriesPreview } from './SeriesPreview.tsx';
import { rowsOfNew, saveWords, totalWords } from './series-rows.ts';
import { useCreateSeries, useSeriesPreview } from './series.queries.ts';
import { useSeriesSaving } from './use-series-saving.ts';

type NewSeriesPreviewProps = {
  readonly wanted: NewSeries;
  readonly onBack: () => void;
  readonly onSaved: (series: Series) => void;
};

/** The dates of a series that is being made. */
export function NewSeriesPreview({ wanted, onBack, onSaved }: NewSeriesPreviewProps) {
  const [choices, setChoices] = useState<DateChoice[]>([]);
  const asked = { ...wanted, choices };
  const preview = useSeriesPreview(asked);
  const create = useCreateSeries();

  const { refusal, save } = useSeriesSaving(() => preview.refetch());

  if (preview.isError) {
    return (
      <ProblemPanel
        error={preview.error}
        what="The list of dates"
        onTryAgain={() => void preview.refetch()}
      />
    );
  }
  if (preview.data === undefined) return <LoadingShape lines={8} />;
  const rows = rowsOfNew(preview.data.dates);
  return (
    <SeriesPreview
      words={preview.data.words}
      isChange={false}
      rows={rows}
      totals={totalWords(rows, 'booked')}
      saveWords={saveWords('Book', preview.data.booked, preview.data.wanted)}
      backWords="Back to the form"
      choices={choices}
      onChoose={setChoices}
      onSave={() => void save(async () => onSaved(await create.mutateAsync(asked)))}
      onBack={onBack}
      isReading={preview.isPlaceholderData}
      isSending={create.isPending}
      refusal={refusal}
    >
      {preview.data.leftOut !== '' && <Typography>{preview.data.leftOut}</Typography>}
    </SeriesPreview>
  );
}
