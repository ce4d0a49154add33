import { z } from 'zod';
import { FacilityDetails } from '#db/facilities/facilities.contract';
import { SignedIn } from '#db/session/session.contract';
import { CentreDetails, WeekHours } from '#db/settings/settings.contract';
import { MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { DisplayName, Passphrase, SignInName } from '#db/users/users.contract';

/** The pages of the first run, in order. A step is where the person stands, also after closing in the middle. */
export const SetupStep = z.enum([
  'comfort',
  'records',
  'council',
  'centres',
  'manager',
  'rooms',
  'finished',
]);
export type SetupStep = z.infer<typeof SetupStep>;

export const TextSize = z.enum(['100', '115', '130', '150', '200']);
export type TextSize = z.infer<typeof TextSize>;

export const ThemeName = z.enum(['light', 'dark', 'contrast']);
export type ThemeName = z.infer<typeof ThemeName>;

/** How the screen looks before anybody has signed in. */
export const Comfort = z.object({ textSize: TextSize, theme: ThemeName }).strict();
export type Comfort = z.infer<typeof Comfort>;

/** What is wrong with a folder for records, in words; an empty list means it will do. */
export const FolderCheck = z.object({
  path: z.string(),
  problems: z.array(z.string()),
  freeBytes: z.number().nullable(),
  hasCentre: z.boolean(),
});
export type FolderCheck = z.infer<typeof FolderCheck>;

/** A council's paper as the choosing page shows it. */
export const PresetCard = z.object({
  id: z.string(),
  council: z.string(),
  title: z.string(),
  period: z.string(),
  fillsIn: z.array(z.object({ meaning: z.string(), asGiven: z.string(), source: z.string() })),
  doesNotSay: z.array(z.string()),
  rooms: z.array(
    z.object({ name: z.string(), kind: z.string(), isBookable: z.boolean(), source: z.string() }),
  ),
});
export type PresetCard = z.infer<typeof PresetCard>;

export const SetupProgress = z.object({
  step: SetupStep,
  comfort: Comfort.nullable(),
  folder: FolderCheck,
  /** True when the folder was given at the start and cannot be changed here. */
  folderIsFixed: z.boolean(),
  presets: z.array(PresetCard),
  chosenPresetId: z.string().nullable(),
  managerName: z.string().nullable(),
  /** Set when the computer's clock cannot be right: before this program was made. */
  clockWarning: z.string().nullable(),
});
export type SetupProgress = z.infer<typeof SetupProgress>;

export const FirstManager = z
  .object({ displayName: DisplayName, name: SignInName, passphrase: Passphrase })
  .strict();
export type FirstManager = z.infer<typeof FirstManager>;

export const setupContract = {
  progress: procedure({
    summary: 'Where the first run stands, with everything its pages show.',
    kind: 'host',
    access: 'anyone',
    duringSetup: true,
    input: z.object({}).strict(),
    output: SetupProgress,
  }),
  saveComfort: procedure({
    summary: 'Keeps the text size and colours chosen on the first page.',
    kind: 'host',
    access: 'anyone',
    duringSetup: true,
    input: Comfort,
    output: SetupProgress,
  }),
  checkFolder: procedure({
    summary: 'Looks at a folder and says whether records would be safe there.',
    kind: 'host',
    access: 'anyone',
    duringSetup: true,
    input: z.object({ path: z.string().min(1).max(1000) }).strict(),
    output: FolderCheck,
  }),
  chooseFolder: procedure({
    summary: 'Settles where the records live and makes the centre’s file there.',
    kind: 'host',
    access: 'anyone',
    duringSetup: true,
    input: z.object({ path: z.string().min(1).max(1000) }).strict(),
    output: SetupProgress,
  }),
  chooseCouncil: procedure({
    summary: 'Fills in a council’s figures, each dated and with its origin.',
    kind: 'host',
    access: 'anyone',
    duringSetup: true,
    input: z.object({ presetId: z.string().max(40) }).strict(),
    output: SetupProgress,
  }),
  chooseCentres: procedure({
    summary: 'Chooses the real centre, the practice centre, or both.',
    kind: 'host',
    access: 'anyone',
    duringSetup: true,
    input: z.object({ real: z.boolean(), practice: z.boolean() }).strict(),
    output: z.object({
      progress: SetupProgress,
      /** Where the practice centre opened, when it was chosen. */
      practiceAddress: z.string().nullable(),
    }),
  }),
  addFirstManager: procedure({
    summary: 'Makes the first manager’s account and signs that person in.',
    kind: 'host',
    access: 'anyone',
    duringSetup: true,
    input: FirstManager,
    output: SignedIn,
  }),
  describeCentre: procedure({
    summary:
      'Enters the centre’s name, rooms, opening hours and office hours, and ends the first run.',
    kind: 'command',
    access: MANAGER_ONLY,
    duringSetup: true,
    touches: ['settings', 'facilities', 'bookings', 'session', 'directory'],
    input: z
      .object({
        centre: CentreDetails,
        facilities: z
          .array(FacilityDetails)
          .min(1, 'Add at least one room. You can change it later.')
          .max(60),
        officeHours: WeekHours.nullable(),
      })
      .strict(),
    output: z.object({}),
  }),
};
