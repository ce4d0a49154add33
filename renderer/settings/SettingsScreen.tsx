import Box from '@mui/material/Box';
import { Link } from 'react-router';
import { ROOM } from '../app/theme.ts';
import { RightIcon } from '../shared/icons.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { useSettingsPages } from './settings-pages.ts';

/** Everything that can be set, one line each. */
export function SettingsScreen() {
  const pages = useSettingsPages();
  return (
    <>
      <PageHeader title="Settings" />
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          margin: 0,
          padding: 0,
          display: 'grid',
          gap: 1.5,
          [ROOM.wide]: { gridTemplateColumns: '1fr 1fr' },
        }}
      >
        {pages.map((page) => (
          <li key={page.path}>
            <Box
              component={Link}
              to={page.path}
              sx={(theme) => ({
                display: 'flex',
                alignItems: 'center',
                gap: 2,
                height: '100%',
                padding: 2,
                borderRadius: 1.5,
                textDecoration: 'none',
                color: theme.palette.text.primary,
                border: `1px solid ${theme.trc.line}`,
                backgroundColor: theme.palette.background.paper,
                '&:hover': { borderColor: theme.palette.primary.main },
                '& svg': { marginInlineStart: 'auto', flexShrink: 0 },
              })}
            >
              <Box sx={{ minWidth: 0 }}>
                <Box sx={{ fontSize: '1.1875rem', fontWeight: 660, color: 'primary.main' }}>
                  {page.title}
                </Box>
                <Box sx={{ color: 'text.secondary' }}>{page.words}</Box>
              </Box>
              <RightIcon />
            </Box>
          </li>
        ))}
      </Box>
    </>
  );
}
