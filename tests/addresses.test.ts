/**
 * A navigation is what no policy can block. So no code builds an address from data but `mailto:` and `tel:`, our own
 * `#/…` and the `blob:` of a file that the person saves. Every place in src where an address is made is found here by
 * the compiler's own reading of it, and must be one of those.
 */
import * as ts from 'typescript'
import { expect, it, vi } from 'vitest'
import { ownScript } from '../src/browser/trusted.ts'
import { mailtoOf } from '../src/text/email.ts'
import { dial } from '../src/text/phones.ts'

const sources = import.meta.glob<string>('../src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Properties and attributes that load or open what they are given. */
const takesAddress =
  /^(href|hrefOf|src|srcset|srcdoc|action|formaction|ping|poster|data|background|hash|location|xlinkHref|xlink:href|cite|codebase|manifest)$/i
/** Functions that do. `open` and `replace` have many meanings: only those of the window and of the location count. */
const goes =
  /^((window|globalThis|self)\.)?(open|fetch|importScripts|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|Worker|SharedWorker|Image|Audio|FontFace)$|\blocation\.(assign|replace)$|\bhistory\.(pushState|replaceState)$|\.(sendBeacon|navigate|openWindow|setAttribute|setAttributeNS|insertAdjacentHTML|register|createScriptURL)$|\bdocument\.writeln?$/

interface Place {
  file: string
  /** What is given an address. */
  what: string
  /** The expression. */
  address: string
}

/** A function of the file's own that bears the name of one of the window's. */
const ownFunction = (name: string, source: string) =>
  /^\w+$/.test(name) && new RegExp(`(function|const) ${name}\\b|import [^\\n]*\\b${name}\\b`).test(source)

function placesIn(file: string, source: string): Place[] {
  const places: Place[] = []
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found = (what: string, address: ts.Node | undefined) =>
    places.push({ file, what, address: address?.getText() ?? '' })
  const visit = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node) && takesAddress.test(node.name.getText())) {
      const value = node.initializer
      found(node.name.getText(), value && ts.isJsxExpression(value) ? bodyOf(value.expression) : value)
    }
    if (ts.isPropertyAssignment(node) && /^(href|src)$/.test(node.name.getText()))
      found(`${node.name.getText()}:`, node.initializer)
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const { left } = node
      const name = ts.isPropertyAccessExpression(left) ? left.name.text : left.getText()
      if (takesAddress.test(name) && (ts.isPropertyAccessExpression(left) || name === 'location'))
        found(`${left.getText()} =`, node.right)
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = node.expression.getText()
      if (goes.test(callee) && !ownFunction(callee, source)) {
        const [first, , third] = node.arguments ?? []
        const address = /\bhistory\./.test(callee) ? third : first
        // Without an address it stays where it is.
        if (address || !/\.(\w+State|register)$/.test(callee)) found(callee, address)
      }
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword && !node.arguments?.every(ts.isStringLiteral))
        found('import', node.arguments?.[0])
    }
    node.forEachChild(visit)
  }
  visit(tree)
  return places
}

/** What a function that makes an address gives back. */
const bodyOf = (value: ts.Expression | undefined) =>
  value && ts.isArrowFunction(value) && !ts.isBlock(value.body) ? value.body : value

/** Our own places and scripts, the phone, the mail app. The functions are held below. */
const ours = [
  /^['"`]#/,
  /^'icons\/[\w.-]+'$/,
  /^(to|linkOf|dial|mailtoOf|ownScript)\(.*\)$/s,
  /^`mailto:\$\{[\w.]+\}`$/,
]
/** Handed on: the same name is checked where it is given. */
const handedOn = [
  'src/ui/entry-line.tsx: href',
  'src/ui/picture.tsx: link.href',
  'src/ui/incident-days.tsx: hrefOf(entry)',
  'src/pages/find/Find.tsx: back.href',
]
/** Looked at by hand. */
const known: Record<string, string> = {
  'src/browser/files.ts: address': 'a blob: of the file that the person saves',
  'src/pages/lock/LeaveQuickly.tsx: leftPlace': 'a constant place of our own, #recipe',
  'src/sw.ts: address': 'a file of this build by its list, or one of our own folder that the page asked for',
  'src/browser/trusted.ts: address': 'the policy itself: our own scripts by name, tested below',
}

const all = Object.entries(sources).flatMap(([path, source]) => placesIn(path.replace('../', ''), source))
const isOurs = ({ file, address }: Place) =>
  ours.some(form => form.test(address)) ||
  handedOn.includes(`${file}: ${address}`) ||
  `${file}: ${address}` in known

it('no address is built from data but mailto:, tel:, our own places and files that are saved', () => {
  expect(all.filter(place => !isOurs(place))).toEqual([])
})

it('the exceptions are all still there', () => {
  const there = new Set(all.map(({ file, address }) => `${file}: ${address}`))
  expect([...handedOn, ...Object.keys(known)].filter(one => !there.has(one))).toEqual([])
})

it.each([
  '<a href={entry.words}>x</a>',
  '<img src={words} />',
  '<form action={host + words} />',
  'location.href = words',
  'location = words',
  'location.assign(words)',
  'window.open(host + words)',
  'open(words)',
  'fetch(words)',
  'new WebSocket(words)',
  'new Image()',
  'navigator.sendBeacon(words)',
  'link.setAttribute(name, words)',
  'history.pushState(null, "", words)',
  'import(words)',
  'h("a", { href: words })',
  "<a href={'mailto:x?body=' + words}>x</a>",
])('would find %s', source => {
  expect(placesIn('src/x.tsx', source).filter(place => !isOurs(place))).toHaveLength(1)
})

it('what makes our addresses makes no others, whatever it is given', () => {
  vi.stubGlobal('document', { baseURI: 'https://diary.example/app/' })
  expect(ownScript('assets/worker-a1.js')).toBe('https://diary.example/app/assets/worker-a1.js')
  // Needs a browser to be imported.
  expect(sources['../src/browser/route.ts']).toMatch(/ to = \(place: string\): string => `#\/\$\{place\}`/)
  for (const bad of [
    'https://example.org',
    '//example.org',
    'javascript:alert(1)',
    '\u0000\t\njavascript:',
    '../../x?y&z',
    '//example.org/app/assets/worker.js',
    'data:text/javascript,//assets/worker.js',
    'assets/index.js?/assets/worker.js',
  ]) {
    expect(() => ownScript(bad)).toThrow('not one of our scripts')
    expect(dial(bad)).toMatch(/^tel:/)
    const mail = mailtoOf({
      to: `${bad}?bcc=x@example.org`,
      subject: `a&bcc=${bad}`,
      body: 'a\nBcc: x@example.org',
    })
    expect(new URL(mail).protocol).toBe('mailto:')
    expect([...new URL(mail).searchParams.keys()]).toEqual(['subject', 'body'])
  }
})
