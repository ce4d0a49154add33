import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import {
  REGISTER_STANDING_WORDS,
  type RegisterLine,
  type RegisterStanding,
} from '#db/activities/activities.contract';
import { forWhomWords } from '#db/activities/register.rules';
import { PERSON_KIND_WORDS } from '#db/people/people.contract';
import { formatTime } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { StatusWord, type Tone } from '../shared/StatusWord.tsx';

type Props = {
  readonly lines: readonly RegisterLine[];
  /** What may be done with a line; nothing on a register that is complete. */
  readonly acts?: {
    /** False before the day: nobody can have come. */
    readonly hasBegun: boolean;
    readonly onMark: (line: RegisterLine, standing: RegisterStanding) => void;
    readonly onChange: (line: RegisterLine) => void;
    readonly onRemove: (line: RegisterLine) => void;
  };
};

const TONES: Readonly<Record<RegisterStanding, Tone>> = {
  came: 'good',
  expected: 'quiet',
  apologies: 'info',
};

/** Who is on the register, in the order in which they were put on. */
export function RegisterTable({ lines, acts }: Props) {
  return (
    <DataTable
      label="Register"
      rows={lines}
      keyOf={(line) => line.id}
      minWidth="46rem"
      columns={[
        {
          heading: 'Name',
          isPersonal: true,
          cell: (line) =>
            line.personId === null ? (
              line.name
            ) : (
              <Link component={RouterLink} to={pathTo.person(line.personId)}>
                {line.name}
              </Link>
            ),
        },
        {
          heading: 'Home',
          cell: ({ tenure }) =>
            tenure === null || tenure === 'not-said' ? '' : PERSON_KIND_WORDS[tenure],
        },
        { heading: 'For whom', cell: forWhomWords },
        {
          heading: 'Stands as',
          cell: (line) => (
            <StatusWord
              tone={TONES[line.standing]}
              words={REGISTER_STANDING_WORDS[line.standing]}
            />
          ),
        },
        { heading: 'Also', cell: alsoWords },
        ...(acts === undefined
          ? []
          : [
              {
                heading: 'Do',
                cell: (line: RegisterLine) => <LineActs line={line} {...acts} />,
              },
            ]),
      ]}
    />
  );
}

/** First time, times, and whether they want to claim: seldom all of them, so they share a column. */
function alsoWords(line: RegisterLine): string {
  const times = [
    ...(line.arrivedAt === null ? [] : [`arrived ${formatTime(line.arrivedAt)}`]),
    ...(line.leftAt === null ? [] : [`left ${formatTime(line.leftAt)}`]),
  ];
  return [
    ...(line.isFirstTime ? ['first time'] : []),
    ...times,
    ...(line.wantsToClaim ? ['wants to claim'] : []),
  ].join(', ');
}

function LineActs(props: { readonly line: RegisterLine } & NonNullable<Props['acts']>) {
  const { line, hasBegun, onMark, onChange, onRemove } = props;
  const act = (words: string, run: () => void) => (
    <Button variant="text" size="small" aria-label={`${words}: ${line.name}`} onClick={run}>
      {words}
    </Button>
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
      {hasBegun && line.standing !== 'came' && act('Came', () => onMark(line, 'came'))}
      {line.standing === 'expected' && act('Sent apologies', () => onMark(line, 'apologies'))}
      {act('Change', () => onChange(line))}
      {act('Take off', () => onRemove(line))}
    </Box>
  );
}
