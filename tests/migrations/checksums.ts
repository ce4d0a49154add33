/** SHA-256 of every migration as it was shipped. A line is added with a new file and never changed. */
export const CHECKSUMS: Readonly<Record<string, string>> = {
  '20261122090000-create-audit.ts':
    'dc7d65d361d5dcd070f8d0bddab95dd2af4faa29f2fdf453e3113d8d5e29238e',
  '20261122090100-create-users.ts':
    'acd1ff8fd00b4a008c0aea44aa10eed2735bd26fc0d15f4200d3a4bfcfcc279e',
  '20261122090200-create-settings.ts':
    'c0db9ff4808012fa313e590b86a9d50029e7d85260cf4b353e13b953859f6934',
  '20261122090300-create-groups-and-people.ts':
    '9bed31b502afe8718710f5001d32987ae9c8d28fa5646a26d829edbe1d987f78',
  '20261122090400-create-facilities-and-bookings.ts':
    'a1f3f7b8eee183f80914bd10c06b9a0622a6d4191441c439416157f5928fa8f4',
  '20261122090500-create-search.ts':
    'fdd503cf771a99dfa6624f99abc840d55c24fdbd69e2133ab7817b96fdb14421',
};
