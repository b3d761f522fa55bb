import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sentencesIn, textProgram, translated } from '../../tools/language.mjs'

const folder = fileURLToPath(new URL('../../src/text/', import.meta.url))
const file = (name: string) => `${folder}${name}`
const program = textProgram()
const say = (name: string, words: Record<string, string>) =>
  translated(program, file(name), 'cy', (sentence: string) => words[sentence])

describe('a language is one file', () => {
  it('finds what a person reads, with names for what is filled in', () => {
    const found = sentencesIn(program, file('frame.ts'))
    expect(found).toContain('Skip to the page')
    expect(found).toContain('Saved at {time}.')
  })

  it('finds no code, address, id or locale', () => {
    const all = readdirSync(folder).flatMap(name => sentencesIn(program, file(name)))
    expect(all.length).toBeGreaterThan(1000)
    expect(
      all.filter(words =>
        /^(en-GB|UTC|list|call|other|until|who-to-tell|help\/|tel:|mailto:|https:)/.test(words),
      ),
    ).toEqual([])
  })

  it('puts the words in, what is filled in where it belongs, and the locale', () => {
    const made = say('frame.ts', { 'Saved at {time}.': 'Am {time}: `cadwyd` $.' })
    const saved = ['Am $', '{time}: \\`cadwyd\\` $.'].join('')
    expect(made).toContain(`saved: (time: string) => \`${saved}\``)
    expect(made).toContain('`Skip to the page`')
    expect(say('days.ts', { Today: 'Heddiw' })).toContain('today: `Heddiw`')
    expect(say('days.ts', {})).toContain('locale = "cy"')
  })

  it('reaches words inside what is filled in', () => {
    const made = say('days.ts', { '{start} to {end} ({3})': '{start}–{end} ({3})', 'next day': 'trannoeth' })
    expect(made).toMatch(/`\$\{start\}–\$\{end\} \(\$\{.*\? `trannoeth` : longDate\(to, locale\)\}\)`/)
  })

  it('refuses a sentence that leaves out what is filled in, or fills in something else', () => {
    expect(() => say('frame.ts', { 'Saved at {time}.': 'Cadwyd.' })).toThrow('Saved at {time}.')
    expect(() => say('frame.ts', { 'Saved at {time}.': 'Cadwyd {tmie}.' })).toThrow('Saved at {time}.')
  })

  it('changes nothing but the words', () => {
    const name = file('labels.ts')
    const same = translated(program, name, 'en-GB', () => undefined)
    const plain = (code: string) => code.replace(/['"`]/g, '').replaceAll('\\', '')
    expect(plain(same)).toBe(plain(readFileSync(name, 'utf8')))
  })
})
