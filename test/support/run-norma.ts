import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

/** What a run of the command line came to. */
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

type Surroundings = {
  readonly cwd?: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

const bin = resolve('bin/norma.mjs')

/** Runs `norma` as a person would, in a folder, with nothing of this terminal's language or colours. */
export function runNorma(words: readonly string[], { cwd = '.', input = '', env = {} }: Surroundings = {}): Ran {
  const { PATH = '', HOME = '' } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd,
    input,
    encoding: 'utf8',
    env: { PATH, HOME, ...env },
  })
  return { code: status, out: stdout, err: stderr }
}

/** Runs `norma` beside this process, for commands that talk to something which runs in it. */
export async function runBeside(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [bin, ...words], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}
