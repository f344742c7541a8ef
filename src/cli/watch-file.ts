import { readFileSync, watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** Something that is watched until it is closed. */
export type Watching = { readonly close: () => void }

const quietMs = 60

/**
 * Calls with the text of a file, at first and after every save that changes it; with undefined while there is no file.
 * The folder is watched, because editors put a new file in the place of the old one, and the text is read when writing
 * has been quiet for a moment, because editors write in several steps.
 */
export function watchFile(path: string, onText: (text: string | undefined) => void): Watching {
  const file = resolve(path)
  const name = basename(file)
  let told: string | undefined
  let isTold = false
  let timer: NodeJS.Timeout | undefined
  const tell = (): void => {
    const text = textOf(file)
    if (isTold && text === told) return
    isTold = true
    told = text
    onText(text)
  }
  const watcher = watch(dirname(file), (_event, changed) => {
    if (changed !== null && changed !== name) return
    clearTimeout(timer)
    timer = setTimeout(tell, quietMs)
  })
  tell()
  return {
    close: () => {
      clearTimeout(timer)
      watcher.close()
    },
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Between the old file and the new one there may be none for a moment; the next event tells of it.
    return undefined
  }
}
