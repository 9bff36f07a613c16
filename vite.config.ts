import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

const api = 'http://127.0.0.1:4000'

export default defineConfig({
  root: 'web',
  plugins: [solid()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // What pages share is one file: as many small ones as Rolldown makes of it (57 for the calendar) take longer to fetch
    // than the bytes a page could do without.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } } },
    // light-dark() and OKLCH are used as they are.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
  },
  server: {
    proxy: {
      '/graphql': { target: api, ws: true },
      '/api': { target: api },
      '/c/': { target: api },
    },
  },
})
