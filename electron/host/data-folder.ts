import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { FolderCheck } from '#db/setup/setup.contract';

/** Room that must be left on the disk: some years of records and their backups. */
const LEAST_FREE_BYTES = 500 * 1024 * 1024;

/** File systems of other computers. SQLite's log needs all its users on one computer. */
const NETWORK_FILE_SYSTEMS =
  /^(nfs|cifs|smb|9p$|afs|ceph|glusterfs|ncpfs|fuse\.(sshfs|davfs|rclone|gvfsd))/;

/** Folders that a program copies to the internet while we write in them. */
const SYNCED_FOLDERS: readonly { readonly pattern: RegExp; readonly by: string }[] = [
  { pattern: /^onedrive\b/i, by: 'OneDrive' },
  { pattern: /^dropbox\b/i, by: 'Dropbox' },
  { pattern: /^google ?drive\b|^my drive$/i, by: 'Google Drive' },
  { pattern: /^icloud ?drive\b|^com~apple~clouddocs$/i, by: 'iCloud' },
  { pattern: /^nextcloud\b/i, by: 'Nextcloud' },
  { pattern: /^box( sync)?$/i, by: 'Box' },
];

/** Where a person's own data goes on this system, in a folder of our name. */
export function defaultDataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (platform() === 'win32')
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'trc-desk');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support', 'trc-desk');
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'trc-desk');
}

type Mount = { readonly device: string; readonly at: string; readonly kind: string };

/** The disks of a Linux computer; none elsewhere, where paths tell. */
function listMounts(): readonly Mount[] {
  if (!existsSync('/proc/mounts')) return [];
  return readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [device, at, kind] = line.split(' ');
      return device === undefined || at === undefined || kind === undefined
        ? []
        : [{ device, at: at.replaceAll('\\040', ' '), kind }];
    });
}

/** The disk a folder lies on: the mount with the longest path that leads to it. */
export function findMount(folder: string, mounts: readonly Mount[]): Mount | undefined {
  return mounts
    .filter(
      (mount) => folder === mount.at || folder.startsWith(mount.at === '/' ? '/' : `${mount.at}/`),
    )
    .toSorted((a, b) => b.at.length - a.at.length)[0];
}

function isRemovable(mount: Mount | undefined): boolean {
  const device = /^\/dev\/([a-z]+)\d*$/.exec(mount?.device ?? '')?.[1];
  const flag = `/sys/block/${device ?? 'none'}/removable`;
  return device !== undefined && existsSync(flag) && readFileSync(flag, 'utf8').trim() === '1';
}

/** The nearest folder above that exists; that is where writing can be tried. */
function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder
    ? folder
    : nearestExisting(dirname(folder));
}

/**
 * Says whether records would be safe in a folder; each problem is a sentence. Network shares, folders copied to
 * the internet and removable disks are named as such, because SQLite's records can be damaged there.
 */
export function checkFolder(wanted: string, mounts: readonly Mount[] = listMounts()): FolderCheck {
  const path = resolve(wanted);
  const problems: string[] = [];
  const mount = findMount(path, mounts);
  if (/^[\\/]{2}/.test(wanted) || NETWORK_FILE_SYSTEMS.test(mount?.kind ?? ''))
    problems.push('The folder is on a network share, where records can be damaged.');
  const synced = SYNCED_FOLDERS.find(({ pattern }) =>
    path.split(/[\\/]/).some((part) => pattern.test(part)),
  );
  if (synced !== undefined)
    problems.push(
      `The folder is copied to the internet by ${synced.by}, and records can be damaged there.`,
    );
  if (isRemovable(mount))
    problems.push(
      'The folder is on a removable disk, which can be pulled out while records are written.',
    );

  const freeBytes = freeOn(path);
  if (freeBytes !== null && freeBytes < LEAST_FREE_BYTES)
    problems.push('There is not enough room on the disk: at least 500 megabytes must be free.');
  if (!isWritable(path)) problems.push('You may not write in this folder.');
  return { path, problems, freeBytes, hasCentre: existsSync(join(path, 'centre.sqlite')) };
}

function freeOn(path: string): number | null {
  try {
    const disk = statfsSync(nearestExisting(path));
    return disk.bavail * disk.bsize;
  } catch {
    // Some network file systems do not say; the other checks still count.
    return null;
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(nearestExisting(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Every file and folder of a centre's data folder. */
export function placesIn(folder: string, mode: 'real' | 'practice') {
  return {
    database: join(folder, mode === 'real' ? 'centre.sqlite' : 'practice.sqlite'),
    backups: join(folder, 'backups'),
    logs: join(folder, 'logs'),
    keys: join(folder, 'keys', `${mode === 'real' ? 'centre' : 'practice'}-fields.key`),
    anchors: join(folder, 'logs', `${mode === 'real' ? 'centre' : 'practice'}-anchors.log`),
    attachments: join(folder, 'attachments'),
  };
}
