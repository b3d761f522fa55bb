/** The files in which browsers keep what pages store: LevelDB (Chromium) and SQLite (Firefox), read as far as they make sense. */
import { snappyAt } from './squeezed.ts'

/** LevelDB's log: records in pieces over blocks of 32 KiB (leveldb, doc/log_format.md), put together again. */
export function* levelLog(file: Buffer): Generator<Buffer> {
  let parts: Buffer[] = []
  for (let block = 0; block < file.length; block += 32_768) {
    const end = Math.min(block + 32_768, file.length)
    for (let at = block; at + 7 <= end; ) {
      const size = file.readUInt16LE(at + 4)
      const kind = file[at + 6] ?? 0
      if (kind < 1 || kind > 4 || at + 7 + size > end) break
      const body = file.subarray(at + 7, at + 7 + size)
      if (kind <= 2) parts = []
      parts.push(body)
      if (kind === 1 || kind === 4) {
        yield Buffer.concat(parts)
        parts = []
      }
      at += 7 + size
    }
  }
  if (parts.length > 0) yield Buffer.concat(parts)
}

const tableMagic = Buffer.from('57fb808b247547db', 'hex')

/** LevelDB's table (doc/table_format.md): every block of it, opened. */
export function* levelTable(file: Buffer): Generator<Buffer> {
  const footer = file.length - 48
  if (footer < 0 || !file.subarray(-8).equals(tableMagic)) return
  const reader = new Reader(file, footer)
  reader.handle()
  const index = blockAt(file, reader.handle())
  yield index
  for (const value of valuesOf(index)) yield blockAt(file, new Reader(value).handle())
}

function blockAt(file: Buffer, { offset, size }: { offset: number; size: number }): Buffer {
  const body = file.subarray(offset, offset + size)
  const kind = file[offset + size]
  if (kind === 0) return body
  const opened = kind === 1 ? snappyAt(body) : undefined
  if (!opened?.whole) throw new Error(`a block of kind ${kind} that this does not open`)
  return opened.bytes
}

/** The values of a block; its keys are written in parts. */
function* valuesOf(block: Buffer): Generator<Buffer> {
  const end = block.length - 4 * (1 + block.readUInt32LE(block.length - 4))
  const reader = new Reader(block)
  while (reader.at < end) {
    reader.varint()
    const ownKey = reader.varint()
    const size = reader.varint()
    reader.at += ownKey
    yield block.subarray(reader.at, reader.at + size)
    reader.at += size
  }
}

class Reader {
  constructor(
    readonly bytes: Buffer,
    public at = 0,
  ) {}
  varint(): number {
    let value = 0
    for (let times = 1; ; times *= 128) {
      const byte = this.bytes[this.at++] ?? 0
      value += (byte & 0x7f) * times
      if (byte < 0x80) return value
    }
  }
  handle() {
    return { offset: this.varint(), size: this.varint() }
  }
}

/**
 * Every row of every table, as SQLite keeps it (sqlite.org/fileformat2.html): the payload of each cell of each leaf,
 * with the pages that it flows over to. Pages of the write-ahead log are read too, old ones as well as new.
 */
export function* sqliteRows(file: Buffer, log: Buffer = Buffer.alloc(0)): Generator<Buffer> {
  if (file.subarray(0, 15).toString('latin1') !== 'SQLite format 3') return
  const size = file.readUInt16BE(16) === 1 ? 65_536 : file.readUInt16BE(16)
  const usable = size - (file[20] ?? 0)
  const pages = new Map<number, Buffer>()
  const leaves: [page: Buffer, first: boolean][] = []
  const meet = (number: number, page: Buffer) => {
    pages.set(number, page)
    leaves.push([page, number === 1])
  }
  for (let at = 0; at + size <= file.length; at += size) meet(at / size + 1, file.subarray(at, at + size))
  for (let at = 32; at + 24 + size <= log.length; at += 24 + size)
    meet(log.readUInt32BE(at), log.subarray(at + 24, at + 24 + size))
  for (const [page, first] of leaves) yield* cellsOf(page, first ? 100 : 0, usable, pages)
}

function* cellsOf(
  page: Buffer,
  header: number,
  usable: number,
  pages: Map<number, Buffer>,
): Generator<Buffer> {
  const kind = page[header] ?? 0
  // Leaves of tables; leaves and inner pages of indexes, which tables without row numbers are made of.
  const [isTable, isInner] = [kind === 0x0d, kind === 0x02]
  if (!isTable && !isInner && kind !== 0x0a) return
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  for (let cell = 0; cell < page.readUInt16BE(header + 3); cell++) {
    const pointer = header + (isInner ? 12 : 8) + 2 * cell
    if (pointer + 2 > page.length) return
    const start = new BigVarint(page, page.readUInt16BE(pointer) + (isInner ? 4 : 0))
    const length = start.next()
    if (isTable) start.next()
    if (length > 50_000_000) continue
    const over = least + ((length - least) % (usable - 4))
    const local = length <= most ? length : over <= most ? over : least
    const parts = [page.subarray(start.at, start.at + local)]
    let next = length > local && start.at + local + 4 <= page.length ? page.readUInt32BE(start.at + local) : 0
    for (let left = length - local; left > 0 && next; left -= usable - 4) {
      const more = pages.get(next)
      if (!more) break
      parts.push(more.subarray(4, Math.min(usable, 4 + left)))
      next = more.readUInt32BE(0)
    }
    yield Buffer.concat(parts)
  }
}

/** SQLite's own, the high end first. */
class BigVarint {
  constructor(
    readonly bytes: Buffer,
    public at: number,
  ) {}
  next(): number {
    let value = 0
    for (let i = 0; i < 9; i++) {
      const byte = this.bytes[this.at++] ?? 0
      if (i === 8) return value * 256 + byte
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
    return value
  }
}
