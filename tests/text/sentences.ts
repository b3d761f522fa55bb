/** Every sentence that stands in src/text, read from the source itself, so that a new file is found without being named. */
import * as ts from 'typescript'

const sources = import.meta.glob<string>('../../src/text/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export interface Words {
  file: string
  words: string
}

/** All strings and templates of src/text; what a template fills in stands as `…`. Import paths and types are left out. */
export function everyWord(): Words[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    const file = path.replace(/^.*\//, '')
    return stringsIn(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)).map(words => ({
      file,
      words,
    }))
  })
}

function stringsIn(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return []
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    const whole = node.head.text + node.templateSpans.map(span => `…${span.literal.text}`).join('')
    return [whole, ...node.templateSpans.flatMap(span => stringsIn(span.expression))]
  }
  const found: string[] = []
  node.forEachChild(child => {
    found.push(...stringsIn(child))
  })
  return found
}

/** Sentences of a text: parted after a full stop, question mark or line end. "1.5" and "gov.uk" are no ends. */
export const sentencesOf = (words: string): string[] =>
  words
    .split(/(?<=[.?:])\s+|\n+/)
    .map(sentence => sentence.trim())
    .filter(sentence => /\p{L}/u.test(sentence))

export const wordCount = (sentence: string): number =>
  sentence.split(/\s+/).filter(word => /[\p{L}\p{N}…]/u.test(word)).length
