import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** Screens have addresses of their own, such as /bookings/…, so a page opened there asks from the root for its files. */
const filesFromTheRoot: Plugin = {
  name: 'files-from-the-root',
  enforce: 'post',
  config: () => ({ base: '/' }),
};

/** Both doors and the drawing thread for Node, the preload script, and the screens for both doors. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      lib: {
        entry: {
          main: resolve('electron/main.ts'),
          web: resolve('electron/web.ts'),
          'paper.worker': resolve('electron/host/paper.worker.ts'),
        },
        formats: ['es'],
      },
      rolldownOptions: {
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload script is one file of the old module form, with nothing to load beside it.
      externalizeDeps: false,
      lib: { entry: { preload: resolve('electron/preload.ts') }, formats: ['cjs'] },
      rolldownOptions: { output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    // A page opened at /groups/… must look for its parts at the top, not below /groups.
    base: '/',
    plugins: [react(), filesFromTheRoot],
    build: {
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve('renderer/index.html') },
    },
  },
});
