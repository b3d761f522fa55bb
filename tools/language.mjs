// A language is one file, src/languages/<code>.json: the English sentence of src/text, and what it is in that
// language. `LANGUAGE=cy npm run build` builds the app in it; nothing of this is in the app itself, so that a phone
// loads the words of one language only. `npm run language -- cy` writes the file, or adds what is new to it.
//
// What the landlord reads stays English: the modules below, and whatever they import, are left as they are.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))
const text = join(root, 'src/text/')
const english = ['sheet.ts', 'sheet-record.ts', 'email.ts', 'manifest.ts'].map(name => text + name)
const sourceLocale = 'en-GB'

/** The program of all texts, which knows what type is expected where. */
export function textProgram() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const files = readdirSync(text).map(name => text + name)
  return ts.createProgram(files, { ...options, noEmit: true })
}

const literal = ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral | ts.TypeFlags.BooleanLike
const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null

/** A type that only certain strings have: what stands there is a code, not words. */
const isChoice = type =>
  type.isUnion()
    ? type.types.every(one => one.flags & (literal | nothing))
    : Boolean(type.flags & ts.TypeFlags.StringLiteral)

/** Methods that look for their first words, or put them between, and show nobody a sentence. */
const looking = new Set([
  'replace',
  'replaceAll',
  'split',
  'join',
  'parse',
  'startsWith',
  'endsWith',
  'includes',
])

/** What a person never reads: where something leads, and which one it is. */
const addresses = new Set(['id', 'topic', 'address', 'href', 'place', 'path', 'to', 'timeZone'])

function isCode(node, checker) {
  let parent = node.parent
  while (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent)) parent = parent.parent
  if (
    ts.isPropertyAssignment(parent) &&
    addresses.has(parent.name.getText()) &&
    !node.getText().includes(' ')
  )
    return true
  parent = node.parent
  if (ts.isTypeNode(parent) || ts.isImportDeclaration(parent) || ts.isCaseClause(parent)) return true
  if (ts.isElementAccessExpression(parent) || ts.isParameter(parent)) return true
  if (ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText())) return true
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const called = parent.expression
    if (ts.isNewExpression(parent)) return true
    if (ts.isPropertyAccessExpression(called) && looking.has(called.name.text)) return true
  }
  const expected = checker.getContextualType(node)
  return expected !== undefined && isChoice(expected)
}

/** Letters that are read: not an address of any kind, an id or a date. */
const isRead = words =>
  /\p{L}/u.test(words) &&
  !/^(\w+:\S|[\w.]+@|[\w-]+(\.[\w-]+)+(\/|$)|[a-z]+(-[a-z]+)+$|T?\d\d-)/.test(words) &&
  words !== sourceLocale

/** The parts of a sentence: words, and the names of what is filled in. */
function sentence(node) {
  if (!ts.isTemplateExpression(node)) return { words: node.text, holes: new Map() }
  const holes = new Map()
  let words = node.head.text
  for (const { expression, literal: after } of node.templateSpans) {
    const said = ts.isIdentifier(expression)
      ? expression.text
      : ts.isPropertyAccessExpression(expression)
        ? expression.name.text
        : ''
    const name = said && !holes.has(said) ? said : `${said}${holes.size + 1}`
    holes.set(name, expression)
    words += `{${name}}${after.text}`
  }
  return { words, holes }
}

const isWords = (node, checker) =>
  (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) &&
  isRead(sentence(node).words.replace(/\{\w+\}/g, '0')) &&
  !isCode(node, checker)

/** Every sentence of one file, each once. */
export function sentencesIn(program, file) {
  const found = new Set()
  const checker = program.getTypeChecker()
  const visit = node => {
    if (isWords(node, checker)) found.add(sentence(node).words)
    ts.forEachChild(node, visit)
  }
  visit(program.getSourceFile(file))
  return [...found]
}

