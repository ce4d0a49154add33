import Button from '@mui/material/Button';
import { ACCESS_WORDS, type Facility } from '#db/facilities/facilities.contract';
import { countOf, formatMinutes, joinWords } from '#db/shared/plain-words';
import { Card } from '../shared/Card.tsx';
import { FactList } from '../shared/FactList.tsx';
import { EditIcon } from '../shared/icons.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { FACILITY_KIND_WORDS } from './facility-form-values.ts';
import { weekHoursWords } from './week-hours-words.ts';

type FacilityCardProps = {
  readonly facility: Facility;
  /** Undefined when the person may not change rooms. */
  readonly onChange: ((part: FacilityPart) => void) | undefined;
  /** Undefined when the person may not mark a computer as out of order. */
  readonly onSeats: (() => void) | undefined;
};

/** What of a room a button opens. */
export type FacilityPart = 'details' | 'use' | 'layouts' | 'seats';

/** One room or service as it is set up. */
export function FacilityCard({ facility, onChange, onSeats }: FacilityCardProps) {
  return (
    <Card
      component="li"
      title={facility.name}
      marks={
        facility.isActive ? (
          <StatusWord
            tone={facility.isBookable ? 'good' : 'info'}
            words={facility.isBookable ? 'Can be booked' : 'Walk in'}
          />
        ) : (
          <StatusWord tone="quiet" words="No longer in use" />
        )
      }
      actions={
        <>
          {onSeats !== undefined && facility.seats.length > 0 && (
            <Button variant="outlined" onClick={onSeats}>
              {`Places of ${facility.name}`}
            </Button>
          )}
          {onChange !== undefined && (
            <>
              {facility.units === 1 ? (
                <Button
                  variant="outlined"
                  aria-label={`Layouts of ${facility.name}`}
                  onClick={() => onChange('layouts')}
                >
                  Layouts
                </Button>
              ) : (
                facility.seats.length === 0 && (
                  <Button
                    variant="outlined"
                    aria-label={`Name the places of ${facility.name}`}
                    onClick={() => onChange('seats')}
                  >
                    Name the places
                  </Button>
                )
              )}
              <Button
                variant="outlined"
                aria-label={`How it is used: ${facility.name}`}
                onClick={() => onChange('use')}
              >
                How it is used
              </Button>
              <Button
                variant="outlined"
                startIcon={<EditIcon />}
                aria-label={`Change ${facility.name}`}
                onClick={() => onChange('details')}
              >
                Change
              </Button>
            </>
          )}
        </>
      }
    >
      <FactList
        facts={[
          { label: 'Kind', value: FACILITY_KIND_WORDS[facility.kind] },
          {
            label: 'Holds',
            value:
              facility.capacity === null
                ? 'Not entered'
                : countOf(facility.capacity, 'person', 'people'),
          },
          {
            label: 'Open',
            value:
              facility.hours === null
                ? 'Not entered: only a time that has passed is refused'
                : weekHoursWords(facility.hours).map((line) => <div key={line}>{line}</div>),
          },
          ...factsOfUse(facility),
        ]}
      />
    </Card>
  );
}

/** What a manager has said about the use of the room; what nobody has said is left out. */
function factsOfUse(facility: Facility) {
  const limits = [
    ...(facility.longestMinutes === null
      ? []
      : [`at most ${formatMinutes(facility.longestMinutes)}`]),
    ...(facility.daysAhead === null ? [] : [`${countOf(facility.daysAhead, 'day')} ahead`]),
    ...(facility.noticeOpenDays === null
      ? []
      : [
          `late if cancelled with less than ${countOf(facility.noticeOpenDays, 'open day')} of notice`,
        ]),
    ...(facility.minimumAge === null
      ? []
      : [`from ${countOf(facility.minimumAge, 'year')} on one’s own`]),
    ...(facility.needsApproval ? ['an officer approves each booking'] : []),
  ];
  return [
    ...(facility.units === 1
      ? []
      : [{ label: 'Places', value: countOf(facility.units, facility.unitName || 'place') }]),
    ...(facility.layouts.length === 0
      ? []
      : [
          {
            label: 'Layouts',
            value: facility.layouts.map((layout) => (
              <div key={layout.id}>{layoutWords(layout)}</div>
            )),
          },
        ]),
    ...(facility.accessFeatures.length === 0
      ? []
      : [
          {
            label: 'Access',
            value: facility.accessFeatures.map((feature) => ACCESS_WORDS[feature]).join(', '),
          },
        ]),
    ...(limits.length === 0 ? [] : [{ label: 'Limits', value: joinWords(limits) }]),
  ];
}

function layoutWords(layout: Facility['layouts'][number]): string {
  const parts = [
    ...(layout.capacity === null ? [] : [`holds ${layout.capacity}`]),
    ...(layout.setupMinutes === 0 ? [] : [`${formatMinutes(layout.setupMinutes)} to set out`]),
    ...(layout.cleardownMinutes === 0
      ? []
      : [`${formatMinutes(layout.cleardownMinutes)} to clear down`]),
  ];
  return parts.length === 0 ? layout.name : `${layout.name}: ${parts.join(', ')}`;
}
