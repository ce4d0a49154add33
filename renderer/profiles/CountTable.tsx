import { figureWords, gapWords } from '#db/profiles/count-words.rules';
import type { Breakdown, CountLine } from '#db/profiles/profiles.contract';
import { countOf } from '#db/shared/plain-words';
import { DataTable } from '../shared/DataTable.tsx';
import { ShareBars } from './ShareBars.tsx';

type Props = {
  readonly title: string;
  /** Heading of the first column: 'Answer', 'Group'. */
  readonly of: string;
  readonly lines: readonly CountLine[];
  readonly threshold: number;
};

/** How many of those involved and of everybody, beside all tenants where somebody entered their share. */
export function CountTable({ title, of, lines, threshold }: Props) {
  const isCompared = lines.some(({ comparator }) => comparator !== null);
  return (
    <DataTable
      label={title}
      rows={lines}
      keyOf={(line) => line.id}
      minWidth={isCompared ? '46rem' : '32rem'}
      columns={[
        { heading: of, cell: (line) => line.words, width: '30%' },
        {
          heading: 'Involved',
          isFigure: true,
          cell: (line) => figureWords(line.involved, threshold),
        },
        { heading: 'Share', cell: (line) => <ShareBars line={line} />, width: '18%' },
        { heading: 'Everybody', isFigure: true, cell: (line) => figureWords(line.all, threshold) },
        ...(isCompared
          ? [
              {
                heading: 'All tenants',
                isFigure: true,
                cell: (line: CountLine) =>
                  line.comparator === null ? '' : `${line.comparator.percent}%`,
              },
              { heading: 'Gap', cell: (line: CountLine) => gapWords(line.gap) },
            ]
          : []),
      ]}
    />
  );
}

/** A question by area or by tenure. */
export function BreakdownTable(props: {
  readonly title: string;
  readonly table: Breakdown;
  readonly threshold: number;
}) {
  const { title, table, threshold } = props;
  return (
    <DataTable
      label={title}
      rows={table.lines}
      keyOf={(line) => line.id}
      minWidth={`${14 + 9 * table.columns.length}rem`}
      columns={[
        { heading: 'Answer', cell: (line) => line.words },
        ...table.columns.map(({ words, sheets }, i) => ({
          heading: `${words}, ${countOf(sheets, 'form')}`,
          isFigure: true,
          cell: (line: Breakdown['lines'][number]) => {
            const figure = line.figures[i];
            return figure === undefined ? '' : figureWords(figure, threshold);
          },
        })),
      ]}
    />
  );
}
