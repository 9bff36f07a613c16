import { describe, expect, it } from 'vitest'
import { LARGEST_IMAGE, readImage } from '../../domain/image.ts'

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((each) => each.charCodeAt(0)) : part)),
  )

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const png = (width: readonly number[], height: readonly number[]) =>
  bytesOf(PNG, [0, 0, 0, 13], 'IHDR', width, height, [8, 6, 0, 0, 0])
const webp = (...chunk: readonly (string | readonly number[])[]) => bytesOf('RIFF', [40, 0, 0, 0], 'WEBP', ...chunk)
const zeros = (count: number) => new Array<number>(count).fill(0)

describe('an image', () => {
  it.each([
    ['png', png([0, 0, 2, 128], [0, 0, 1, 224]), 'image/png', 640, 480],
    [
      'jpeg',
      bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2], [0xff, 0xc2, 0, 17, 8, 1, 224, 2, 128, 3, 0]),
      'image/jpeg',
      640,
      480,
    ],
    [
      'jpeg with filling',
      bytesOf([0xff, 0xd8, 0xff, 0xff, 0xc0, 0, 17, 8, 1, 224, 2, 128, 3, 0, 0]),
      'image/jpeg',
      640,
      480,
    ],
    [
      'webp, lossy',
      webp('VP8 ', zeros(4), [0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 2, 0xe0, 1], zeros(4)),
      'image/webp',
      640,
      480,
    ],
    ['webp, lossless', webp('VP8L', zeros(4), [0x2f, 0x7f, 0xc2, 0x77, 0], zeros(8)), 'image/webp', 640, 480],
    ['webp, extended', webp('VP8X', zeros(8), [0x7f, 2, 0, 0xdf, 1, 0], zeros(4)), 'image/webp', 640, 480],
  ])('of the kind %s says how large it is', (_, bytes, mediaType, width, height) => {
    expect(readImage(bytes)).toEqual({ mediaType, width, height })
  })

  it.each([
    ['nothing', new Uint8Array(), 'must be a PNG, JPEG or WebP picture'],
    ['a page', bytesOf('<svg onload="alert(1)"/>'), 'must be a PNG, JPEG or WebP picture'],
    ['a picture cut off', bytesOf(PNG), 'must be a PNG, JPEG or WebP picture'],
    [
      'a jpeg without a frame',
      bytesOf([0xff, 0xd8, 0xff, 0xda, 0, 4, 0, 0, 0, 0, 0]),
      'must be a PNG, JPEG or WebP picture',
    ],
    [
      'a jpeg of nothing but filling',
      bytesOf([0xff, 0xd8], new Array<number>(100).fill(0xff)),
      'must be a PNG, JPEG or WebP picture',
    ],
    ['a picture of no height', png([0, 0, 0, 1], [0, 0, 0, 0]), 'must be from 1 to 8000 pixels wide and high'],
    ['a huge picture', png([0, 1, 0, 0], [0, 0, 0, 1]), 'must be from 1 to 8000 pixels wide and high'],
    ['too many bytes', new Uint8Array(LARGEST_IMAGE + 1), 'must have at most 512 KiB'],
  ])('is not %s', (_, bytes, problem) => {
    expect(readImage(bytes)).toEqual({ problem })
  })
})
