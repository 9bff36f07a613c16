import { readFile } from 'node:fs/promises'
import { defineConfig, type Plugin, transformWithOxc } from 'vite'
import solid from 'vite-plugin-solid'

/** `import text from './x.ts?script'`: a script that imports nothing, as browsers are sent it. */
const scriptText: Plugin = {
  name: 'script-text',
  enforce: 'pre',
  async load(id) {
    const [file = '', query] = id.split('?')
    if (query !== 'script') return null
    const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { target: 'es2022', sourcemap: false })
    return { code: `export default ${JSON.stringify(`(() => {\n${code}})()\n`)}`, moduleType: 'js' }
  },
}

/** The public pages, which the server writes: one file that needs no package beside it, as Solid is none of production's. */
export default defineConfig({
  root: 'web',
  plugins: [scriptText, solid({ ssr: true, solid: { generate: 'ssr', hydratable: false } })],
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
