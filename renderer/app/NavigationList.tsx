import Box from '@mui/material/Box';
import { Link, useLocation } from 'react-router';
import { isAt, PLACES } from './navigation.tsx';

/** The places of the program, with a mark at the one the page belongs to. */
export function NavigationList(props: { readonly onChoose?: () => void }) {
  const { pathname } = useLocation();
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 0.5 }}
    >
      {PLACES.map((place) => {
        const isHere = isAt(place, pathname);
        return (
          <li key={place.path}>
            <Box
              component={Link}
              to={place.path}
              aria-current={isHere ? 'page' : undefined}
              {...(props.onChoose === undefined ? {} : { onClick: props.onChoose })}
              sx={(theme) => ({
                display: 'flex',
                alignItems: 'center',
                gap: 1.25,
                minHeight: '2.875rem',
                paddingInline: 1.5,
                borderRadius: 1,
                fontSize: '1.125rem',
                fontWeight: isHere ? 680 : 500,
                textDecoration: 'none',
                color: isHere ? theme.trc.rail.chosenInk : theme.trc.rail.ink,
                backgroundColor: isHere ? theme.trc.rail.chosenGround : 'transparent',
                borderInlineStart: `5px solid ${isHere ? theme.trc.rail.mark : 'transparent'}`,
                '& svg': { fontSize: '1.375rem', flexShrink: 0 },
                '&:hover': { textDecoration: 'underline', textUnderlineOffset: '0.2em' },
                '@media (forced-colors: active)': isHere
                  ? { outline: '2px solid Highlight', outlineOffset: '-2px' }
                  : {},
              })}
            >
              {place.icon}
              {place.words}
            </Box>
          </li>
        );
      })}
    </Box>
  );
}
