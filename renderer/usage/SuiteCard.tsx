import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { minutesBetween, timeOf } from '#db/shared/local-date';
import { countOf, formatMinutes, formatTime } from '#db/shared/plain-words';
import type { SuiteNow, Usage } from '#db/usage/usage.contract';
import { useNow } from '../app/session-context.tsx';
import { Card } from '../shared/Card.tsx';
import { AddIcon } from '../shared/icons.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';

type Props = {
  readonly suite: SuiteNow;
  /** Undefined when the person does not serve at the desk. */
  readonly onStart: (() => void) | undefined;
  /** For a photocopier, a library or a kitchen: nobody sits down there, a use is entered. */
  readonly onRecord: (() => void) | undefined;
  readonly onStop: ((usage: Usage) => void) | undefined;
};

/** A computer suite now: what is free until when, and who sits where since when. */
export function SuiteCard({ suite, onStart, onRecord, onStop }: Props) {
  const hasPlaces = suite.units !== null;
  const act = hasPlaces ? onStart : onRecord;
  return (
    <Card
      component="section"
      // What has places lists who sits there; the rest is a name and a button.
      isWide={hasPlaces}
      title={suite.facilityName}
      marks={
        <>
          {suite.closedWords !== '' && <StatusWord tone="bad" words={suite.closedWords} />}
          {suite.closedWords === '' && suite.freeNow !== null && (
            <StatusWord tone={suite.freeNow > 0 ? 'good' : 'bad'} words={suite.freeWords} />
          )}
          {suite.outOfOrder > 0 && (
            <StatusWord
              tone="warning"
              words={`${countOf(suite.outOfOrder, suite.unitName || 'place')} out of order`}
            />
          )}
        </>
      }
      actions={
        act !== undefined && (
          <Button
            variant={hasPlaces ? 'contained' : 'outlined'}
            startIcon={<AddIcon />}
            aria-label={`${hasPlaces ? 'Start a session' : 'Enter a use'}: ${suite.facilityName}`}
            onClick={act}
          >
            {hasPlaces ? 'Start a session' : 'Enter a use'}
          </Button>
        )
      }
    >
      {suite.open.length === 0 ? (
        hasPlaces && (
          <Typography color="textSecondary" sx={{ mt: 1 }}>
            Nobody is here now.
          </Typography>
        )
      ) : (
        <Box
          component="ul"
          sx={{ listStyle: 'none', m: 0, mt: 1.5, p: 0, display: 'grid', gap: 1 }}
        >
          {suite.open.map((usage) => (
            <OpenSession key={usage.id} usage={usage} unitName={suite.unitName} onStop={onStop} />
          ))}
        </Box>
      )}
    </Card>
  );
}

function OpenSession(props: {
  readonly usage: Usage;
  readonly unitName: string;
  readonly onStop: Props['onStop'];
}) {
  const { usage, unitName, onStop } = props;
  const now = useNow();
  const since = formatTime(timeOf(usage.startedAt));
  const minutes = Math.max(0, minutesBetween(usage.startedAt, now));
  return (
    <Box
      component="li"
      sx={(theme) => ({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        borderTop: `1px solid ${theme.trc.line}`,
        paddingTop: 1,
      })}
    >
      <Typography sx={{ minWidth: '8rem', fontWeight: 550 }}>
        {usage.seatName || (unitName === '' ? 'Any place' : `Any ${unitName}`)}
      </Typography>
      <Typography data-personal="" sx={{ fontWeight: 620 }}>
        {usage.personName}
      </Typography>
      <Typography color="textSecondary">
        {[usage.groupName === '' ? '' : `for ${usage.groupName}`, usage.purpose]
          .filter((part) => part !== '')
          .join(', ')}
      </Typography>
      <Typography sx={{ marginInlineStart: 'auto' }}>
        {`since ${since}${minutes === 0 ? '' : `, ${formatMinutes(minutes)}`}`}
      </Typography>
      {onStop !== undefined && (
        <Button
          variant="outlined"
          aria-label={`End the session of ${usage.personName}`}
          onClick={() => onStop(usage)}
        >
          End the session
        </Button>
      )}
    </Box>
  );
}
