import Button from '@mui/material/Button';
import { type ReactNode, useId } from 'react';
import { dateOf } from '#db/shared/local-date';
import { formatDate } from '#db/shared/plain-words';
import { ClockIcon, CloseIcon, TickIcon, UndoIcon, WarningIcon } from '../shared/icons.tsx';
import { placeWords, type SeriesRow } from './series-rows.ts';

/** What can be done with one date: booked or changed, left as the series says, dropped, or moved. */
export type RowChoice = 'take' | 'leave' | 'drop' | 'put-back';

type SeriesTableRowProps = {
  readonly row: SeriesRow;
  /** A series that is changed shows where each date stands now. */
  readonly isChange: boolean;
  readonly isMoving: boolean;
  readonly onChoose: (choice: RowChoice) => void;
  readonly onMove: () => void;
  /** The form for another time, drawn below while the date is being moved. */
  readonly children: ReactNode;
};

/** Plain elements with one set of styles around the table: a series may have hundreds of dates. */
export function SeriesTableRow(props: SeriesTableRowProps) {
  const { row, isChange, onChoose } = props;
  const id = useId();
  const day = formatDate(row.originalDate);
  return (
    <>
      <tr className={row.outcome}>
        <td>
          <label className="tick" htmlFor={id}>
            <input
              id={id}
              type="checkbox"
              checked={row.outcome === 'book'}
              disabled={!row.canTick}
              aria-label={`${isChange ? 'Change' : 'Book'} ${day}`}
              onChange={(event) => onChoose(event.target.checked ? 'take' : 'leave')}
            />
          </label>
        </td>
        <th scope="row">
          <strong>{formatDate(dateOf((row.before ?? row.place).startsAt))}</strong>{' '}
          <span className="detail">{placeWords(row.before ?? row.place)}</span>
        </th>
        {row.before !== null && (
          <td>{row.outcome === 'stays' ? 'Stays as it is' : <After row={row} />}</td>
        )}
        <td data-personal="">
          <Words row={row} />
        </td>
        <td className="actions">
          {row.canMove && (
            <Button
              size="small"
              variant="outlined"
              aria-expanded={props.isMoving}
              aria-label={`Move ${day}`}
              onClick={props.onMove}
            >
              Move
            </Button>
          )}
          {row.outcome === 'want' && (
            <Button
              size="small"
              startIcon={<CloseIcon />}
              aria-label={`${day} is not wanted`}
              onClick={() => onChoose('drop')}
            >
              Not wanted
            </Button>
          )}
          {(row.isMoved || row.outcome === 'drop') && (
            <Button
              size="small"
              startIcon={<UndoIcon />}
              aria-label={`Put ${day} back`}
              onClick={() => onChoose('put-back')}
            >
              Put back
            </Button>
          )}
        </td>
      </tr>
      {props.isMoving && (
        <tr>
          <td colSpan={isChange ? 5 : 4}>
            <div className="move">{props.children}</div>
          </td>
        </tr>
      )}
    </>
  );
}

/** Where the date will be; its day only when that is another. */
function After({ row }: { readonly row: SeriesRow }) {
  const { before, place } = row;
  const date = dateOf(place.startsAt);
  const isSameDay = before !== null && dateOf(before.startsAt) === date;
  return (
    <>
      {!isSameDay && <strong>{formatDate(date)} </strong>}
      <strong>{placeWords(place)}</strong>
    </>
  );
}

function Words({ row }: { readonly row: SeriesRow }) {
  return (
    <>
      {row.outcome === 'want' && (
        <span className="state">
          <WarningIcon /> Kept as wanted
        </span>
      )}
      {row.outcome === 'drop' && (
        <span className="state">
          <CloseIcon /> Left out
        </span>
      )}
      {row.isMoved && (
        <span className="state">
          <TickIcon /> Moved
        </span>
      )}
      {row.isClockChange && (
        <span className="state">
          <ClockIcon /> The clocks change on this day
        </span>
      )}
      {row.words !== '' && <span>{row.words}</span>}
    </>
  );
}
