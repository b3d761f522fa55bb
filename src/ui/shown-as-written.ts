/**
 * Every text that is drawn goes through here, wherever it comes from: preact hands each text node to this hook
 * (tests/e2e/injection.spec.ts holds it to that). What is typed into a field stays as it is.
 */
import { options } from 'preact'
import { shown } from '../core/shown.ts'

options.vnode = node => {
  const { props } = node as { props: unknown }
  if (typeof props === 'string') Object.assign(node, { props: shown(props) })
}
