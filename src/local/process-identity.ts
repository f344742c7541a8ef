import { readFileSync } from 'node:fs'

/** A process that can be told apart from a later one that got the same number. */
export type ProcessIdentity = { readonly pid: number; readonly started: string }

/** Says who the process with this number is now, or undefined when there is none. */
export function identify(pid: number): ProcessIdentity | undefined {
  if (process.platform !== 'linux') return isRunning(pid) ? { pid, started: '' } : undefined
  const stat = statOf(pid)
  // The name stands in brackets and may hold spaces; after it come the state and, 19 fields on, the time of the start.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields === undefined || fields[0] === 'Z') return undefined
  return { pid, started: fields[19] ?? '' }
}

/** Tells whether exactly this process, not a namesake, still runs. */
export function isAlive(process: ProcessIdentity): boolean {
  return identify(process.pid)?.started === process.started
}

function statOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    // No such file: no such process.
    return undefined
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
