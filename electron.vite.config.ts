import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/**
 * Screens have addresses of their own, such as /bookings/…, so a page opened there asks from the root for its files.
 * As a plugin, because electron-vite sets the base of a finished build itself and this comes after it.
 */
const filesFromTheRoot: Plugin = {
  name: 'files-from-the-root',
  enforce: 'post',
  config: () => ({ base: '/' }),
};

/**
 * Both doors and the threads for papers and workbooks for Node, the preload script, and the screens for both doors. Libraries are put
 * into our own files, because finding and reading their hundreds of files is a third of the start; only what stands
 * in `dependencies` stays outside: an engine that the system loads, fonts and profiles
 * that are read by path, and what PDFKit brings for itself anyway.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      license: { fileName: 'licenses.md' },
      lib: {
        entry: {
          main: resolve('electron/main.ts'),
          web: resolve('electron/web.ts'),
          'paper.worker': resolve('electron/host/paper.worker.ts'),
          'workbook.worker': resolve('electron/host/workbook.worker.ts'),
          'incoming-file.worker': resolve('electron/host/incoming-file.worker.ts'),
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
    plugins: [react(), filesFromTheRoot],
    build: {
      outDir: 'out/renderer',
      license: { fileName: 'licenses.md' },
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: resolve('renderer/index.html'),
        output: {
          // Together, so that no schema is made before zod knows what the page allows.
          codeSplitting: {
            groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|no-code-from-text/ }],
          },
        },
      },
    },
  },
});
