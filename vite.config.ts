// The browser client: web/ with what it imports, into dist/web. The core comes in by `?url`; workers are modules.
import { existsSync } from 'node:fs';
import { defineConfig, type PluginOption } from 'vite';
import core from './web/core.plugin.mjs';
import workers from './web/workers.plugin.mjs';

// The icons plugin cuts the used game icons out of their package (owned by the panels); a client without panels builds too.
const iconsPlugin = new URL('./web/icons.plugin.mjs', import.meta.url);
const plugins: PluginOption[] = existsSync(iconsPlugin) ? [(await import(iconsPlugin.href)).default(), workers(), core()] : [workers(), core()];

export default defineConfig({
  root: 'web',
  base: '/',
  publicDir: 'public',
  plugins,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  server: { fs: { allow: ['..'] } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    // Every browser that has what the core asks for loads modules ahead by itself.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
