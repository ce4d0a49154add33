import { writeSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { newClock } from '#db/shared/clock';
import { startProgram } from '../../electron/host/program.ts';

/**
 * A program that writes as fast as it can until it is killed. Every call goes through the door; its answer is
 * told on standard output only after it has been given: `kept NAME`, or `refused NAME`.
 * Arguments: data folder, prefix of the names it makes, how many calls at most.
 */
const [home = '', prefix = '', most = '1000000'] = process.argv.slice(2);
const say = (words: string): void => void writeSync(1, `${words}\n`);

const program = await startProgram({
  mode: 'real',
  home,
  isFolderFixed: true,
  appVersion: '0.1.0',
  clock: newClock(),
  openPractice: () => Promise.reject(new Error('There is no practice centre here')),
});
const { session } = program.sessions.open(
  { userId: uuidv7(), name: 'dee', displayName: 'Dee Hollins', role: 'desk', hasPin: false },
  'web',
);
const caller = {
  host: 'web',
  session,
  openSession: () => undefined,
  closeSession: () => undefined,
} as const;

let n = 0;
/** Every fifth call asks for a name that is taken and must leave nothing behind. */
async function write(): Promise<void> {
  while (n < Number(most)) {
    n += 1;
    const name = `${prefix}-${n}`;
    const isDoomed = n % 5 === 0;
    const answer = await program.dispatch(caller, 'groups.add', {
      name: isDoomed ? `${prefix}-1` : name,
      kind: 'tra',
      phone: name,
    });
    say(`${answer.ok ? 'kept' : 'refused'} ${name}`);
  }
}

await write();
await program.close();
