import { v7 } from 'uuid'
import type { PictureFragment } from '../generated/graphql.ts'

/** A picture in a form: one that is kept, or one that was chosen and is kept with the form. */
export interface Picture {
  /** The image that is kept; undefined for one that was just chosen. */
  readonly id: string | undefined
  /** Where it is shown from: a path here, or the data itself. */
  readonly source: string
  readonly width: number
  readonly height: number
  /** What it shows, for those who do not see it. */
  readonly alt: string
  /** The words it is kept with. */
  readonly keptAlt: string | undefined
  /** Sent again after a lost answer, it is kept once. */
  readonly clientMutationId: string
}

export function keptPicture(image: PictureFragment | null): Picture | undefined {
  if (!image) return undefined
  const { alt, height, id, url, width } = image
  // By whatever name this page was opened, it may load pictures from there alone.
  const source = new URL(url).pathname
  return { id, source, width, height, alt, keptAlt: alt, clientMutationId: v7() }
}

export function chosenPicture(source: string, size: { readonly width: number; readonly height: number }): Picture {
  const { height, width } = size
  return { id: undefined, source, width, height, alt: '', keptAlt: undefined, clientMutationId: v7() }
}

/** The same picture with other words. */
export function withAlt(picture: Picture, alt: string): Picture {
  return { ...picture, alt, clientMutationId: v7() }
}
