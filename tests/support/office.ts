import { type Answer, ask } from './app.ts'
import type { TestDatabase } from './postgres.ts'
import { makePerson, type Person, sessionCookieOf } from './sign-in.ts'
import { makeClinic } from './world.ts'

export interface RecordAnswer {
  readonly __typename: string
  readonly problems: { code: string; message: string; path: string[] | null }[]
  readonly [field: string]: unknown
}

/** Signs somebody in through the front door and answers with the cookie. */
export async function signInAs(
  app: { url: string },
  { email, password }: Pick<Person, 'email' | 'password'>,
): Promise<string> {
  const response = await fetch(`${app.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`signing in as ${email} answered ${response.status}`)
  return cookie
}

const RECORDS = {
  Therapist:
    'therapist { id kind name active position version title specialties skills weeklyHours { weekday startTime endTime } }',
  Room: `room { id kind name active position version capacity features location { id name }
    weeklyHours { weekday startTime endTime } }`,
  Location: 'location { id name address active version }',
  Closure: 'closure { id name startsOn endsOn startTime endTime version }',
  Client: 'client { id name email phone zone language consents smsStoppedAt referralStatus active version }',
  AppointmentType: `appointmentType { id name category minutes bufferBeforeMinutes bufferAfterMinutes hue needsRoom priceCents
    cptCode requiredSkills requiredFeatures minCapacity dailyLimit online leadMinutes horizonDays position active version }`,
  Member: 'member { id name email role therapistId active hasSignedIn version } signInLink',
  Clinic: 'clinic { id name stepMinutes allowsOverbooking version }',
}

export type RecordKind = keyof typeof RECORDS

/** The mutation of that name, saving a record of that kind. */
export function saveMutation(mutation: string, kind: RecordKind): string {
  const inputType = `${mutation.startsWith('archive') ? 'Archive' : mutation[0]!.toUpperCase() + mutation.slice(1)}Input`
  return `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { __typename
    ... on ${kind}Saved { ${RECORDS[kind]} } ... on RecordRefused { problems { code message path } } } }`
}

/** A clinic with an administrator, a receptionist and a therapist who are signed in. */
export async function makeOffice(app: { url: string }, { db }: TestDatabase) {
  const clinic = await makeClinic(db)
  const person = async (role: 'admin' | 'receptionist' | 'therapist') => {
    const made = await makePerson(db, clinic.id, { role, name: `Some ${role}` })
    return { ...made, cookie: await sessionCookieOf(db, made) }
  }
  const admin = await person('admin')
  const receptionist = await person('receptionist')
  const therapist = await person('therapist')
  const send = (mutation: string, kind: RecordKind, input: object, proof: string) =>
    ask<Record<string, RecordAnswer>>(app, proof, saveMutation(mutation, kind), { input })
  return {
    ...{ clinic, admin, receptionist, therapist },
    /** Whatever is answered. */
    attempt: (mutation: string, kind: RecordKind, input: object, proof = admin.cookie): Promise<Answer<unknown>> =>
      send(mutation, kind, input, proof),
    /** As the administrator unless told otherwise; throws when it is an error. */
    async save(mutation: string, kind: RecordKind, input: object, proof = admin.cookie): Promise<RecordAnswer> {
      const { data, errors } = await send(mutation, kind, input, proof)
      if (errors) throw new Error(errors[0]?.message, { cause: errors })
      return data[mutation]!
    },
    async read<Data>(query: string, variables: Record<string, unknown> = {}, proof = admin.cookie): Promise<Data> {
      const { data, errors } = await ask<Data>(app, proof, query, variables)
      if (errors) throw new Error(errors[0]?.message, { cause: errors })
      return data
    },
  }
}

export type Office = Awaited<ReturnType<typeof makeOffice>>
