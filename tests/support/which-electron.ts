import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Written by npm's electron package once it has fetched Electron's own program. */
const note = fileURLToPath(new URL('../../node_modules/electron/path.txt', import.meta.url));

/** True where Electron itself is installed; elsewhere the stand-in runs the same built files. */
export const hasElectron = (): boolean => existsSync(note);

/** What stands behind the desktop door in this run, for whoever reads its output. */
export const whichElectron = (): string =>
  hasElectron()
    ? 'The desktop door is tested in Electron itself.'
    : 'The desktop door is tested in a stand-in, not in Electron, which is not installed here (tests/support/electron-stand-in/README.md).';
