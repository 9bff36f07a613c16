import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

/** The public pages, which the server writes: one file that needs no package beside it, as Solid is none of production's. */
export default defineConfig({
  root: 'web',
  plugins: [solid({ ssr: true, solid: { generate: 'ssr', hydratable: false } })],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'pages/render.tsx',
    outDir: '../dist/pages',
    emptyOutDir: true,
    target: 'node24',
    cssMinify: true,
  },
})
