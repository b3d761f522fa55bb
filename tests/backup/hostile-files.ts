/** Files that nobody should be able to hurt the diary with, each with what is to be said about it. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { deflateSync, gzipSync } from 'node:zlib'
import { armor, Encrypter } from 'age-encryption'
import type { BadBackup } from '../../src/core/backup/bad-backup.ts'
import { type Dump, dumpFormat } from '../../src/core/backup/dump.ts'
import { dumpOf, textOf } from '../../src/core/backup/read.ts'
import { instantAt } from '../../src/core/time.ts'
import { heldDiary } from './held.ts'

export const passphrase = 'amber kettle sunday ladder'

export interface Hostile {
  name: string
  bytes: Uint8Array
  /** `opened`: it is taken for what it says, and cannot hurt. */
  ends: BadBackup['why'] | 'opened'
  /** It asks for a passphrase first, and gets this one. */
  typed?: string
}

export const sound: Dump = dumpOf(heldDiary(6), instantAt(Date.UTC(2026, 10, 22)))
const text = textOf(sound)
const utf8 = (words: string) => new TextEncoder().encode(words)

/** The dump with something else in it, as JSON. */
const changed = (change: (dump: Record<string, unknown>) => void): Uint8Array => {
  const copy = structuredClone(sound) as unknown as Record<string, unknown>
  change(copy)
  return utf8(JSON.stringify(copy))
}
type Row = Record<string, unknown> & { body: Record<string, unknown> & { content: Record<string, unknown> } }
const rows = (dump: Record<string, unknown>) => dump.revisions as [Row, Row, ...Row[]]

/** As age makes it, with as little work for the passphrase as it takes. */
export async function locked(content: Uint8Array, work = 2): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(work)
  return encrypter.encrypt(content)
}

const age = await locked(utf8(text))
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const replaced = (bytes: Uint8Array, what: RegExp, by: string) =>
  new Uint8Array(Buffer.from(latin1(bytes).replace(what, by), 'latin1'))

