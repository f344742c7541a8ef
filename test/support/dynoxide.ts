import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'

/** The program of an independent server of DynamoDB, where this machine has one. */
export function findDynoxide(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')), 'dynoxide')
  } catch {
    // The package is optional: it exists for one kind of machine only.
    return spawnSync('dynoxide', ['--version']).error === undefined ? 'dynoxide' : undefined
  }
}

/** Starts it over a file, or in memory. */
export async function startDynoxide(program: string, file?: string) {
  const port = await freePort()
  const store = file === undefined ? [] : ['--db-path', file]
  const child = spawn(program, [...store, '--port', `${port}`], { stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('listening on')) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`It ended with code ${code}: ${said}`)))
  })
  return {
    endpoint: `http://127.0.0.1:${port}`,
    /** Lets it stand still in the midst of what it does, from when this is over on, until it is let go on. */
    freeze: async () => {
      child.kill('SIGSTOP')
      // The signal needs a moment to arrive, in which much may still be answered.
      // oxlint-disable-next-line no-await-in-loop
      while (await answers(`http://127.0.0.1:${port}/`));
    },
    thaw: () => void child.kill('SIGCONT'),
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, { signal: AbortSignal.timeout(200) }).then(
    () => true,
    () => false,
  )
}
