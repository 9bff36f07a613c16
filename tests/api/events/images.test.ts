import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../../../db/connect.ts'
import { deleteUnusedImages, findImageBytes } from '../../../db/queries/images.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { PIXEL } from '../../support/drafted-event.ts'
import { makeOffice } from '../../support/office.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'

const UPLOAD = `mutation ($input: UploadImageInput!) { uploadImage(input: $input) { __typename
  ... on ImageUploaded { image { id url width height alt } } ... on RecordRefused { problems { code message } } } }`
const SAVE = `mutation ($input: UpdateClinicInput!) { updateClinic(input: $input) { __typename
  ... on ClinicSaved { clinic { hue about host version logo { id url } } } ... on RecordRefused { problems { code message } } } }`

let database: TestDatabase
let app: TestApp
let office: Awaited<ReturnType<typeof makeOffice>>
beforeAll(async () => {
  database = await testDatabase()
  app = await startApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  office = await makeOffice(app, database)
})

interface Uploaded {
  readonly uploadImage: { image: { id: string; url: string } }
}

const upload = (input: object) => office.read<Uploaded>(UPLOAD, { input })

describe('an image', () => {
  it('is kept with its size and leads to where it is shown', async () => {
    const { uploadImage } = await upload({ base64: PIXEL, alt: 'A dot' })
    const { id, url } = uploadImage.image
    expect(uploadImage.image).toMatchObject({ width: 1, height: 1, alt: 'A dot' })
    expect(url).toBe(`http://localhost/c/${office.clinic.slug}/images/${id}`)
    const kept = await inClinic(database.db, office.clinic.id, (trx) => findImageBytes(trx, office.clinic.id, id))
    expect(kept).toEqual({ mediaType: 'image/png', bytes: Buffer.from(PIXEL, 'base64') })
  })

  it.each([
    ['words', 'bm8gcGljdHVyZQ==', 'Base64 must be a PNG, JPEG or WebP picture.'],
    ['no base64', '*', 'Base64 must be base64.'],
    ['too much', Buffer.alloc(513 * 1024).toString('base64'), 'Base64 must have at most 512 KiB.'],
  ])('is refused when it is %s', async (_, base64, message) => {
    expect((await upload({ base64 })).uploadImage).toMatchObject({
      __typename: 'RecordRefused',
      problems: [{ code: 'INVALID', message }],
    })
  })

  it('is forgotten when nothing shows it for a day', async () => {
    const { id: clinicId } = office.clinic
    const { uploadImage } = await upload({ base64: PIXEL })
    const logo = await upload({ base64: PIXEL })
    await office.read(SAVE, { input: { expectedVersion: 1, logoId: logo.uploadImage.image.id } })
    const left = await inClinic(database.db, clinicId, async (trx) => {
      await deleteUnusedImages(trx, clinicId, Date.now() + 1000)
      return Promise.all([uploadImage, logo.uploadImage].map(({ image }) => findImageBytes(trx, clinicId, image.id)))
    })
    expect(left.map((each) => each !== undefined)).toEqual([false, true])
  })
})

describe('a clinic', () => {
  it('wears its own colour, logo and words, at an address of its own', async () => {
    const { uploadImage } = await upload({ base64: PIXEL })
    const brand = { hue: 30, about: 'By the harbor.', host: 'Events.Example.org', logoId: uploadImage.image.id }
    expect(await office.read(SAVE, { input: { expectedVersion: 1, ...brand } })).toMatchObject({
      updateClinic: {
        clinic: { hue: 30, about: 'By the harbor.', host: 'events.example.org', logo: { id: uploadImage.image.id } },
      },
    })
    const cleared = { expectedVersion: 2, about: null, host: null, logoId: null }
    expect(await office.read(SAVE, { input: cleared })).toMatchObject({
      updateClinic: { clinic: { hue: 30, about: null, host: null, logo: null } },
    })
  })

  it('shares its address with no other, and no image of another’s', async () => {
    const input = { expectedVersion: 1, host: 'shared.example.org' }
    await office.read(SAVE, { input })
    const { uploadImage } = await upload({ base64: PIXEL })
    office = await makeOffice(app, database)
    expect(await office.read(SAVE, { input })).toMatchObject({ updateClinic: { problems: [{ code: 'NAME_TAKEN' }] } })
    const foreign = office.read(SAVE, { input: { expectedVersion: 1, logoId: uploadImage.image.id } })
    await expect(foreign).rejects.toThrow('There is no such image.')
    expect(await office.read(SAVE, { input: { expectedVersion: 1, host: 'https://x.y' } })).toMatchObject({
      updateClinic: { problems: [{ code: 'INVALID' }] },
    })
  })
})
