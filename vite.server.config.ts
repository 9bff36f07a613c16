import { defineConfig } from 'vite'

/**
 * The program in few files beside its packages: it starts in a third of the time that its hundreds of modules take one by
 * one. What people and programs come in by is a file of its own, which a process that does jobs alone never loads.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      // What says that this is no place for finding mistakes is loaded before all that asks: in one file it would come after.
      input: { server: 'api/main.ts', production: 'api/production.ts' },
      // All in one folder: the program finds what it serves beside itself.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})
