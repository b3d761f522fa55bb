/** In the browser, on the app's own origin: what the bench asks of the store. */
import { fill } from './fill.ts'

Object.assign(window, { fill })
