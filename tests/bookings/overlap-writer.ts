import Database from 'better-sqlite3';
import { applyPragmas } from '#db/data-source';
import { chanceFrom } from '../support/builders/chance.ts';

/**
 * A process of its own that tries to take every slot, in an order of its own, past every rule of the program.
 * Arguments: file, seed, number of slots. Prints how many it got, was refused, and found busy.
 */
const [file = '', seed = '', slots = ''] = process.argv.slice(2);
const raw = new Database(file, { timeout: 5000 });
applyPragmas(raw);

const model = raw.prepare('SELECT * FROM booking LIMIT 1').get() as Record<string, unknown>;
const columns = Object.keys(model);
const insert = raw.prepare(
  `INSERT INTO booking (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
);
const take = raw.transaction((row: Record<string, unknown>) => insert.run(row));

const tally = { taken: 0, refused: 0, busy: 0, other: 0 };
const order = chanceFrom(Number(seed)).shuffle(Array.from({ length: Number(slots) }, (_, n) => n));
for (const slot of order) {
  const day = String((slot % 28) + 1).padStart(2, '0');
  const hour = String(Math.floor(slot / 28)).padStart(2, '0');
  const name = `${process.pid}-${slot}`;
  const [from, until] = [`2028-02-${day}T${hour}:00`, `2028-02-${day}T${hour}:45`];
  try {
    take.immediate({
      ...model,
      id: name,
      reference: name,
      starts_at: from,
      held_from: from,
      ends_at: until,
      held_until: until,
    });
    tally.taken += 1;
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    if (words === 'booking.overlap') tally.refused += 1;
    else if (words.includes('locked') || words.includes('busy')) tally.busy += 1;
    else tally.other += 1;
  }
}
raw.close();
process.stdout.write(JSON.stringify(tally));
