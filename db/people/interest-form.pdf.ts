import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';
import { joinWords } from '#db/shared/plain-words';
import { PERSON_KIND_WORDS, PersonKind } from './people.contract.ts';
import {
  Channel,
  CHANNEL_WORDS,
  FORMAT_NEED_WORDS,
  FormatNeed,
  PersonFacts,
} from './person-record.contract.ts';

/** What the form says of one person; name, kind and phone stand beside the facts. */
const FilledIn = PersonFacts.extend({
  name: z.string(),
  kind: PersonKind,
  phone: z.string(),
  areaName: z.string(),
  schemeName: z.string(),
});
type FilledIn = z.infer<typeof FilledIn>;

/** The form to join the Sounding Board (DOC-26): blank, or with what is on record for the person to check. */
export const InterestFormValues = z.object({
  ...PaperFrame.shape,
  /** Null draws the blank form. */
  person: FilledIn.nullable(),
  /** What a tick may be put against (PPL-13, PPL-18). */
  serviceAreas: z.array(z.string()).readonly(),
  methods: z.array(z.string()).readonly(),
});
export type InterestFormValues = z.infer<typeof InterestFormValues>;

export function drawInterestForm(fonts: PaperFonts, values: InterestFormValues): DrawnPaper {
  const { person } = values;
  const options = {
    frame: values,
    title: 'Join the Sounding Board',
    template: 'Sounding Board form, version 1',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph(
      person === null
        ? 'Tell us how you would like to have your say about your home and neighbourhood. Leave out whatever you do not want to answer.'
        : 'This is what we have on record. Please put right what is wrong, fill in what is missing if you like, and sign.',
    );
    if (person !== null && person.notInvolvedSince !== null)
      paper.panel(
        ['Not involved, thank you', 'You told us that you do not want to take part.'],
        'alert',
      );
    writeWho(paper, person);
    writeHearing(paper, person);
    writeInterests(paper, values);
    writeTime(paper, person);
    writeNeeds(paper, person);
    writeEnd(paper, person);
  });
}

/** A known answer in print, an unknown one as a line to write on. */
function writeAnswers(
  paper: PaperWriter,
  answers: readonly { readonly label: string; readonly value: string; readonly lines?: number }[],
): void {
  const known = answers.filter(({ value }) => value !== '');
  if (known.length > 0) paper.fieldGrid(known.map(({ label, value }) => ({ label, value })));
  for (const { label, value, lines } of answers) if (value === '') paper.writingLines(label, lines);
}

function writeWho(paper: PaperWriter, person: FilledIn | null): void {
  paper.heading('About you');
  writeAnswers(paper, [
    { label: 'Your name', value: person?.name ?? '' },
    { label: 'Address', value: person?.address.replaceAll('\n', ', ') ?? '', lines: 2 },
    { label: 'Postcode', value: person?.postcode ?? '' },
    { label: 'Area', value: joinParts([person?.schemeName, person?.areaName]) },
    { label: 'Phone', value: person?.phone ?? '' },
    { label: 'Number for texts', value: person?.textPhone ?? '' },
    { label: 'E-mail', value: person?.email ?? '' },
  ]);
  paper.neverSplit(() => {
    paper.paragraph('How do you hold your home?', { face: 'semibold', keepWithNext: true });
    paper.checkBoxes(
      PersonKind.options
        .filter((kind) => kind !== 'not-said')
        .map((kind) => ({ text: PERSON_KIND_WORDS[kind], ticked: person?.kind === kind })),
    );
  });
}

function writeHearing(paper: PaperWriter, person: FilledIn | null): void {
  paper.neverSplit(() => {
    paper.heading('How you like to hear from us');
    paper.checkBoxes(
      Channel.options.map((channel) => ({
        text: CHANNEL_WORDS[channel],
        ticked: person?.channels.includes(channel) ?? false,
      })),
    );
  });
  if (person !== null && person.channels.length > 1)
    paper.paragraph(
      `In this order: ${joinWords(person.channels.map((channel) => CHANNEL_WORDS[channel].toLowerCase()))}.`,
    );
}

function writeInterests(paper: PaperWriter, values: InterestFormValues): void {
  const interests = values.person?.interests ?? [];
  const areas = interests.map(({ serviceArea }) => serviceArea);
  const methods = interests.flatMap((interest) => interest.methods);
  paper.neverSplit(() => {
    paper.heading('What you would like a say in');
    paper.checkBoxes(ticks(values.serviceAreas, areas));
    paper.writingLines('Anything else');
  });
  paper.neverSplit(() => {
    paper.heading('How you would like to take part');
    paper.checkBoxes(ticks(values.methods, methods));
    paper.writingLines('Another way');
  });
}

/** Everything that is offered, and what the person named besides; theirs are ticked. */
const ticks = (offered: readonly string[], chosen: readonly string[]) =>
  [...new Set([...offered, ...chosen])].map((text) => ({ text, ticked: chosen.includes(text) }));

function writeTime(paper: PaperWriter, person: FilledIn | null): void {
  paper.neverSplit(() => {
    paper.heading('Your time');
    writeAnswers(paper, [
      {
        label: 'Hours a month',
        value: person?.hoursPerMonth == null ? '' : String(person.hoursPerMonth),
      },
      { label: 'How you heard of us', value: person?.heardHow ?? '' },
    ]);
    paper.checkBoxes([{ text: 'No meetings, please', ticked: person?.noMeetings ?? false }]);
  });
}

function writeNeeds(paper: PaperWriter, person: FilledIn | null): void {
  paper.neverSplit(() => {
    paper.heading('What helps you take part');
    paper.checkBoxes(
      FormatNeed.options.map((need) => ({
        text: FORMAT_NEED_WORDS[need],
        ticked: person?.formatNeed === need,
      })),
    );
  });
  writeAnswers(paper, [
    { label: 'Language', value: person?.languageNeed ?? '' },
    { label: 'Access needs', value: person?.accessNeeds.replaceAll('\n', ', ') ?? '', lines: 2 },
  ]);
  paper.checkBoxes([
    { text: 'I need an interpreter', ticked: person?.needsInterpreter ?? false },
    { text: 'I need transport', ticked: person?.needsTransport ?? false },
  ]);
}

function writeEnd(paper: PaperWriter, person: FilledIn | null): void {
  paper.neverSplit(() => {
    paper.heading('Please tick and sign');
    paper.checkBoxes([
      { text: 'Put me on the Sounding Board.', ticked: person?.isOnRegister ?? false },
      { text: 'You may send me news by text message or e-mail.' },
      {
        text: 'I do not want to be involved. Do not send me invitations.',
        ticked: (person?.notInvolvedSince ?? null) !== null,
      },
    ]);
    paper.paragraph(
      'We keep this to invite you and to count what is needed, and give it to nobody else unless you agree in writing. You may ask what we hold, have it put right, or leave at any time.',
    );
    paper.signatureBlock([
      { role: 'Resident', ...(person === null ? {} : { name: person.name }) },
      ...(person === null || person.isUnder18
        ? [
            {
              role: 'Parent or guardian, if you are under 18',
              ...(person === null || person.guardianName === ''
                ? {}
                : { name: person.guardianName }),
            },
          ]
        : []),
    ]);
  });
}

const joinParts = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(', ');