/** A PDF by hand, with these files attached: each is a stream as it lies in the file. */
export function pdf(...attached: { name: string; stream: Uint8Array; filter?: string }[]): Uint8Array {
  const parts: Buffer[] = []
  const places: number[] = []
  let at = 0
  const put = (one: string | Uint8Array) => {
    const bytes = typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from(one)
    parts.push(bytes)
    at += bytes.length
  }
  const object = (number: number, ...content: (string | Uint8Array)[]) => {
    places[number] = at
    put(`${number} 0 obj\n`)
    for (const one of content) put(one)
    put('\nendobj\n')
  }
  put('%PDF-1.7\n')
  const names = attached.map(({ name }, i) => `(${name}) ${10 + 2 * i} 0 R`).join(' ')
  object(1, `<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[${names}]>>>>>>`)
  object(2, '<</Type/Pages/Kids[3 0 R]/Count 1>>')
  object(3, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>')
  attached.forEach(({ name, stream, filter }, i) => {
    object(10 + 2 * i, `<</Type/Filespec/F(${name})/EF<</F ${11 + 2 * i} 0 R>>>>`)
    const how = filter ? `/Filter/${filter}` : ''
    object(11 + 2 * i, `<</Length ${stream.length}${how}>>stream\n`, stream, '\nendstream')
  })
  const start = at
  put(`xref\n0 ${places.length}\n`)
  for (let i = 0; i < places.length; i++)
    put(
      places[i] === undefined ? '0000000000 65535 f \n' : `${String(places[i]).padStart(10, '0')} 00000 n \n`,
    )
  put(`trailer<</Size ${places.length}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`)
  return new Uint8Array(Buffer.concat(parts))
}

/** A file of the diary's data as it stands in a document from which something was left out. */
const leftOut = JSON.stringify({ format: 'doorstep-diary', version: 1, leftOut: ['name'] })

const script = '<img src=x onerror="document.title=\'taken\'"><script>document.title="taken"</script>'
const zeros = (count: number) => new Uint8Array(count)

/** 1 GB of zeros, deflated to one megabyte. */
export const bomb = (): Uint8Array => {
  // Made of one deflated piece many times over: python's zlib does it without holding the gigabyte.
  const made = execFileSync(
    'python3',
    [
      '-c',
      'import sys,zlib\nc=zlib.compressobj(9)\nfor i in range(1024): sys.stdout.buffer.write(c.compress(bytes(1<<20)))\nsys.stdout.buffer.write(c.flush())',
    ],
    { maxBuffer: 1 << 26 },
  )
  return new Uint8Array(made)
}

export const hostile: Hostile[] = [
  { name: 'empty', bytes: zeros(0), ends: 'notOurs' },
  { name: 'one byte', bytes: utf8('{'), ends: 'notOurs' },
  { name: 'noise', bytes: new Uint8Array(randomBytes(5000)), ends: 'notOurs' },
  { name: 'zeros', bytes: zeros(2_000_000), ends: 'notOurs' },
  { name: 'a gzip of 100 MB of zeros', bytes: new Uint8Array(gzipSync(zeros(100_000_000))), ends: 'notOurs' },
  { name: 'UTF-16', bytes: new Uint8Array(Buffer.from(text, 'utf16le')), ends: 'notOurs' },
  { name: 'Latin-1', bytes: Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]), ends: 'notOurs' },
  { name: 'a text', bytes: utf8('Dear landlord, it happened again.'), ends: 'notOurs' },
  { name: 'a JSON string', bytes: utf8('"diary"'), ends: 'notOurs' },
  { name: 'a JSON null', bytes: utf8('null'), ends: 'notOurs' },
  { name: 'a JSON list', bytes: utf8('[1,2,3]'), ends: 'notOurs' },
  { name: 'another app', bytes: utf8('{"version":3,"notes":[{"id":1,"text":"milk"}]}'), ends: 'notOurs' },
  {
    name: 'a format that is no text',
    bytes: changed(dump => Object.assign(dump, { format: { toString: 1 } })),
    ends: 'notOurs',
  },
  { name: 'cut off in the middle', bytes: utf8(text.slice(0, text.length >> 1)), ends: 'cutOff' },
  { name: 'cut off at the last bracket', bytes: utf8(text.trimEnd().slice(0, -1)), ends: 'cutOff' },
  { name: 'a million lists in one another', bytes: utf8('['.repeat(1_000_000)), ends: 'tooBig' },
  {
    name: 'a hundred levels where a name should stand',
    bytes: changed(dump => Object.assign(dump, { profile: JSON.parse('['.repeat(100) + ']'.repeat(100)) })),
    ends: 'tooBig',
  },
  { name: 'six million values', bytes: utf8(`[${'1,'.repeat(6_000_000)}1]`), ends: 'tooBig' },
  { name: '80 MB of one text', bytes: utf8(`"${'a'.repeat(80_000_000)}"`), ends: 'tooBig' },
  { name: '95 MB of spaces', bytes: zeros(95_000_000).fill(0x20), ends: 'tooBig' },
  { name: '__proto__ at the top', bytes: utf8(text.replace('{', '{"__proto__":{"x":1},')), ends: 'changed' },
  {
    name: '__proto__ deep inside',
    bytes: utf8(
      JSON.stringify({ ...sound, settings: { a: 0 } }).replace('"a":0', '"a":{"__proto__":{"x":1}}'),
    ),
    ends: 'changed',
  },
  {
    name: 'constructor',
    bytes: changed(dump => Object.assign(dump, { settings: { constructor: { prototype: 1 } } })),
    ends: 'changed',
  },
  { name: 'more than we write', bytes: changed(dump => Object.assign(dump, { extra: 1 })), ends: 'changed' },
  {
    name: 'versions as a text',
    bytes: changed(dump => Object.assign(dump, { revisions: 'x' })),
    ends: 'changed',
  },
  { name: 'versions missing', bytes: changed(dump => delete dump.revisions), ends: 'changed' },
  { name: 'a later format', bytes: changed(dump => Object.assign(dump, { version: 2 })), ends: 'newer' },
  {
    name: 'a format beyond all numbers',
    bytes: utf8(text.replace('"version":1', '"version":1e999')),
    ends: 'newer',
  },
  {
    name: 'a format of type text',
    bytes: changed(dump => Object.assign(dump, { version: '1' })),
    ends: 'changed',
  },
  {
    name: 'one version twice',
    bytes: changed(dump => rows(dump).push(structuredClone(rows(dump)[0]))),
    ends: 'changed',
  },
  {
    name: 'one link twice',
    bytes: changed(dump => Object.assign(rows(dump)[1], { link: rows(dump)[0].link })),
    ends: 'changed',
  },
  {
    name: 'a link that does not follow',
    bytes: changed(dump => Object.assign(rows(dump)[1], { link: 'f'.repeat(64) })),
    ends: 'changed',
  },
  {
    name: 'other words under the same commitment',
    bytes: changed(dump =>
      Object.assign(rows(dump)[0].body.content, { whatHappened: 'It was somebody else' }),
    ),
    ends: 'changed',
  },
  {
    name: 'a version a billion places on',
    bytes: changed(dump => Object.assign(rows(dump)[1], { seq: 1_000_000_000 })),
    ends: 'changed',
  },
  {
    name: 'an end that is not there',
    bytes: changed(dump => Object.assign(dump, { head: { chain: sound.diary, seq: 4000 } })),
    ends: 'changed',
  },
  {
    name: 'chains in a circle',
    bytes: changed(dump =>
      Object.assign(dump, {
        chains: [
          {
            chain: sound.diary,
            diary: sound.diary,
            from: { chain: '0d1a4c1e-0000-4000-8000-00000000d1a5', seq: 1 },
          },
          {
            chain: '0d1a4c1e-0000-4000-8000-00000000d1a5',
            diary: sound.diary,
            from: { chain: sound.diary, seq: 1 },
          },
        ],
      }),
    ),
    ends: 'changed',
  },
  {
    name: 'half a character in a setting',
    bytes: utf8(JSON.stringify({ ...sound, settings: { a: 'half' } }).replace('"half"', '"\\ud800"')),
    ends: 'changed',
  },
  {
    name: 'half a character in a name',
    bytes: utf8(JSON.stringify({ ...sound, profile: { name: 'half' } }).replace('"half"', '"\\ud800"')),
    ends: 'changed',
  },
  {
    name: 'script for a name',
    bytes: changed(dump => Object.assign(dump, { profile: { name: script, address: script } })),
    ends: 'opened',
  },
  {
    name: 'a virtual node for a setting',
    bytes: changed(dump =>
      Object.assign(dump, {
        settings: {
          dismissedSteps: { type: 'b', props: { dangerouslySetInnerHTML: { __html: script } }, __k: null },
        },
      }),
    ),
    ends: 'opened',
  },
  { name: 'a byte order mark', bytes: utf8(`\ufeff${text}`), ends: 'opened' },
  { name: 'another passphrase', bytes: age, ends: 'passphrase', typed: 'amber kettle monday ladder' },
  { name: 'a lock cut off', bytes: age.slice(0, age.length >> 1), ends: 'cutOff', typed: passphrase },
  { name: 'a lock cut off in its head', bytes: age.slice(0, 60), ends: 'cutOff' },
  {
    name: 'a lock in text form, cut off',
    bytes: utf8(armor.encode(age).slice(0, 400)),
    ends: 'cutOff',
  },
  {
    name: 'a flipped bit in a lock',
    bytes: age.map((byte, i) => (i === 700 ? byte ^ 1 : byte)),
    ends: 'cutOff',
    typed: passphrase,
  },
  { name: 'work of 2^31', bytes: replaced(age, /^(-> scrypt \S+) 2$/m, '$1 31'), ends: 'tooCostly' },
  { name: 'work of 2^19', bytes: replaced(age, /^(-> scrypt \S+) 2$/m, '$1 19'), ends: 'tooCostly' },
  { name: 'work of nothing', bytes: replaced(age, /^(-> scrypt \S+) 2$/m, '$1 -1'), ends: 'cutOff' },
  {
    name: 'two passphrases',
    bytes: replaced(age, /^(-> scrypt [\s\S]+?\n)---/m, '$1$1---'),
    ends: 'cutOff',
    typed: passphrase,
  },
  {
    name: 'a key for a lock',
    bytes: replaced(age, /^-> scrypt \S+ 2$/m, `-> X25519 ${'a'.repeat(43)}`),
    ends: 'otherLock',
  },
  {
    name: 'a lock around another app',
    bytes: await locked(utf8('{"notes":[]}')),
    ends: 'notOurs',
    typed: passphrase,
  },
  { name: 'a lock around zeros', bytes: await locked(zeros(20_000_000)), ends: 'notOurs', typed: passphrase },
  {
    name: 'a lock around too many levels',
    bytes: await locked(utf8('['.repeat(500_000))),
    ends: 'tooBig',
    typed: passphrase,
  },
  { name: 'a PDF without data', bytes: pdf(), ends: 'noData' },
  { name: 'a PDF with a picture', bytes: pdf({ name: 'a.png', stream: zeros(100) }), ends: 'noData' },
  {
    name: 'a record with something left out',
    bytes: pdf({ name: 'diary.json', stream: utf8(leftOut) }),
    ends: 'leftOut',
  },
  {
    name: 'a record around a changed diary',
    bytes: pdf({
      name: 'diary-backup.json',
      stream: utf8(text.replace('"seq":2', '"seq":3')),
    }),
    ends: 'changed',
  },
  {
    name: 'a record around a diary that is not in order inside',
    bytes: pdf({
      name: 'diary-backup.json',
      stream: new Uint8Array(deflateSync(`{"format":"${dumpFormat}"${'['.repeat(100_000)}`)),
      filter: 'FlateDecode',
    }),
    ends: 'tooBig',
  },
  { name: 'a PDF of noise', bytes: utf8(`%PDF-1.7\n${'x'.repeat(3000)}`), ends: 'pdf' },
  { name: 'a PDF cut off', bytes: pdf({ name: 'a', stream: zeros(9) }).slice(0, 90), ends: 'pdf' },
]
