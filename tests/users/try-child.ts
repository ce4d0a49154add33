import { newClock } from '#db/shared/clock';
import { startProgram } from '../../electron/host/program.ts';

/**
 * A program at which somebody types a wrong passphrase. Comparing takes it long enough to be killed meanwhile.
 * Arguments: data folder, sign-in name.
 */
const [home = '', name = ''] = process.argv.slice(2);
const program = await startProgram({
  mode: 'real',
  home,
  isFolderFixed: true,
  appVersion: '0.1.0',
  clock: newClock(),
  openPractice: () => Promise.reject(new Error('There is no practice centre here')),
});
await program.dispatch(
  { host: 'web', session: undefined, openSession: () => undefined, closeSession: () => undefined },
  'users.signIn',
  { name, secret: 'not the passphrase' },
);
