/** Red, green and blue as light, each from 0 to 1. */
type Light = readonly [number, number, number]

/** The colour of OKLCH as every mail program knows it, "#2f54d6". Where screens cannot show it, it is paler. */
export function hexOf(lightness: number, chroma: number, hue: number): string {
  return `#${shownLight(lightness, chroma, hue).map(digitsOf).join('')}`
}

/** How well the one colour is read on the other, by WCAG: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Björn Ottosson's OKLab matrices. */
function lightOf(lightness: number, chroma: number, hue: number): Light {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

const PALER = 0.97

/** Less and less chroma until a screen can show it; grey always can be. */
function shownLight(lightness: number, chroma: number, hue: number): Light {
  const light = lightOf(lightness, chroma, hue)
  const isShown = light.every((each) => each > -0.0005 && each < 1.0005)
  return isShown || chroma < 0.001 ? light : shownLight(lightness, chroma * PALER, hue)
}

function digitsOf(light: number): string {
  const value = Math.min(Math.max(light, 0), 1)
  const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0')
}

function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const encoded = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
