/** How large an image may be, in bytes. */
export const LARGEST_IMAGE = 512 * 1024
const WIDEST = 8000

export interface ImageFacts {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp'
  readonly width: number
  readonly height: number
}

/** What the bytes show of themselves, or why they are no image that is kept. */
export function readImage(bytes: Uint8Array): ImageFacts | { readonly problem: string } {
  if (bytes.length > LARGEST_IMAGE) return { problem: 'must have at most 512 KiB' }
  const facts = pngFacts(bytes) ?? jpegFacts(bytes) ?? webpFacts(bytes)
  if (!facts) return { problem: 'must be a PNG, JPEG or WebP picture' }
  const isSeen = facts.width > 0 && facts.height > 0 && facts.width <= WIDEST && facts.height <= WIDEST
  return isSeen ? facts : { problem: `must be from 1 to ${WIDEST} pixels wide and high` }
}

function pngFacts(bytes: Uint8Array): ImageFacts | undefined {
  if (!begins(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) || !says(bytes, 12, 'IHDR')) return undefined
  if (bytes.length < 24) return undefined
  const view = viewOf(bytes)
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

const START_OF_SCAN = 0xda

/** The frame header says how large it is; segments before it are passed over. */
function jpegFacts(bytes: Uint8Array): ImageFacts | undefined {
  if (!begins(bytes, 0, [0xff, 0xd8, 0xff])) return undefined
  const view = viewOf(bytes)
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === START_OF_SCAN) return undefined
    if (isFrame(marker))
      return { mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** SOF0 to SOF15, of which three numbers mean other tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function webpFacts(bytes: Uint8Array): ImageFacts | undefined {
  if (!says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP') || bytes.length < 30) return undefined
  const view = viewOf(bytes)
  const sized = (width: number, height: number): ImageFacts => ({ mediaType: 'image/webp', width, height })
  if (says(bytes, 12, 'VP8X')) return sized(1 + uint24(bytes, 24), 1 + uint24(bytes, 27))
  if (says(bytes, 12, 'VP8 ') && begins(bytes, 23, [0x9d, 0x01, 0x2a]))
    return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
  if (says(bytes, 12, 'VP8L') && bytes[20] === 0x2f) {
    const bits = view.getUint32(21, true)
    return sized(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff))
  }
  return undefined
}

function uint24(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function says(bytes: Uint8Array, at: number, text: string): boolean {
  return begins(
    bytes,
    at,
    [...text].map((letter) => letter.charCodeAt(0)),
  )
}

function begins(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte)
}