/** The file with every sentence as `translate` says it. What is filled in must be filled in again. @throws Error */
export function translated(program, file, locale, translate) {
  const source = program.getSourceFile(file)
  const checker = program.getTypeChecker()
  const inTemplate = words => words.replace(/[\\`]|\$\{/g, '\\$&')
  const rewrite = (from, to, node) => {
    const edits = []
    const visit = one => {
      if (isWords(one, checker)) edits.push([one.getStart(), one.end, say(one)])
      // Handed on as the locale to speak in; what compares with it asks for English.
      else if (ts.isStringLiteral(one) && one.text === sourceLocale && !ts.isBinaryExpression(one.parent))
        edits.push([one.getStart(), one.end, JSON.stringify(locale)])
      else ts.forEachChild(one, visit)
    }
    visit(node)
    let made = ''
    let at = from
    for (const [start, end, words] of edits) {
      made += source.text.slice(at, start) + words
      at = end
    }
    return made + source.text.slice(at, to)
  }
  const say = node => {
    const { words, holes } = sentence(node)
    const said = translate(words, basename(file)) ?? words
    const filled = [...said.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    if ([...new Set(filled)].sort().join() !== [...holes.keys()].sort().join())
      throw new Error(`${basename(file)}: “${said}” does not fill in what “${words}” fills in`)
    return `\`${said
      .split(/(\{\w+\})/)
      .map(part => {
        const hole = holes.get(part.slice(1, -1))
        return hole ? `\${${rewrite(hole.getStart(), hole.end, hole)}}` : inTemplate(part)
      })
      .join('')}\``
  }
  return rewrite(0, source.text.length, source)
}

/** Letters the other way round, a third longer, in marks that show what did not come from src/text. */
function mirrored(words) {
  const said = words.replace(/\{\w+\}|[\p{L}\p{N}]+/gu, part =>
    part.startsWith('{') ? part : `\u202e${part.replace(/[aeiou]/g, '$&$&')}\u202c`,
  )
  return `⟦${said}⟧`
}

/** `{ locale, dir, translate }` of a language; `mirror` is made up here to show that no word is left out. */
export function language(code) {
  if (code === 'mirror') return { locale: 'ar', dir: 'rtl', translate: mirrored }
  const { locale, dir, words } = JSON.parse(readFileSync(fileOf(code), 'utf8'))
  return { locale, dir, translate: (sentence, file) => words[file]?.[sentence] || undefined }
}

const fileOf = code => join(root, `src/languages/${code}.json`)

/** For vite: builds the app in a language. The sheet's modules reach English texts by an address of their own. */
export function inLanguage(code) {
  const { locale, dir, translate } = language(code)
  const program = textProgram()
  const mark = '?english'
  return {
    name: 'in-language',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer?.endsWith(mark) && !english.includes(importer ?? '')) return undefined
      const found = await this.resolve(source, importer.replace(mark, ''), { skipSelf: true })
      return found?.id.startsWith(text) && !english.includes(found.id) ? found.id + mark : found
    },
    load(id) {
      if (id.endsWith(mark)) return readFileSync(id.replace(mark, ''), 'utf8')
      if (!id.startsWith(text) || english.includes(id)) return undefined
      return translated(program, id, locale, translate)
    },
    transformIndexHtml: html => html.replace(/<html lang="[^"]+"/, `<html lang="${locale}" dir="${dir}"`),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [code] = process.argv.slice(2)
  if (!/^[a-z]{2,3}(-\w+)?$/.test(code ?? '')) throw new Error('npm run language -- <code>, for example cy')
  const program = textProgram()
  const old = existsSync(fileOf(code)) ? JSON.parse(readFileSync(fileOf(code), 'utf8')) : {}
  const words = {}
  let missing = 0
  for (const path of readdirSync(text).map(name => text + name)) {
    if (english.includes(path)) continue
    const file = basename(path)
    for (const sentence of sentencesIn(program, path)) {
      words[file] ??= {}
      words[file][sentence] = old.words?.[file]?.[sentence] ?? ''
      if (!words[file][sentence]) missing++
    }
  }
  mkdirSync(dirname(fileOf(code)), { recursive: true })
  const made = { locale: old.locale ?? code, dir: old.dir ?? 'ltr', words }
  writeFileSync(fileOf(code), `${JSON.stringify(made, undefined, 2)}\n`)
  console.log(`${fileOf(code)}: ${missing} sentences stay English until they are written there`)
}
