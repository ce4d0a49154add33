import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import {
  type Choice,
  type Chosen,
  LEFT_OUT_WORDS,
  type LeftOut,
} from '#db/mailings/mailings.contract';
import type { PersonId } from '#db/people/people.contract';
import { countOf, formatDateNoWeekday } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { channelCountWords, leftOutWords, wayWords } from './mailing-words.ts';

type Props = {
  readonly choice: Choice;
  readonly onLeaveOut: (person: Chosen) => void;
  readonly onTakeBack: (personId: PersonId) => void;
  readonly onShowAll: () => void;
};

/** Who would get the mailing and how, and everybody who fits and is left out, with the reason of each. */
export function ChoiceLists({ choice, onLeaveOut, onTakeBack, onShowAll }: Props) {
  return (
    <>
      <Typography variant="h2">Who gets it</Typography>
      <Typography role="status" sx={{ mt: 0.5, mb: 1 }}>
        {`${countOf(choice.total, 'person', 'people')}: ${channelCountWords(choice.byChannel)}.`}
        {choice.madeByHand > 0 && ` ${choice.madeByHand} of them by hand.`}
        {choice.inOtherLanguages > 0 &&
          ` ${choice.inOtherLanguages} like another language: have it translated first.`}
      </Typography>
      {choice.chosen.length > 0 && (
        <DataTable
          label="Who gets it"
          rows={choice.chosen}
          keyOf={({ personId }) => personId}
          minWidth="28rem"
          {...shownWords(choice.chosen.length, choice.total)}
          columns={[
            { heading: 'Name', isPersonal: true, cell: (one) => <NameAndArea {...one} /> },
            { heading: 'How', cell: wayWords },
            {
              heading: 'Last asked',
              cell: ({ lastAskedOn }) =>
                lastAskedOn === null ? 'Never' : formatDateNoWeekday(lastAskedOn),
            },
            {
              heading: 'Leave out',
              cell: (one) => (
                <Button
                  size="small"
                  aria-label={`Leave ${one.name} out`}
                  onClick={() => onLeaveOut(one)}
                >
                  Leave out
                </Button>
              ),
            },
          ]}
        />
      )}
      <LeftOutList
        leftOut={choice.leftOut}
        total={choice.totalLeftOut}
        byReason={choice.byReason}
        onTakeBack={onTakeBack}
      />
      {(choice.chosen.length < choice.total || choice.leftOut.length < choice.totalLeftOut) && (
        <Button variant="outlined" onClick={onShowAll} sx={{ mt: 2 }}>
          Show everybody
        </Button>
      )}
    </>
  );
}

const shownWords = (shown: number, total: number): { countWords?: string } =>
  shown < total
    ? { countWords: `The first ${shown} of ${countOf(total, 'person', 'people')}.` }
    : {};

/** Everybody left out of a mailing, with the reason of each. */
export function LeftOutList(props: {
  readonly leftOut: readonly LeftOut[];
  readonly total: number;
  readonly byReason?: Choice['byReason'];
  /** Where somebody left out by hand can still be taken in again. */
  readonly onTakeBack?: (personId: PersonId) => void;
}) {
  const { leftOut, total, byReason, onTakeBack } = props;
  return (
    <Box component="section" aria-label="Who is left out, and why" sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        Who is left out, and why
      </Typography>
      {leftOut.length === 0 ? (
        <Typography>Nobody who fits is left out.</Typography>
      ) : (
        <>
          {byReason !== undefined && byReason.length > 1 && (
            <Typography sx={{ mb: 1 }}>
              {byReason
                .map(({ reason, people }) => `${people} ${LEFT_OUT_WORDS[reason].toLowerCase()}`)
                .join('; ')}
              .
            </Typography>
          )}
          <DataTable
            label="Who is left out"
            rows={leftOut}
            keyOf={({ personId }) => personId}
            minWidth="24rem"
            countWords={
              leftOut.length < total
                ? `The first ${leftOut.length} of ${countOf(total, 'person', 'people')}.`
                : countOf(total, 'person', 'people')
            }
            columns={[
              { heading: 'Name', isPersonal: true, cell: (one) => <NameAndArea {...one} /> },
              {
                heading: 'Why',
                isPersonal: true,
                cell: (one) => (
                  <>
                    {leftOutWords(one)}
                    {onTakeBack !== undefined && one.reason === 'by-hand' && (
                      <Button
                        size="small"
                        aria-label={`Take ${one.name} in again`}
                        onClick={() => onTakeBack(one.personId)}
                      >
                        Take in again
                      </Button>
                    )}
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </Box>
  );
}

function NameAndArea(props: {
  readonly personId: PersonId;
  readonly name: string;
  readonly areaName: string;
}) {
  return (
    <>
      <PersonLink {...props} />
      <Typography variant="body2" color="textSecondary">
        {props.areaName}
      </Typography>
    </>
  );
}

export function PersonLink(props: { readonly personId: PersonId; readonly name: string }) {
  return (
    <Link component={RouterLink} to={pathTo.person(props.personId)}>
      {props.name}
    </Link>
  );
}
