import { watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** Editors save in several steps: what follows within this time belongs to the same save. */
const settleMs = 60

/** Calls back after every save of a file, once it has settled, until it is stopped. */
export function onSave(file: string, saved: () => void): { readonly stop: () => void } {
  const name = basename(file)
  let timer: NodeJS.Timeout | undefined
  // The folder is watched, not the file: many editors put a new file into the place of the old one.
  const watcher = watch(dirname(resolve(file)), (_, changed) => {
    if (changed !== name) return
    clearTimeout(timer)
    timer = setTimeout(saved, settleMs)
  })
  return {
    stop: () => {
      clearTimeout(timer)
      watcher.close()
    },
  }
}
