import type ts from 'typescript'
import type { Plugin } from 'vite'

export function textProgram(): ts.Program
export function sentencesIn(program: ts.Program, file: string): string[]
export function translated(
  program: ts.Program,
  file: string,
  locale: string,
  translate: (sentence: string, file: string) => string | undefined,
): string
export function inLanguage(code: string): Plugin
