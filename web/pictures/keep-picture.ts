import { send } from '../api/client.ts'
import type { FormProblem, Refused } from '../form/create-form.ts'
import { UploadImageDocument } from '../generated/graphql.ts'
import type { Picture } from './picture.ts'
import { base64Of } from './read-picture.ts'

/** The id of the image that shows it, null for none. What is kept never changes: other words make another of it. */
export async function keepPicture(
  picture: Picture | undefined,
  field: 'imageId' | 'logoId',
): Promise<{ readonly id: string | null } | Refused> {
  if (!picture) return { id: null }
  const { alt, clientMutationId, id, keptAlt, source } = picture
  if (id !== undefined && alt.trim() === keptAlt) return { id }
  const base64 = id === undefined ? source.replace(/^[^,]*,/, '') : await base64Of(await (await fetch(source)).blob())
  const input = { base64, alt: alt.trim(), clientMutationId }
  const answer = (await send(UploadImageDocument, { input })).uploadImage
  if (answer.__typename === 'ImageUploaded') return { id: answer.image.id }
  const problems = answer.problems.map((each): FormProblem => ({ ...each, path: ['input', field] }))
  return { __typename: 'RecordRefused', problems }
}
