/**
 * Puts the frame and the top of home into index.html at the build, drawn by the very components that draw them later:
 * they are on the screen before any script has run, a tap on the large button counts from then on, and the first
 * drawing by preact takes them over as they are.
 */
import { type ComponentChildren, h, isValidElement } from 'preact'
import { type Plugin, runnerImport } from 'vite'

/** @param code the language that is built, where it is not English */
export function frameInPage(code: string | undefined): Plugin {
  return {
    name: 'frame-in-page',
    apply: 'build',
    async transformIndexHtml(html) {
      const { module } = await runnerImport<typeof import('../src/ui/at-once.tsx')>('./src/ui/at-once.tsx', {
        configFile: false,
        plugins: code ? [(await import('./language.mjs')).inLanguage(code)] : [],
      })
      const markup = markupOf(h(module.AtOnce, {}))
      return html.replace('<div id="app"></div>', `<div id="app">${markup}</div>`)
    },
  }
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** HTML of what components draw that only draw: they have no state and no effects. */
function markupOf(node: ComponentChildren): string {
  if (Array.isArray(node)) return node.map(markupOf).join('')
  if (!isValidElement(node)) {
    return node === null || node === undefined || typeof node === 'boolean' ? '' : escaped(String(node))
  }
  const { type, props } = node
  if (typeof type === 'function') {
    const draw = type as (props: object) => ComponentChildren
    return markupOf(draw(props))
  }
  const { children, ...rest } = props as { children?: ComponentChildren }
  const attributes = Object.entries(rest)
    .filter(([, value]) => value !== undefined && typeof value !== 'function')
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
  return `<${type}${attributes}>${markupOf(children)}</${type}>`
}
