import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { onSave } from '#cli/on-save'

/** Something that is watched until it is closed. */
export type Watching = { readonly close: () => void }

/** Calls with the text of a file, at first and after every save that changes it; with undefined while there is no file. */
export function watchFile(path: string, onText: (text: string | undefined) => void): Watching {
  const file = resolve(path)
  let told: { readonly text: string | undefined } | undefined
  const tell = (): void => {
    const text = textOf(file)
    if (told?.text === text && told !== undefined) return
    told = { text }
    onText(text)
  }
  const { stop } = onSave(file, tell)
  tell()
  return { close: stop }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Between the old file and the new one there may be none for a moment; the next event tells of it.
    return undefined
  }
}
