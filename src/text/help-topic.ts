/** What a page of Help is made of. */
import type { PhoneId } from './phones.ts'

export type Block =
  | { is: 'words'; words: string }
  | { is: 'list'; items: readonly string[] }
  /** What matters most on the page. */
  | { is: 'note'; words: string }
  | { is: 'call'; phone: PhoneId; words: string }
  | { is: 'mail'; address: string; words: string }
  /** Another page of Help. */
  | { is: 'more'; topic: string; words: string }

export interface Section {
  title: string
  blocks: readonly Block[]
}

export interface Topic {
  /** Its address: `#/help/<id>`. */
  id: string
  title: string
  /** One line: what the page is for. */
  intro: string
  sections: readonly Section[]
  sources: readonly { name: string; address: string }[]
}
