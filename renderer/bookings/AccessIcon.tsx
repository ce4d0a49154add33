import SvgIcon from '@mui/material/SvgIcon';
import type { AccessFeature } from '#db/facilities/facilities.contract';

/** Of the same hand as the other icons: 24 units, a stroke of 2, round ends. */
const PATHS: Readonly<Record<AccessFeature, string>> = {
  'step-free': 'M3 19h18M3 19 20 10M14 5a1.500 1.500 0 1 0 0-.01M11 13l2-4 4 2',
  'accessible-toilet': 'M10 4a1.500 1.500 0 1 0 0-.01M10 8v6h5l3 5M14 11h-4M9 11a5 5 0 1 0 6 7',
  'hearing-loop':
    'M7 9a5 5 0 0 1 10 0c0 3-4 4-4 8a2.500 2.500 0 0 1-4 2M10 9.500a2 2 0 0 1 4 0M3 4l18 16',
  parking: 'M5 3h14v18H5zM10 17V7h3a3 3 0 0 1 0 6h-3',
  lift: 'M4 3h16v18H4zM9 10l3-3 3 3M9 14l3 3 3-3',
  'quiet-space': 'M4 9v6h4l5 4V5L8 9zM17 9l4 6M21 9l-4 6',
  'large-screen': 'M2 4h20v13H2zM8 21h8M12 17v4',
  'interpreter-booth': 'M4 4h11v8H9l-3 3v-3H4zM18 9h2v8h-2v3l-3-3h-4',
};

/** What a room offers, drawn; the words stand beside it. */
export function AccessIcon({ feature }: { readonly feature: AccessFeature }) {
  return (
    <SvgIcon fontSize="inherit" aria-hidden="true" focusable="false">
      <path
        d={PATHS[feature]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </SvgIcon>
  );
}
