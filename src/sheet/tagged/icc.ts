/**
 * An ICC profile (version 2.1, ICC.1:2001-04) that says "sRGB" in as few bytes as a reader needs: the colourants
 * and white point of IEC 61966-2-1 adapted to D50, and its tone curve at 1024 points. Made here so that no file
 * under somebody else's licence is carried.
 */
export function srgbProfile(): Uint8Array<ArrayBuffer> {
  const curve = toneCurve()
  const tags: [string, Uint8Array][] = [
    ['desc', description('sRGB')],
    ['cprt', concat([ascii('text'), zeros(4), ascii('CC0\0')])],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const places = new Map<Uint8Array, number>()
  const bodies: Uint8Array[] = []
  let at = 128 + 4 + tags.length * 12
  for (const [, body] of tags) {
    if (places.has(body)) continue
    places.set(body, at)
    const padded = concat([body, zeros((4 - (body.length % 4)) % 4)])
    bodies.push(padded)
    at += padded.length
  }
  const table = tags.map(([name, body]) =>
    concat([ascii(name), uint32(places.get(body) ?? 0), uint32(body.length)]),
  )
  const header = concat([
    uint32(at),
    zeros(4),
    uint32(0x02100000),
    ascii('mntrRGB XYZ '),
    // A fixed day: the profile never changes, and neither may the bytes of a file that holds it.
    ...[2026, 1, 1, 0, 0, 0].map(uint16),
    ascii('acsp'),
    zeros(28),
    // The profile connection space is lit by D50.
    fixed(0.9642),
    fixed(1),
    fixed(0.8249),
    zeros(48),
  ])
  return concat([header, uint32(tags.length), ...table, ...bodies])
}

function toneCurve(): Uint8Array {
  const points = 1024
  const values = Array.from({ length: points }, (_, i) => {
    const x = i / (points - 1)
    return uint16(Math.round(65535 * (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)))
  })
  return concat([ascii('curv'), zeros(4), uint32(points), ...values])
}

const description = (name: string): Uint8Array =>
  // The Unicode and Macintosh forms of the name are there and empty, as the type demands.
  concat([ascii('desc'), zeros(4), uint32(name.length + 1), ascii(`${name}\0`), zeros(78)])

const xyz = (...values: [number, number, number]): Uint8Array =>
  concat([ascii('XYZ '), zeros(4), ...values.map(fixed)])

const zeros = (length: number) => new Uint8Array(length)
const ascii = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0))
const uint16 = (value: number) => Uint8Array.of(value >> 8, value & 255)
const uint32 = (value: number) =>
  Uint8Array.of(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255)
const fixed = (value: number) => uint32(Math.round(value * 65536))

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
