import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { DateChoice } from '#db/bookings/series/series.contract';
import type { LocalDate } from '#db/shared/local-date';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { SaveBar } from '../bookings/SaveBar.tsx';
import { SeriesMoveForm } from './SeriesMoveForm.tsx';
import { type SeriesRow, withChoice } from './series-rows.ts';
import { seriesTableStyles } from './series-styles.ts';
import { type RowChoice, SeriesTableRow } from './SeriesTableRow.tsx';

type SeriesPreviewProps = {
  /** The rule in words: 'Every Monday, 10am to 12pm, 1 March to 31 May 2027'. */
  readonly words: string;
  readonly rows: readonly SeriesRow[];
  readonly totals: string;
  /** A series that is changed shows where each date stands now. */
  readonly isChange: boolean;
  readonly saveWords: string;
  readonly backWords: string;
  readonly choices: readonly DateChoice[];
  readonly onChoose: (choices: DateChoice[]) => void;
  readonly onSave: () => void;
  readonly onBack: () => void;
  /** The list still speaks of the choices before the last one. */
  readonly isReading: boolean;
  readonly isSending: boolean;
  readonly refusal: string;
  readonly children?: ReactNode;
};

/**
 * Every date of a series, new or changed, before anything is saved: what is in its way and what
 * becomes of it. Each can be left out or moved; the list is read again after each choice.
 */
export function SeriesPreview(props: SeriesPreviewProps) {
  const { rows, choices, onChoose, isChange } = props;
  const [movingDate, setMovingDate] = useState<LocalDate | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function saveOnKeys(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !event.ctrlKey || props.isSending) return;
    event.preventDefault();
    props.onSave();
  }

  return (
    <Box onKeyDown={saveOnKeys} sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <ErrorSummary
        errors={props.refusal === '' ? [] : [{ field: null, message: props.refusal }]}
      />
      <Box>
        <Typography variant="h3" component="h3" ref={heading} tabIndex={-1}>
          {props.words}
        </Typography>
        <Typography role="status">{props.totals}</Typography>
      </Box>
      <Box
        role="region"
        aria-label="Dates of the series"
        aria-busy={props.isReading}
        tabIndex={0}
        sx={[seriesTableStyles, { opacity: props.isReading ? 0.7 : 1 }]}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{isChange ? 'Change' : 'Book'}</th>
              <th scope="col">{isChange ? 'Now' : 'Date'}</th>
              {isChange && <th scope="col">After</th>}
              <th scope="col">What is in the way</th>
              <th scope="col">Another time</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SeriesTableRow
                key={row.originalDate}
                row={row}
                isChange={isChange}
                isMoving={movingDate === row.originalDate}
                onChoose={(choice) =>
                  onChoose(withChoice(choices, row.originalDate, choiceOf(choice, row)))
                }
                onMove={() =>
                  setMovingDate(movingDate === row.originalDate ? null : row.originalDate)
                }
              >
                <SeriesMoveForm
                  row={row}
                  onMove={(to) => {
                    onChoose(withChoice(choices, row.originalDate, { choice: 'move', to }));
                    setMovingDate(null);
                  }}
                  onClose={() => setMovingDate(null)}
                />
              </SeriesTableRow>
            ))}
          </tbody>
        </table>
      </Box>
      {props.children}
      <SaveBar
        saveWords={props.saveWords}
        closeWords={props.backWords}
        inTheWay={undefined}
        isSending={props.isSending || props.isReading}
        onSave={props.onSave}
        onClose={props.onBack}
      />
    </Box>
  );
}

/** A press on a line as the contract's choice; null lets the date follow the series again. */
function choiceOf(choice: RowChoice, row: SeriesRow): Omit<DateChoice, 'originalDate'> | null {
  switch (choice) {
    case 'take':
      // A date that was left out by hand is simply taken again; a closed one is booked all the same.
      return row.outcome === 'drop' ? null : { choice: 'book', to: null };
    case 'leave':
    case 'drop':
      return { choice: 'skip', to: null };
    case 'put-back':
      return null;
  }
}
