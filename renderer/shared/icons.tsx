import { SvgIcon, type SvgIconProps } from '@mui/material';

/**
 * Line drawings of one hand: 24 units, a stroke of 2, round ends. They are hidden from screen readers,
 * because a word always stands beside them.
 */
function Drawing(props: SvgIconProps & { readonly path: string }) {
  const { path, ...rest } = props;
  return (
    <SvgIcon fontSize="inherit" {...rest} aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </SvgIcon>
  );
}

const CIRCLE = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z';

export const TodayIcon = (props: SvgIconProps) => (
  <Drawing
    {...props}
    path="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4"
  />
);
export const RoomsIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M4 5h16v15H4zM4 10h16M8 3v4M16 3v4M8 14h3M13 14h3M8 17h3" />
);
export const GroupsIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M3 20v-9l5-4 5 4v9zM13 20h8v-8l-4-3-2 1.5M7 20v-4h2v4M17 15h.01" />
);
export const PeopleIcon = (props: SvgIconProps) => (
  <Drawing
    {...props}
    path="M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21v-2a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v2M16 4a4 4 0 0 1 0 7M19 14.5a5 5 0 0 1 3 4.5v2"
  />
);
export const PersonIcon = (props: SvgIconProps) => (
  <Drawing
    {...props}
    path="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21v-1a6 6 0 0 1 6-6h4a6 6 0 0 1 6 6v1"
  />
);
export const SettingsIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M4 6h9M17 6h3M4 12h3M11 12h9M4 18h9M17 18h3M15 4v4M9 10v4M15 16v4" />
);
export const WalkInsIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M3.5 5h17v11h-17zM9 20h6M12 16v4" />
);
export const ActivitiesIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M9 3.5h6v3H9zM9 5H5.5v15.5h13V5H15M8.5 13.5l2.5 2.5 4.5-5" />
);
export const ClaimsIcon = (props: SvgIconProps) => (
  <Drawing
    {...props}
    path="M6 3h12v18l-3-2-3 2-3-2-3 2zM14.5 9a2.2 2.2 0 0 0-4.2.6V14M9 11.5h4M9.3 14.5h5.4"
  />
);
export const ReportsIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M4 20V4M4 20h16M8.5 16v-4M13 16V8M17.5 16v-6" />
);
export const SearchIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21" />
);
export const AddIcon = (props: SvgIconProps) => <Drawing {...props} path="M12 5v14M5 12h14" />;
export const CloseIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M6 6l12 12M18 6 6 18" />
);
export const LockIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4M12 15v2" />
);
export const PrivacyIcon = (props: SvgIconProps) => (
  <Drawing
    {...props}
    path="M3 3l18 18M10.6 5.1A10 10 0 0 1 12 5c6 0 10 7 10 7a17 17 0 0 1-3 3.6M6.6 6.6A17 17 0 0 0 2 12s4 7 10 7a9.700 9.700 0 0 0 5-1.400M9.900 9.900a3 3 0 0 0 4.200 4.200"
  />
);
export const PrintIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M7 9V3h10v6M7 18H4v-9h16v9h-3M7 14h10v7H7z" />
);
export const TextSizeIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M2 19 7.500 5 13 19M4 14h7M14 19l3.500-9L21 19M15.200 16h4.600" />
);
export const HelpIcon = (props: SvgIconProps) => (
  <Drawing
    {...props}
    path={`${CIRCLE}M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.700.400-1 .900-1 1.700M12 17h.01`}
  />
);
export const KeyboardIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M2 6h20v12H2zM6 10h.01M10 10h.01M14 10h.01M18 10h.01M7 14h10" />
);
export const ClockIcon = (props: SvgIconProps) => (
  <Drawing {...props} path={`${CIRCLE}M12 7v5l3.500 2`} />
);
export const MenuIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M4 6h16M4 12h16M4 18h16" />
);
export const TickIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M5 12.500 10 17.500 19.500 7" />
);
export const TickCircleIcon = (props: SvgIconProps) => (
  <Drawing {...props} path={`${CIRCLE}M8 12.500l3 3 5-6`} />
);
export const CrossCircleIcon = (props: SvgIconProps) => (
  <Drawing {...props} path={`${CIRCLE}M9 9l6 6M15 9l-6 6`} />
);
export const WarningIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M12 3.500 22 20.500H2zM12 10v4.500M12 17.500h.01" />
);
export const InfoIcon = (props: SvgIconProps) => (
  <Drawing {...props} path={`${CIRCLE}M12 11v6M12 7.500h.01`} />
);
export const DashCircleIcon = (props: SvgIconProps) => (
  <Drawing {...props} path={`${CIRCLE}M8 12h8`} />
);
export const EditIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M4 20h4L20 8l-4-4L4 16zM13.500 6.500l4 4" />
);
export const UndoIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3" />
);
export const LeftIcon = (props: SvgIconProps) => <Drawing {...props} path="M15 5l-7 7 7 7" />;
export const RightIcon = (props: SvgIconProps) => <Drawing {...props} path="M9 5l7 7-7 7" />;
export const DownIcon = (props: SvgIconProps) => <Drawing {...props} path="M5 9l7 7 7-7" />;
export const SaveCopyIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M12 3v12M7 10l5 5 5-5M4 20h16" />
);
export const ListIcon = (props: SvgIconProps) => (
  <Drawing {...props} path="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01" />
);
