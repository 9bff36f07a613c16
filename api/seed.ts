import { parseArgs } from 'node:util'
import { hashPassword } from 'better-auth/crypto'
import { makeApiKeySecret } from '../actions/one-time-secret.ts'
import { openLargeClinic } from '../actions/open-large-clinic.ts'
import { connect } from '../db/connect.ts'
import { constraints, isUniqueViolation } from '../db/constraints.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { type LargeClinicSize, makeLargeClinic } from '../db/seed/large-clinic.ts'
import { vacuum } from '../db/seed/vacuum.ts'
import { isSlug } from '../domain/slug.ts'
import { readEnv } from './env.ts'
import { makePassword } from './first-run/password.ts'

const USAGE = 'npm run seed -- --therapists N --days N [--clinic slug] [--load 0.7]'

/** Makes a big clinic for measurements, in DATABASE_URL or in the data folder. */
async function main(): Promise<void> {
  const size = sizeOf(process.argv.slice(2))
  const env = readEnv()
  if (env.databaseUrl) return seed(env.databaseUrl, size)
  const embedded = await startEmbedded({ dataDir: env.dataDir })
  try {
    await seed(embedded.ownerUrl, size)
  } finally {
    await embedded.stop()
  }
}

function sizeOf(args: readonly string[]): LargeClinicSize {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...args], options: { therapists: text, days: text, clinic: text, load: text } })
  const therapists = Number(values.therapists)
  const days = Number(values.days)
  const load = Number(values.load ?? 0.7)
  const slug = values.clinic ?? `large-${therapists}x${days}`
  if (!isCount(therapists, 1000) || !isCount(days, 3650) || !(load > 0 && load <= 1) || !isSlug(slug))
    throw new Error(`usage: ${USAGE}`)
  return { therapists, days, load, slug }
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most
}

async function seed(ownerUrl: string, size: LargeClinicSize): Promise<void> {
  const { appUrl } = await migrate(ownerUrl)
  const { db, close } = connect({ url: appUrl, applicationName: 'daybook seed', max: 1 })
  const began = performance.now()
  const now = Date.now()
  const large = makeLargeClinic(size, now)
  const email = `admin@${size.slug}.example`
  const password = makePassword()
  const admin = { name: 'Dana Whitfield', email, role: 'admin', therapistId: null } as const
  const secret = makeApiKeySecret()
  try {
    const access = {
      members: [{ ...admin, passwordHash: await hashPassword(password) }],
      apiKeys: [{ name: 'Measurements', scopes: ['read', 'write'] as const, secret }],
    }
    const count = await openLargeClinic(db, large, access, now, sayProgress)
    await vacuum(ownerUrl)
    const { therapists, rooms, clients, clinic } = large.plan
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`Clinic ${clinic.slug} (${clinic.id}), made in ${seconds} s:\n`)
    say(`  ${therapists.length} therapists, ${rooms.length} rooms, ${clients.length} clients, ${count} appointments\n`)
    say(`  admin    ${email}  ${password}\n`)
    say(`  API key  ${secret.secret}\n`)
  } catch (error) {
    if (!isUniqueViolation(error, constraints.clinicsSlug)) throw error
    throw new Error(`There is a clinic ${size.slug} already. Name another with --clinic.`, { cause: error })
  } finally {
    await close()
  }
}

/** For a person who waits; a file keeps only the result. */
function sayProgress(appointments: number): void {
  if (process.stdout.isTTY) say(`${appointments} appointments\r`)
}

function say(text: string): void {
  process.stdout.write(text)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
