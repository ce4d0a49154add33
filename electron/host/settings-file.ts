import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Comfort } from '#db/setup/setup.contract';
import { OperationalError } from '#db/shared/domain-error';
import { z } from 'zod';

/** What must be known before a database opens; everything else lives in the database. */
export const SettingsFile = z.object({
  /** Where the records live when it is not the folder of this file. */
  recordsFolder: z.string().optional(),
  /** True once the folder was settled in the first run. */
  isFolderChosen: z.boolean().optional(),
  comfort: Comfort.optional(),
  /** What a plain start opens. */
  opens: z.enum(['real', 'practice']).optional(),
  /** True once the real centre's file was made: from then on it must be there. */
  hasCentre: z.boolean().optional(),
  /** A manager's or installer's decision to keep records where the program advises against it. */
  allowRiskyFolder: z.boolean().optional(),
});
export type SettingsFile = z.infer<typeof SettingsFile>;

/** Reads the file; an absent one is empty. Throws `host.settings-unreadable` for a damaged one. */
export function readSettingsFile(file: string): SettingsFile {
  if (!existsSync(file)) return {};
  try {
    return SettingsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new OperationalError(
      'host.settings-unreadable',
      `${file} cannot be read. It holds only where the records live and how the screen looks; the records themselves are safe. Move the file away and start TRC Desk again.`,
      { file },
      cause,
    );
  }
}

/** Writes the whole file beside itself first, so that a power cut leaves the old or the new one. */
export function writeSettingsFile(file: string, settings: SettingsFile): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.new`;
  writeFileSync(beside, `${JSON.stringify(settings, null, 2)}\n`, { flush: true });
  renameSync(beside, file);
}
