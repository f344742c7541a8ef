import { createHash } from 'node:crypto'
import { createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * What the exchange does wrong: it writes some bytes at a time, says everything twice, knows no challenge, makes no calls, or
 * cannot reach the telephone and says so in one breath with having taken the call.
 */
export type AmiFault = 'in_pieces' | 'twice' | 'no_challenge' | 'no_calls' | 'no_telephone'

/** The manager interface of an exchange, on this machine. */
export type AmiServer = {
  readonly port: number
  readonly faults: Set<AmiFault>
  /** Every action it has heard, as it was written. */
  readonly heard: string[]
  /** Tells of an event to whoever is let in. */
  readonly tell: (says: Readonly<Record<string, string>>) => Promise<void>
  /** Resolves when so many have been let in since the start. */
  readonly letIn: (count: number) => Promise<void>
  /** Cuts every line, in the middle of whatever is said. */
  readonly drop: () => void
  readonly stop: () => Promise<void>
}

/** Starts a stand-in for an exchange that lets one user in. */
export async function amiServer(user = 'norma', password = 'pbx-password'): Promise<AmiServer> {
  const [heard, faults, inside] = [[] as string[], new Set<AmiFault>(), new Set<Socket>()]
  const all = new Set<Socket>()
  const waiting: { readonly count: number; readonly go: () => void }[] = []
  let entered = 0
  const enter = (socket: Socket) => {
    inside.add(socket)
    entered += 1
    for (const one of waiting) if (entered >= one.count) one.go()
  }
  const server = createServer((socket) => {
    all.add(socket)
    socket.on('close', () => [all.delete(socket), inside.delete(socket)])
    socket.on('error', () => undefined)
    talk(socket, { user, password, heard, faults, enter })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    faults,
    heard,
    tell: async (says) => {
      for (const socket of inside)
        for (let no = 0; no < (faults.has('twice') ? 2 : 1); no += 1) await write(socket, [says], faults)
    },
    letIn: (count) =>
      new Promise<void>((go) => {
        if (entered >= count) go()
        else waiting.push({ count, go })
      }),
    drop: () => {
      for (const socket of all) socket.destroy()
    },
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of all) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

type Parts = {
  readonly user: string
  readonly password: string
  readonly heard: string[]
  readonly faults: ReadonlySet<AmiFault>
  readonly enter: (socket: Socket) => void
}

function talk(socket: Socket, { user, password, heard, faults, enter }: Parts): void {
  socket.write('Asterisk Call Manager/9.0.0\r\n')
  let rest = ''
  socket.on('data', (bytes) => {
    const parts = `${rest}${bytes.toString('utf8')}`.split('\r\n\r\n')
    rest = parts.pop() ?? ''
    for (const text of parts) {
      heard.push(text)
      const says = new Map(text.split('\r\n').map((line) => line.split(': ') as [string, string]))
      const named = { ActionID: says.get('ActionID') ?? '' }
      const answer: Answer = (...blocks) =>
        write(
          socket,
          blocks.map((block) => ({ ...block, ...named })),
          faults,
        )
      void answered(says, answer, { user, password, faults }).then((isIn) => {
        if (isIn === true) enter(socket)
        if (isIn === false) socket.end()
      })
    }
  })
}

const challenge = '840415273'

type Answer = (...blocks: readonly Readonly<Record<string, string>>[]) => Promise<void>

async function answered(
  says: ReadonlyMap<string, string>,
  answer: Answer,
  { user, password, faults }: Pick<Parts, 'user' | 'password' | 'faults'>,
): Promise<boolean | undefined> {
  if (says.get('Action') === 'Ping') await answer({ Response: 'Success', Ping: 'Pong' })
  if (says.get('Action') === 'Originate')
    await answer(
      faults.has('no_calls')
        ? { Response: 'Error', Message: 'Permission denied' }
        : { Response: 'Success', Message: 'Originate successfully queued' },
      ...(faults.has('no_telephone') ? [{ Event: 'OriginateResponse', Response: 'Failure', Reason: '0' }] : []),
    )
  if (says.get('Action') === 'Challenge')
    await answer(
      faults.has('no_challenge')
        ? { Response: 'Error', Message: 'Must specify AuthType' }
        : { Response: 'Success', Challenge: challenge },
    )
  if (says.get('Action') !== 'Login') return undefined
  const key = createHash('md5').update(`${challenge}${password}`).digest('hex')
  const isRight = says.get('Username') === user && (says.get('Key') === key || says.get('Secret') === password)
  await answer(
    isRight
      ? { Response: 'Success', Message: 'Authentication accepted' }
      : { Response: 'Error', Message: 'Authentication failed' },
  )
  return isRight
}

async function write(
  socket: Socket,
  blocks: readonly Readonly<Record<string, string>>[],
  faults: ReadonlySet<AmiFault>,
): Promise<void> {
  const texts = blocks.map((says) => Object.entries(says).map(([name, value]) => `${name}: ${value}\r\n`))
  const bytes = Buffer.from(texts.map((lines) => `${lines.join('')}\r\n`).join(''))
  const step = faults.has('in_pieces') ? 11 : bytes.length
  socket.setNoDelay(true)
  for (let at = 0; at < bytes.length; at += step)
    await new Promise<void>((resolve) => {
      socket.write(bytes.subarray(at, at + step), () => resolve())
    })
}
