/** What somebody claims for, in miles or pence. */
export type Cost =
  | { readonly kind: 'car' | 'bicycle'; readonly miles: number }
  | { readonly kind: 'bus' | 'train' | 'taxi' | 'parking' | 'lunch'; readonly pence: number }
  | { readonly kind: 'childcare'; readonly pence: number; readonly hours: number };

/** How far a claim came before the first day of practice. */
export type Reached = 'draft' | 'filed' | 'verified' | 'asked' | 'decided' | 'paid';

/** A claim of the practice centre, as far as it is made up. */
export type MadeUpClaim = {
  readonly who: string;
  /** The activity, by its title, the last of that name at least so many days before practice. */
  readonly to: string;
  readonly daysAgo: number;
  readonly costs: readonly Cost[];
  readonly reached: Reached;
};

/** The activity to which most of them came. */
export const PANEL = 'Repairs panel';

/** A dozen claims at every step, some with something to look at. */
export const MADE_UP_CLAIMS: readonly MadeUpClaim[] = [
  {
    who: 'Ivy Mossop',
    to: PANEL,
    daysAgo: 54,
    costs: [{ kind: 'car', miles: 6.4 }],
    reached: 'paid',
  },
  {
    who: 'Yaw Boateng-Smythe',
    to: PANEL,
    daysAgo: 54,
    costs: [{ kind: 'bus', pence: 480 }],
    reached: 'paid',
  },
  {
    who: 'Winston Peabody-Clarke',
    to: 'Tenants’ conference',
    daysAgo: 38,
    costs: [
      { kind: 'train', pence: 1260 },
      { kind: 'lunch', pence: 795 },
    ],
    reached: 'decided',
  },
  {
    who: 'Ms R. Haddad',
    to: 'Tenants’ conference',
    daysAgo: 37,
    costs: [
      { kind: 'bus', pence: 320 },
      { kind: 'childcare', pence: 2000, hours: 2.5 },
    ],
    reached: 'asked',
  },
  {
    who: 'Kevin O’Shaughnessy',
    to: 'Estate standards panel',
    daysAgo: 12,
    costs: [{ kind: 'taxi', pence: 1150 }],
    reached: 'verified',
  },
  {
    who: 'Mrs P. Okafor',
    to: 'Estate standards panel',
    daysAgo: 11,
    costs: [{ kind: 'car', miles: 12 }],
    reached: 'verified',
  },
  {
    who: 'Sunita Gurung-Hale',
    to: PANEL,
    daysAgo: 9,
    costs: [{ kind: 'bus', pence: 480 }],
    reached: 'verified',
  },
  {
    who: 'Mehmet Öztürkmen',
    to: PANEL,
    daysAgo: 8,
    costs: [{ kind: 'bicycle', miles: 7 }],
    reached: 'verified',
  },
  {
    who: 'Yaw Boateng-Smythe',
    to: PANEL,
    daysAgo: 9,
    costs: [{ kind: 'bus', pence: 480 }],
    reached: 'filed',
  },
  {
    who: 'Winston Peabody-Clarke',
    to: PANEL,
    daysAgo: 8,
    costs: [
      { kind: 'car', miles: 9.5 },
      { kind: 'parking', pence: 1180 },
    ],
    reached: 'filed',
  },
  {
    who: 'Ms R. Haddad',
    to: PANEL,
    daysAgo: 7,
    costs: [{ kind: 'bus', pence: 320 }],
    reached: 'filed',
  },
  {
    who: 'Stan Birtwhistle',
    to: 'Walkabout of Thistle Estate',
    daysAgo: 6,
    costs: [{ kind: 'bus', pence: 480 }],
    reached: 'draft',
  },
];

/** What the treasurer of one association brought for its members on one sheet. */
export const MADE_UP_SHEET = {
  group: 'Ashdown TRA',
  treasurer: 'Mrs P. Okafor',
  daysAgo: 8,
  members: [
    ['Ivy Mossop', 6.4],
    ['Noor Al-Tamimi', 5],
    ['Hyacinth Brathwaite', 7.2],
    ['Delroy Fairweather', 4.5],
  ] as const,
};
