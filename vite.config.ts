import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

const api = 'http://127.0.0.1:4000'

export default defineConfig({
  root: 'web',
  plugins: [solid()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // light-dark() and OKLCH are used as they are.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
  },
  server: {
    proxy: {
      '/graphql': { target: api, ws: true },
      '/api': { target: api },
    },
  },
})
