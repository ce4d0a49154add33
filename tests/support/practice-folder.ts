import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { newFolder, removeFolder, startBuiltProgram } from './running-program.ts';

/** The practice day of every browser test: a Thursday in summer, mid-morning. */
const PRACTICE_CLOCK = '2027-06-10T10:20';
/** What a test is started with that says nothing else. */
export const PRACTICE_FLAGS: readonly string[] = ['--practice', '--clock', PRACTICE_CLOCK];

const pattern = fileURLToPath(new URL('../../test-results/practice-centre', import.meta.url));

/** Fills a practice centre once, before the first test: filling it takes longer than most journeys. */
async function fillPracticeFolder(): Promise<void> {
  removeFolder(pattern);
  const program = await startBuiltProgram(PRACTICE_FLAGS, pattern);
  const code = await program.stop();
  if (code !== 0) throw new Error(`The practice centre was not closed in order: ${String(code)}`);
}
/** Playwright asks for the default export of the file it is told. */
export default fillPracticeFolder;

/** A folder of a test's own: a copy of the practice centre as it stands after its first start, or empty for other flags. */
export function folderFor(flags: readonly string[]): string {
  const folder = newFolder();
  if (flags.join(' ') === PRACTICE_FLAGS.join(' ')) cpSync(pattern, folder, { recursive: true });
  return folder;
}
