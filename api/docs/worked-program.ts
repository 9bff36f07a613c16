import { workedExample } from './worked-example.ts'

const { book, client, free, hold, types } = workedExample

/** The steps up to the booking as one program, to be copied and run. */
export const workedProgram = `const { DAYBOOK_URL = 'http://localhost:4000', DAYBOOK_KEY } = process.env
const order = \`order-\${crypto.randomUUID()}\`

/** One request. What did not arrive is sent again as it was: nothing is done twice. */
async function ask(query, variables = {}, tries = 3) {
  let response
  try {
    response = await fetch(\`\${DAYBOOK_URL}/graphql\`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: \`Bearer \${DAYBOOK_KEY}\` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(10_000),
    })
  } catch (error) {
    if (tries <= 1) throw error
    return ask(query, variables, tries - 1)
  }
  const { data, errors } = await response.json()
  if (errors) throw new Error(errors.map((each) => \`\${each.extensions.code}: \${each.message}\`).join('\\n'))
  return Object.values(data)[0]
}

const saysWhy = ({ problems }) => problems.map((each) => \`\${each.code}: \${each.message}\`).join('\\n')

const types = await ask(\`${types.query}\`)
const type = types[0]

const saved = await ask(\`${client.query}\`, {
  input: { name: 'Maya Alvarez', email: 'maya@example.com', clientMutationId: \`\${order}-client\` },
})
if (saved.__typename !== 'ClientSaved') throw new Error(saysWhy(saved))

const from = new Date(Date.now() + 24 * 3600_000)
const to = new Date(from.getTime() + 14 * 24 * 3600_000)
const free = await ask(\`${free.query}\`, { input: { typeId: type.id, from, to, first: 5 } })
if (free.slots.length === 0) throw new Error(saysWhy({ problems: free.reasons }))

const HOLD = \`${hold.query}\`
const holding = ({ startsAt, therapist, room }) => ({ typeId: type.id, therapistId: therapist.id, roomId: room?.id, startsAt })
const rehearsed = await ask(HOLD, { input: { ...holding(free.slots[0]), validateOnly: true } })
// Somebody else was faster: what the refusal offers instead is tried.
const wanted = rehearsed.__typename === 'SlotHeld' ? free.slots[0] : rehearsed.alternatives[0]
if (!wanted) throw new Error(saysWhy(rehearsed))
const held = await ask(HOLD, { input: { ...holding(wanted), clientMutationId: \`\${order}-hold\` } })
if (held.__typename !== 'SlotHeld') throw new Error(saysWhy(held))
console.log(\`\${type.name} with \${wanted.therapist.name} is kept until \${held.hold.expiresAt}\`)

const booked = await ask(\`${book.query}\`, {
  input: { id: held.hold.id, token: held.token, clientId: saved.client.id, clientMutationId: \`\${order}-book\` },
})
if (booked.__typename !== 'AppointmentBooked') throw new Error(saysWhy(booked))
console.log(\`booked: \${booked.appointment.startsAt}, \${booked.appointment.id}\`)
`
