/** What the form of a new booking can start with. */
type BookingStart =
  | 'facility'
  | 'date'
  | 'from'
  | 'until'
  | 'group'
  | 'person'
  | 'people'
  | 'repeat';

/** Addresses of every screen, so that no screen spells another's address itself. */
export const pathTo = {
  today: () => '/',
  rooms: (show: { date?: string; view?: 'day' | 'week' | 'month' | 'list' } = {}) =>
    withQuery('/rooms', show),
  newBooking: (start: Readonly<Partial<Record<BookingStart, string>>> = {}) =>
    withQuery('/rooms', { new: '1', ...start }),
  /** A new booking on the day that is being looked at, with the view left as it is; from elsewhere, today. */
  newBookingHere: (here: { readonly pathname: string; readonly search: string }) => {
    const search = new URLSearchParams(here.pathname === '/rooms' ? here.search : '');
    search.set('new', '1');
    return `/rooms?${search}`;
  },
  /** 'Find a time' over whatever the rooms screen shows. */
  findTime: (here: { readonly pathname: string; readonly search: string }) => {
    const search = new URLSearchParams(here.pathname === '/rooms' ? here.search : '');
    search.set('find', '');
    return `/rooms?${search}`;
  },
  booking: (id: string) => `/bookings/${encodeURIComponent(id)}`,
  groups: () => '/groups',
  newGroup: () => withQuery('/groups', { new: '1' }),
  mergeGroups: (keep?: string, other?: string) => withQuery('/groups/merge', { keep, other }),
  coverage: () => '/groups/coverage',
  group: (id: string) => `/groups/${encodeURIComponent(id)}`,
  groupHeld: (id: string) => `/groups/${encodeURIComponent(id)}/held`,
  people: () => '/people',
  newPerson: () => withQuery('/people', { new: '1' }),
  soundingBoard: () => '/people/sounding-board',
  mailings: () => '/people/mailings',
  newMailing: () => '/people/mailings/new',
  /** The page of a mailing; with `show` its letters are drawn at once. */
  mailing: (id: string, show?: 'letters') =>
    withQuery(`/people/mailings/${encodeURIComponent(id)}`, { show }),
  doubles: () => '/people/doubles',
  profiles: () => '/people/who-takes-part',
  profileSheets: () => '/people/who-takes-part/forms',
  profileQuestions: () => '/people/who-takes-part/questions',
  mergePeople: (keep?: string, other?: string) => withQuery('/people/merge', { keep, other }),
  person: (id: string) => `/people/${encodeURIComponent(id)}`,
  personHeld: (id: string) => `/people/${encodeURIComponent(id)}/held`,
  directory: () => '/directory',
  contact: (id: string) => `/directory/${encodeURIComponent(id)}`,
  activities: () => '/activities',
  newActivity: () => withQuery('/activities', { new: '1' }),
  activity: (id: string) => `/activities/${encodeURIComponent(id)}`,
  agreements: () => '/agreements',
  agreement: (id: string) => `/agreements/${encodeURIComponent(id)}`,
  codeOfConduct: () => '/agreements/code',
  claims: () => '/claims',
  /** A new expense claim; for whom, or on which treasurer's sheet, where that is known. */
  newClaim: (start: { person?: string; group?: string; sheet?: string } = {}) =>
    withQuery('/claims/new', start),
  claimsToFinish: () => '/claims/to-finish',
  claim: (id: string) => `/claims/${encodeURIComponent(id)}`,
  claimForm: (id: string) => `/claims/${encodeURIComponent(id)}/form`,
  claimSheet: (id: string) => `/claims/sheets/${encodeURIComponent(id)}`,
  claimReports: () => '/claims/reports',
  settings: () => '/settings',
  centreSettings: () => '/settings/centre',
  roomSettings: () => '/settings/rooms',
  hoursSettings: () => '/settings/hours',
  figures: () => '/settings/figures',
  accounts: () => '/settings/accounts',
  ownAccount: () => '/settings/my-account',
  record: () => '/settings/record',
  closures: () => '/settings/days',
  conditions: () => '/settings/conditions',
  venues: () => '/settings/venues',
  restrictions: () => '/settings/restrictions',
  recognitionRules: () => '/settings/recognition',
  areas: () => '/settings/areas',
  claimPolicy: () => '/settings/claims',
  walkIns: () => '/walk-ins',
  usageLog: () => '/walk-ins/log',
  reports: () => '/reports',
  imports: () => '/settings/import',
  /** What is past its time, and copies, erasures and holds. */
  pastRecords: () => '/settings/records',
  queue: () => '/rooms/queue',
  foundItems: () => '/rooms/found',
} as const;

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
