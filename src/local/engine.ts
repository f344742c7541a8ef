import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { lockData } from './data-lock'
import { createEngineFile } from './engine-file'
import { LocalError, say } from './say'

/** A running database engine. `pid` is absent when the engine is somebody else's. */
export type Engine = {
  readonly endpoint: string
  readonly pid?: number
  /** Calls back when the engine ends although nobody has stopped it. */
  readonly onLoss: (tell: () => void) => void
  readonly stop: () => Promise<void>
}

/** Where the data goes (a temporary folder when not said), and which engine to use where none is installed. */
export type EngineOptions = { readonly dataDir?: string; readonly fallbackEndpoint?: string | undefined }

/** Starts the database on this machine over its data folder; it never outlives this process. */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const program = findProgram()
  if (program === undefined) {
    if (options.fallbackEndpoint === undefined) throw new LocalError(say('no_engine'))
    return { endpoint: options.fallbackEndpoint, onLoss: () => undefined, stop: () => Promise.resolve() }
  }
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'norma-'))
  const lock = await lockData(dataDir)
  try {
    const file = join(dataDir, 'norma.db')
    await createEngineFile(file)
    const { child, port } = await launch(program, file)
    lock.nameEngine(child.pid ?? 0)
    let isStopping = false
    const onLoss = (tell: () => void) => {
      child.once('exit', () => {
        if (!isStopping) tell()
      })
    }
    const stop = async () => {
      isStopping = true
      await end(child)
      lock.release()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    }
    return { endpoint: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, onLoss, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}

function findProgram(): string | undefined {
  try {
    const found = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')
    return join(dirname(found), 'dynoxide')
  } catch {
    // The package is optional: it exists for one kind of machine only.
    return spawnSync('dynoxide', ['--version']).error === undefined ? 'dynoxide' : undefined
  }
}

async function launch(program: string, file: string): Promise<{ child: ChildProcess; port: number }> {
  let complaint = ''
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort()
    // Its own process group, so that Ctrl-C reaches only us and we stop it when the last request is answered.
    const child = spawn(program, ['--db-path', file, '--port', `${port}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      // It does one thing at a time anyway; with a thread for every core they mostly wake each other up, and a read
      // takes the processor half as long again.
      // oxlint-disable-next-line node/no-process-env -- handed on to the engine, not read
      env: { ...process.env, TOKIO_WORKER_THREADS: '1' },
    })
    endWithUs(child)
    complaint = await readiness(child)
    if (complaint === '') return { child, port }
    if (!complaint.includes('already in use')) break
  }
  throw new LocalError(say('engine_failed', { file, complaint }))
}

/** Ends the engine when this process is gone, however it went: the pipe then closes and the shell's read returns. */
function endWithUs(child: ChildProcess): void {
  if (child.pid === undefined) return
  const watcher = spawn('sh', ['-c', 'read -r _; kill -9 "$0"', `${child.pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.on('error', () => {
    // No `sh` here: the next start still ends a leftover engine by its number.
  })
  // Once the engine has ended its number may be given to somebody else: the watcher must not fire any more.
  child.once('exit', () => watcher.kill('SIGKILL'))
  watcher.unref()
  ;(watcher.stdin as { unref?: () => void } | null)?.unref?.()
}

/** Waits for the engine to listen: an empty string when it does, else why it does not. */
function readiness(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2_000)
      if (said.includes('listening on')) resolve('')
    })
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code) => resolve(said.trim() || `it ended with code ${code}`))
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 3_000)
  await ended
  clearTimeout(impatience)
}
