import SvgIcon, { type SvgIconProps } from '@mui/material/SvgIcon';

/** A moon: outside office hours. The words always stand beside it. */
export function OutOfHoursIcon(props: SvgIconProps) {
  return (
    <SvgIcon fontSize="inherit" {...props} aria-hidden="true" focusable="false">
      <path d="M20 14.5A8.5 8.5 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500z" />
    </SvgIcon>
  );
}
