import type { Language } from '#schemas/language-names'
import type { Diagnostic } from '#schemas/model'

/** A file that was checked, with what was found in it. */
export type CheckedFile = {
  readonly file: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/** How findings are shown. */
export type Showing = { readonly lang: Language; readonly colour: boolean }

/** Makes one text of everything that was found in some files; it ends with a line end unless it is empty. */
export type Format = (files: readonly CheckedFile[], showing: Showing) => string

/** The sentence with the words to type after it. */
export function wholeMessage({ message, help }: Diagnostic): string {
  return help === undefined ? message : `${message} ${help}`
}

/** How many errors and warnings there are. */
export function counted(files: readonly CheckedFile[]): { readonly errors: number; readonly warnings: number } {
  const all = files.flatMap(({ diagnostics }) => diagnostics)
  const errors = all.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: all.length - errors }
}
