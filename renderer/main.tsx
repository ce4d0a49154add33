import './app/no-code-from-text.ts';
import '@fontsource-variable/source-sans-3/wght.css';
import createCache from '@emotion/cache';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { mustExist } from '#db/shared/domain-error';
import '#db/shared/plain-issues';
import { App } from './app/App.tsx';

const nonce = document.querySelector('meta[property="csp-nonce"]')?.getAttribute('content');
const styleCache = createCache({ key: 'trc', ...(nonce ? { nonce } : {}) });

createRoot(mustExist(document.getElementById('root'), 'index.html has the element')).render(
  <StrictMode>
    <App styleCache={styleCache} />
  </StrictMode>,
);
