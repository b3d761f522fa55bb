/** JSON from a stranger: looked over before it is parsed, so that no file of ours to read can fill the phone. */
import { BadBackup } from './bad-backup.ts'

/**
 * The largest file that is read, in bytes, and what it may hold. A backup of 10,000 incidents has some 10 million characters,
 * half a million values and 9 levels. Whoever makes a larger one is told so then, and not when it is needed.
 */
export const limits = { bytes: 90_000_000, characters: 64_000_000, values: 4_000_000, levels: 32 }

/** For a text that we wrote ourselves a moment ago. */
export const noLimits = { characters: Infinity, values: Infinity, levels: Infinity }

/** @throws BadBackup `tooBig`, `cutOff`, `notOurs` */
export function parseSafely(text: string, most: typeof noLimits = limits): unknown {
  if (text.length > most.characters) throw new BadBackup('tooBig')
  lookOver(text, most)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    // What begins as ours and does not end as JSON was cut off.
    throw new BadBackup(/^\s*\{\s*"format"\s*:\s*"doorstep-diary-backup"/.test(text) ? 'cutOff' : 'notOurs', {
      cause,
    })
  }
  refuseSpecialNames(value)
  return value
}

/** Counts levels and values without building any: `[[[[…` costs a phone more memory than the file has bytes. */
function lookOver(text: string, most: typeof noLimits): void {
  let level = 0
  let values = 0
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x22: // a string: on to its end
        for (i++; i < text.length && text.charCodeAt(i) !== 0x22; i++) if (text.charCodeAt(i) === 0x5c) i++
        break
      case 0x5b: // [
      case 0x7b: // {
        level++
        values++
        break
      case 0x5d:
      case 0x7d:
        level--
        break
      case 0x2c: // ,
        values++
    }
    if (level > most.levels || values > most.values) throw new BadBackup('tooBig')
  }
}

const special = new Set(['__proto__', 'constructor', 'prototype'])

/** Names that mean something to JavaScript itself stand in no file of ours. */
function refuseSpecialNames(value: unknown): void {
  const left = [value]
  for (let one = left.pop(); left.length > 0 || one !== undefined; one = left.pop()) {
    if (typeof one !== 'object' || one === null) continue
    if (Array.isArray(one)) {
      for (const item of one) if (typeof item === 'object') left.push(item)
      continue
    }
    for (const name of Object.keys(one)) {
      if (special.has(name)) throw new BadBackup('changed')
      const member = (one as Record<string, unknown>)[name]
      if (typeof member === 'object') left.push(member)
    }
  }
}
