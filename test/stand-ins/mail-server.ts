import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A mail server on this machine. */
export type MailServer = {
  readonly port: number
  /** What it has taken, as it came. */
  readonly mails: string[]
  /** What it answers to the next recipients, one each, instead of taking them. */
  readonly answers: string[]
  /** How many of the next mails it takes and then drops the line without a word. */
  mute: number
  readonly stop: () => Promise<void>
}

/** Starts a stand-in for a mail server: it takes every mail, but for recipients it is told to refuse. */
export async function mailServer(): Promise<MailServer> {
  const mails: string[] = []
  const answers: string[] = []
  const state = { mails, answers, mute: 0 }
  const server = createServer((socket) => talk(socket, state))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  return Object.assign(state, { port, stop })
}

function talk(socket: Socket, state: Pick<MailServer, 'mails' | 'answers' | 'mute'>): void {
  const { mails, answers } = state
  let left = ''
  let isMail = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    const word = line.slice(0, 4).toUpperCase()
    if (word === 'RCPT') return say(answers.shift() ?? '250 OK')
    if (word === 'QUIT') return socket.end('221 Bye\r\n')
    if (word !== 'DATA') return say('250 OK')
    isMail = true
    return say('354 Go on')
  }
  socket.setEncoding('utf8')
  socket.on('error', () => undefined)
  socket.on('data', (more: string) => {
    left += more
    for (
      let at = left.indexOf(isMail ? '\r\n.\r\n' : '\r\n');
      at >= 0;
      at = left.indexOf(isMail ? '\r\n.\r\n' : '\r\n')
    ) {
      const part = left.slice(0, at)
      left = left.slice(at + (isMail ? 5 : 2))
      if (isMail) {
        mails.push(part)
        isMail = false
        if (state.mute > 0) {
          state.mute -= 1
          socket.destroy()
        } else say('250 Taken')
      } else hear(part)
    }
  })
  say('220 here')
}
