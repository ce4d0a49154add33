// [browser-safe]
import type { ConditionKind } from './conditions.contract.ts';

/**
 * A text to begin with, offered on the screen and never entered by itself: the conditions of BOOK-06 and BOOK-09 to
 * BOOK-12 in plain words, and a fire procedure with blanks that only the council can fill.
 */
export const STARTING_TEXTS: Readonly<Record<ConditionKind, string>> = {
  guidelines: `Using the centre
- The rooms and equipment are for work to do with tenant involvement.
- Use outside office hours has to be booked beforehand.
- Ask at the desk how to use anything you have not used before.

While you are here
- Keep to the times you booked, so that the next group can start.
- No smoking anywhere in the centre.
- Look after the rooms, the computers and the photocopier. Tell us at once if something breaks.
- No equipment leaves the centre unless we have agreed to it beforehand.

Before you leave
- Leave the room, and the facilities you used outside it, clean and tidy.
- Wash the cups and crockery and put them away.
- Take all your own belongings with you.
- Check out at the desk.

If a service is abused
- Whoever abuses a service loses the use of that service. You are told in writing why, and how to appeal.`,
  fire: `If you find a fire
- Break the nearest alarm point.
- Leave by the nearest exit. Do not stop for your belongings, and do not use a lift.
- Ring 999 from a safe place.

If you hear the alarm
- Stop the meeting and leave at once by the nearest exit.
- The person who answers for the room checks that everybody is out, and helps whoever needs help.
- Go to the assembly point: ____________________
- Nobody goes back in until the fire service or our staff say so.

Before your meeting begins
- Find the nearest exits: ____________________
- Tell the people who come with you where the exits and the assembly point are.
- Tell us beforehand if anybody would need help to get out.`,
};
