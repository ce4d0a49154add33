import type { GroupKind } from '#db/groups/groups.contract';

/** A made-up group; the first contact answers for its bookings most often. */
export type MadeUpGroup = {
  readonly name: string;
  readonly kind: GroupKind;
  /** Names of people in `made-up-people.ts`. */
  readonly contacts: readonly [string, ...string[]];
};

/** Every group here is made up, and so are the estates, in the order of the alphabet. */
export const MADE_UP_GROUPS: readonly MadeUpGroup[] = [
  { name: 'Ashdown TRA', kind: 'tra', contacts: ['Mrs P. Okafor', 'Mr D. Lane', 'Ivy Mossop'] },
  { name: 'Birch Court TRA', kind: 'tra', contacts: ['Ms R. Haddad', 'Kevin O’Shaughnessy'] },
  {
    name: 'Cedar Estate Forum',
    kind: 'area-forum',
    contacts: ['Delroy Fairweather', 'Mrs E. Winterbourne', 'Clive Hardacre'],
  },
  { name: 'Damson Close TRA', kind: 'tra', contacts: ['Siân Ó Néill-Żak', 'Stan Birtwhistle'] },
  { name: 'Elder Walk TRA', kind: 'tra', contacts: ['Łukasz Wiśniewski', 'Doreen Thistlewood'] },
  {
    name: 'Foxglove Rise TRA',
    kind: 'tra',
    contacts: ['Gurpreet Kaur Dhaliwal', 'Iwan ap Gwilym'],
  },
  { name: 'Gorse Hill Residents', kind: 'tra', contacts: ['Nguyễn Thị Hồng Ánh', 'Lindiwe'] },
  {
    name: 'Hazelmere Towers TRA',
    kind: 'tra',
    contacts: ['Margaret Hollingbery', 'Brian Fothergill'],
  },
  { name: 'Ivybank TRA', kind: 'tra', contacts: ['Hyacinth Brathwaite', 'Yaw Boateng-Smythe'] },
  { name: 'Juniper Place TRA', kind: 'tra', contacts: ['Mehmet Öztürkmen', 'Precious Ncube'] },
  { name: 'Kingcup Lane TRA', kind: 'tra', contacts: ['Maureen Cattermole', 'Ileana Brânză'] },
  { name: 'Larkspur Court TRA', kind: 'tra', contacts: ['Terence Underhill', 'Hodan Jimcaale'] },
  {
    name: 'Federation of Practice Tenants’ Associations',
    kind: 'federation',
    contacts: ['Winston Peabody-Clarke', 'Rosalind Quickfall'],
  },
  {
    name: 'Northside Area Forum',
    kind: 'area-forum',
    contacts: ['Reginald Postlethwaite', 'Farzana Chowdhury'],
  },
  {
    name: 'Riverside Area Forum',
    kind: 'area-forum',
    contacts: ['Thandiwe Mokoena', 'Stephen Marchbanks'],
  },
  {
    name: 'Leaseholders’ Liaison Group',
    kind: 'consultative',
    contacts: ['Anneliese Grünwald', 'Graham Entwhistle-Moore'],
  },
  {
    name: 'Sheltered Housing Consultative Group',
    kind: 'consultative',
    contacts: ['Miss J. Applegarth', 'Sheila Ramsbottom-Gray'],
  },
  {
    name: 'Repairs Service Group',
    kind: 'service-group',
    contacts: ['Mr V. Oyelaran (repairs)', 'Mr T. Bartholomew'],
  },
  {
    name: 'Caretaking and Cleaning Group',
    kind: 'service-group',
    contacts: ['Bogdan Țăranu', 'Mairéad Fitzgibbon'],
  },
  {
    name: 'Tenants’ Scrutiny Panel',
    kind: 'scrutiny-panel',
    contacts: ['Dr A. Venkataraman', 'Claudette Beaumont'],
  },
  {
    name: 'Newsletter Editorial Panel',
    kind: 'service-group',
    contacts: ['Zoë Pemberton-Achebe', 'Owain Llewelyn-Prys'],
  },
  {
    name: 'Disabled Tenants’ Network',
    kind: 'community-of-interest',
    contacts: ['Marlon Cumberbatch-Price', 'Eilidh Farquharson'],
  },
  {
    name: 'Young Tenants’ Voice',
    kind: 'community-of-interest',
    contacts: ['Destiny Amankwah', 'Callum McTavish-Roe'],
  },
  {
    name: 'Somali Women’s Tea and Talk',
    kind: 'community-of-interest',
    contacts: ['Hodan Jimcaale', 'Noor Al-Tamimi'],
  },
  {
    name: 'Silver Clickers',
    kind: 'community-of-interest',
    contacts: ['Ms L. Trescothick (trainer)', 'Mr and Mrs Copplestone'],
  },
  {
    name: 'Estate Gardeners',
    kind: 'other',
    contacts: ['Rhiannon Tudfil', 'José Ángel Ibáñez Peña'],
  },
  {
    name: 'Gorse Hill Neighbourhood Watch',
    kind: 'neighbourhood-watch',
    contacts: ['PCSO K. Whitlock', 'Harjit Singh Bassra'],
  },
  {
    name: 'Homework and Toddlers Club',
    kind: 'other',
    contacts: ['Katarzyna Grzybowska', 'Ngozi Ezekwesili-Brown'],
  },
];
