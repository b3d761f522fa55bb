/**
 * Looks through a whole browser profile, byte by byte, for words and keys: each file as it lies there, and opened as
 * far as the browser squeezed, cut or wrapped it. What is opened is searched the same way again.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { constants, inflateRawSync } from 'node:zlib'
import { levelLog, levelTable, sqliteRows } from './databases.ts'
import { mozLz4, snappyAt, snappyFrames } from './squeezed.ts'

/** Every marker word begins so; nothing else in a profile does. */
export const stem = 'qzvx'

/** What somebody might find, by name: the bytes themselves. */
export type Needles = Record<string, Uint8Array>

export interface Found {
  /** The files in which each thing was found, by marker word or name of the needle. */
  where: Map<string, Set<string>>
  files: number
  bytes: number
  /** Pieces that were opened: blocks, records, rows, streams. */
  opened: number
}

/** The app's own files and the browser's, as they came: squeezed in other ways, and nothing that is typed goes there. Searched as they are. */
const shallow =
  /(^|\/)(Code Cache|GPUCache|GrShaderCache|ShaderCache|Dawn\w+|component_crx_cache|Safe Browsing|startupCache|cache2|ScriptCache|security_state|datareporting|extensions|[\w.]*\.(so|pak|dat|xpi|mfasl))(\/|$)/

export function searchProfile(profile: string, needles: Needles = {}): Found {
  const found: Found = { where: new Map(), files: 0, bytes: 0, opened: 0 }
  const wanted = Object.entries(needles).flatMap(([name, bytes]) =>
    formsOf(bytes).map(form => ({ name, form })),
  )
  for (const entry of readdirSync(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(profile, path)
    const file = readFileSync(path)
    found.files++
    found.bytes += file.length
    const look = (bytes: Buffer, depth: number) => {
      note(bytes, name, wanted, found)
      if (depth === 0 || bytes.length < 16) return
      found.opened++
      for (const text of base64In(bytes)) look(text, 0)
      for (const inner of snappyIn(bytes)) look(inner, depth - 1)
    }
    look(file, shallow.test(name) ? 0 : 1)
    if (shallow.test(name)) continue
    for (const piece of piecesOf(path, file)) look(piece, 2)
  }
  return found
}

/** What the kind of a file says is in it. */
function* piecesOf(path: string, file: Buffer): Generator<Buffer> {
  if (/\.(log)$|\/LOG(\.old)?$|MANIFEST-\d+$/.test(path)) yield* levelLog(file)
  if (/\.(ldb|sst)$/.test(path)) yield* levelTable(file)
  yield* sqliteRows(file, readIfThere(`${path}-wal`))
  const framed = snappyFrames(file) ?? mozLz4(file)
  if (framed) yield framed
  yield* inflatedIn(file)
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0) // No write-ahead log: all is in the file itself.
  }
}

/** Raw Snappy that opens to its end, wherever it begins: values of IndexedDB lie so, after a few bytes of their own. */
function* snappyIn(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + 8 < bytes.length; at++) {
    const opened = snappyAt(bytes, at)
    if (opened && (opened.whole ? opened.bytes.length >= 16 : opened.bytes.length >= 64)) yield opened.bytes
  }
}

/** Deflated streams with zlib's head. */
function* inflatedIn(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    if (![0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0)) continue
    try {
      yield inflateRawSync(bytes.subarray(at + 2), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: 20_000_000,
      })
    } catch {
      // Two bytes that only looked like it.
    }
  }
}

/** Runs of base 64, as one byte a sign and as two. */
function* base64In(bytes: Buffer): Generator<Buffer> {
  const text = bytes.toString('latin1')
  for (const [run] of text.matchAll(/[A-Za-z0-9+/]{32,}/g)) yield Buffer.from(run, 'base64')
  for (const [run] of text.matchAll(/(?:[A-Za-z0-9+/]\0){32,}/g))
    yield Buffer.from(run.replaceAll('\0', ''), 'base64')
}

function note(bytes: Buffer, file: string, wanted: { name: string; form: Buffer }[], { where }: Found): void {
  const add = (name: string) => where.set(name, (where.get(name) ?? new Set()).add(file))
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const start = Buffer.from(stem, encoding)
    for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
      const word = /^[a-z]+/.exec(bytes.subarray(at, at + 64).toString(encoding))?.[0]
      if (word) add(word)
    }
  }
  for (const { name, form } of wanted) if (bytes.includes(form)) add(name)
}

/** As the bytes may stand in a file: themselves, in hexadecimal, in base 64, and those as two bytes a sign. */
function formsOf(bytes: Uint8Array): Buffer[] {
  const raw = Buffer.from(bytes)
  const texts = [
    raw.toString('hex'),
    raw.toString('hex').toUpperCase(),
    raw.toString('base64').replace(/.?=*$/, ''),
  ]
  return [raw, ...texts.flatMap(text => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')])]
}
