import { z } from 'zod';
import type { DrawnPaper } from '#db/shared/paper';
import type { PaperFonts } from '#db/shared/pdf/fonts';
import { PaperFrame } from '#db/shared/pdf/frame';
import { drawPaper } from '#db/shared/pdf/paper';
import type { PaperWriter } from '#db/shared/pdf/paper-writer';

/** The blank form for taking a booking without the computer (DOC-01). */
export const BookingFormValues = z.object({
  ...PaperFrame.shape,
  /** What can be booked; each gets a box to tick. */
  facilities: z.array(z.string()).readonly(),
  /** What the users agree to, one sentence each, in the words of the settings. */
  conditions: z.array(z.string()).readonly(),
});
export type BookingFormValues = z.infer<typeof BookingFormValues>;

/** Draws the blank booking form. */
export function drawBookingForm(fonts: PaperFonts, values: BookingFormValues): DrawnPaper {
  const options = {
    frame: values,
    title: 'Room booking form',
    template: 'Room booking form, version 2',
  };
  return drawPaper(fonts, options, (paper) => {
    paper.paragraph('Please write in capitals. Use one form for each booking.');
    writeWho(paper);
    writeWhat(paper, values.facilities);
    writeWhy(paper);
    writeAgreement(paper, values.conditions);
    writeOfficeUse(paper);
  });
}

function writeWho(paper: PaperWriter): void {
  paper.heading('Who is booking');
  paper.writingLines('Your name');
  paper.writingLines('Group, if any');
  paper.writingLines('Phone or email');
}

function writeWhat(paper: PaperWriter, facilities: readonly string[]): void {
  paper.neverSplit(() => {
    paper.heading('What you would like to book');
    if (facilities.length === 0) paper.writingLines('Room or facility');
    else paper.checkBoxes(facilities.map((text) => ({ text })));
  });
  paper.neverSplit(() => {
    paper.writingRow(['Date', 'Start', 'Finish']);
    paper.space(0.3);
    paper.checkBoxes([{ text: 'In office hours' }, { text: 'Out of office hours' }]);
  });
  paper.writingRow(['Set-up from', 'Clear-down until']);
  paper.writingLines('Layout');
  paper.writingLines('Repeats, if it does');
}

function writeWhy(paper: PaperWriter): void {
  paper.heading('What it is for');
  paper.writingLines('How it helps tenants have their say', 2);
  paper.writingLines('People expected');
  paper.writingLines('Access needs');
  paper.writingLines('Equipment wanted');
  paper.space(0.3);
  paper.checkBoxes([
    { text: 'We will use the kitchen or serve refreshments' },
    { text: 'Children will need looking after' },
  ]);
}

/** Guidelines, fire procedure and conditions are BOOK-07, BOOK-08 and BOOK-09 to BOOK-11. */
function writeAgreement(paper: PaperWriter, conditions: readonly string[]): void {
  if (conditions.length > 0) {
    paper.heading('What you agree to');
    paper.list(conditions);
  }
  paper.neverSplit(() => {
    paper.heading('Please tick and sign');
    paper.checkBoxes([
      { text: 'I have been given the guidelines for the rooms, facilities and equipment.' },
      { text: 'I have read the fire procedure.' },
      { text: 'I accept the conditions of use.' },
      { text: 'Our name may stand on the door and on public sheets (you may leave this out).' },
    ]);
    paper.signatureBlock([{ role: 'Person booking' }]);
  });
}

function writeOfficeUse(paper: PaperWriter): void {
  paper.neverSplit(() => {
    paper.heading('For office use');
    paper.signatureBlock([{ role: 'Booking confirmed by' }]);
    paper.writingLines('Booking reference');
    paper.writingLines('Time received');
  });
}
