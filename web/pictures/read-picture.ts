import { LARGEST_IMAGE } from '../../domain/image.ts'
import { chosenPicture, type Picture } from './picture.ts'

/** How wide or high a picture is kept at most, tried one after another until it is small enough. */
const SIDES = [1600, 1200, 800, 400]
const QUALITY = 0.84

/**
 * The chosen file as a picture that can be kept: made smaller where it is too large. Photographs are written anew, so that
 * where they were taken is not told to everybody. Undefined for what is no picture.
 */
export async function readPicture(file: Blob): Promise<Picture | undefined> {
  const drawn = await createImageBitmap(file).catch(() => undefined)
  if (!drawn) return undefined
  const isFit = file.size <= LARGEST_IMAGE && ['image/png', 'image/webp'].includes(file.type)
  const bytes = isFit ? file : await shrunk(drawn)
  const { height, width } = bytes === file ? drawn : await createImageBitmap(bytes)
  return chosenPicture(`data:${bytes.type};base64,${await base64Of(bytes)}`, { width, height })
}

async function shrunk(drawn: ImageBitmap): Promise<Blob> {
  let smallest = await written(drawn, SIDES[0]!)
  for (const side of SIDES.slice(1)) {
    if (smallest.size <= LARGEST_IMAGE) break
    smallest = await written(drawn, side)
  }
  return smallest
}

async function written(drawn: ImageBitmap, side: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(drawn.width, drawn.height))
  const [width, height] = [drawn.width, drawn.height].map((each) => Math.max(1, Math.round(each * scale)))
  const canvas = new OffscreenCanvas(width!, height!)
  canvas.getContext('2d')?.drawImage(drawn, 0, 0, width!, height!)
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY })
  // Where a browser writes no WebP it answers with a PNG, which a photograph is too large for.
  return webp.type === 'image/webp' ? webp : canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
}

export async function base64Of(bytes: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
  reader.onerror = () => reject(reader.error)
  reader.readAsDataURL(bytes)
  return promise
}
