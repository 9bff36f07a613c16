import { fileURLToPath } from 'node:url'
import { routesOf } from '../jobs/channels/channels.ts'
import { makeAuth } from './auth/auth.ts'
import { isLoopback } from './auth/origin.ts'
import { prepareFirstRun } from './first-run/first-run.ts'
import { fetchTextOf, type Ground, publicUrlOf } from './ground.ts'
import { startChangeFeed } from './live/change-feed.ts'
import { makeSchema } from './schema.ts'
import { keptSecret } from './secret.ts'
import { makeServer } from './server.ts'

const webRoot = fileURLToPath(new URL('../dist/web', import.meta.url))
const pagesRoot = fileURLToPath(new URL('../dist/pages', import.meta.url))

/** Where people and programs come in. */
export async function openFront({ env, log, parts, appUrl, db, jobs, now, tellOthers, metrics }: Ground) {
  const feed = startChangeFeed({ db, url: appUrl, log })
  parts.defer(() => feed.stop())
  const secret = env.secret ?? (await keptSecret(env.dataDir))
  const baseUrl = publicUrlOf(env)
  const auth = await makeAuth({ db, secret, baseUrl })
  const announce = (clinicId: string, seq: number) => {
    feed.hint(clinicId, seq)
    tellOthers(clinicId, seq)
  }
  const routes = routesOf(env.providers)
  let listening: URL | undefined
  const services = {
    ...{ db, feed, announce, now, secret, jobs, routes, fetchCalendar: fetchTextOf(env) },
    get publicUrl() {
      return publicUrlOf(env, listening)
    },
  }
  const firstRun = await prepareFirstRun({ db, env, now }, baseUrl)
  const { providers, trustedProxies } = env
  const webhookProofs = { twilioAuthToken: providers.twilio?.authToken, postmark: providers.postmarkWebhook }
  const schema = makeSchema()
  const roots = { webRoot, pagesRoot }
  const app = await makeServer({ services, auth, schema, log, ...roots, trustedProxies, webhookProofs, metrics })
  parts.defer(() => app.close())
  const url = await app.listen({ port: env.port, host: env.host })
  listening = new URL(url)
  const { publicUrl } = services
  return { url, announce, publicUrl, welcome: await firstRun.welcome(env.publicUrl ?? localAddress(listening)) }
}

/** The name by which people of this machine know it, where no other can reach it or all names do. */
function localAddress(url: URL): string {
  return isLoopback(url) ? `http://localhost:${url.port}` : url.origin
}
