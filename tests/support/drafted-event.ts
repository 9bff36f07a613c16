import { ask } from './app.ts'

/** A PNG of one pixel, in base64. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const CREATE = `mutation ($input: CreateEventInput!) { createEvent(input: $input) {
  ... on EventCreated { event { id } sessions { session { id } } } } }`
const UPLOAD = `mutation ($input: UploadImageInput!) { uploadImage(input: $input) { ... on ImageUploaded { image { id } } } }`

/** An event of one session that nobody runs, drafted over the wire, and an image. */
export async function draftEvent(app: { url: string }, key: string) {
  const input = { title: 'A draft', kind: 'CLASS', startsAt: '2026-03-10T15:00:00Z', endsAt: '2026-03-10T16:00:00Z' }
  const made = await ask<{ createEvent: { event: { id: string }; sessions: [{ session: { id: string } }] } }>(
    ...([app, key, CREATE, { input }] as const),
  )
  const kept = await ask<{ uploadImage: { image: { id: string } } }>(app, key, UPLOAD, { input: { base64: PIXEL } })
  const { event, sessions } = made.data.createEvent
  return { eventId: event.id, sessionId: sessions[0].session.id, imageId: kept.data.uploadImage.image.id }
}
