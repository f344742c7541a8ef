import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A folder as the server has it; ids of mails count upwards and are never used again. */
export type StandInFolder = { validity: number; next: number; mails: { uid: number; at: Date; bytes: Buffer }[] }

/** What the server does wrong: it drops the line at a mail, writes in pieces of a few bytes, or lets nobody in. */
export type ImapFault = 'drops_at_mail' | 'in_pieces' | 'refuses'

/** A mailbox on this machine. */
export type ImapServer = {
  readonly port: number
  readonly folders: Record<string, StandInFolder>
  /** Every command it has heard, without its tag. */
  readonly heard: string[]
  readonly faults: Set<ImapFault>
  readonly add: (folder: string, bytes: Uint8Array, at?: string) => void
  /** Makes a folder anew: the same mails under other ids, as after a move to another server. */
  readonly renew: (folder: string) => void
  readonly stop: () => Promise<void>
}

/** Starts a stand-in for a mailbox: an inbox and a folder of what was sent, for a name and a password. */
export async function imapServer(user = 'sales@norma.example', password = 'app-password'): Promise<ImapServer> {
  const folders: Record<string, StandInFolder> = {
    INBOX: { validity: 1, next: 1, mails: [] },
    Отправленные: { validity: 7, next: 1, mails: [] },
  }
  const [heard, faults] = [[] as string[], new Set<ImapFault>()]
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    talk(socket, { folders, heard, faults, login: [user, password] })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const folderOf = (name: string): StandInFolder => (folders[name] ??= { validity: 1, next: 1, mails: [] })
  return {
    port: (server.address() as AddressInfo).port,
    folders,
    heard,
    faults,
    add: (name, bytes, at = '2026-12-01T07:30:00Z') => {
      const folder = folderOf(name)
      folder.mails.push({ uid: folder.next, at: new Date(at), bytes: Buffer.from(bytes) })
      folder.next += 1
    },
    renew: (name) => {
      const folder = folderOf(name)
      folder.validity += 1
      folder.mails = folder.mails.toReversed().map((mail, no) => ({ ...mail, uid: no + 1 }))
      folder.next = folder.mails.length + 1
    },
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

type Box = Pick<ImapServer, 'folders' | 'heard' | 'faults'> & { readonly login: readonly [string, string] }

function talk(socket: Socket, box: Box): void {
  let left = Buffer.alloc(0)
  let open: StandInFolder | undefined
  const say = (text: string | Buffer) => write(socket, Buffer.from(text), box.faults.has('in_pieces'))
  const hear = (line: string) => {
    const [tag = '', word = ''] = line.split(' ', 2)
    const rest = line.slice(tag.length + 1)
    box.heard.push(rest)
    const answer = (lines: readonly (string | Buffer)[]) =>
      say(Buffer.concat(lines.map((one) => Buffer.concat([Buffer.from(one), Buffer.from('\r\n')]))))
    const done = `${tag} OK done`
    switch (word.toUpperCase()) {
      case 'CAPABILITY':
        return answer(['* CAPABILITY IMAP4rev1 SPECIAL-USE', done])
      case 'LOGIN':
        return answer([isIn(rest, box) ? done : `${tag} NO [AUTHENTICATIONFAILED] Invalid credentials`])
      case 'LIST':
        if (/^LIST "" ""$/.test(rest)) return answer(['* LIST (\\Noselect) "/" ""', done])
        return answer(['* LIST () "/" INBOX', `* LIST (\\Sent) "/" "${utf7}"`, done])
      case 'SELECT':
      case 'EXAMINE': {
        open = box.folders[rest.includes(utf7) ? 'Отправленные' : 'INBOX']
        if (open === undefined) return answer([`${tag} NO No such folder`])
        return answer([
          '* FLAGS (\\Seen)',
          `* ${open.mails.length} EXISTS`,
          '* 0 RECENT',
          `* OK [UIDVALIDITY ${open.validity}] ids`,
          `* OK [UIDNEXT ${open.next}] next`,
          `${tag} OK [READ-ONLY] done`,
        ])
      }
      case 'UID':
        return hearUid(rest, { tag, open, box, answer, drop: () => socket.destroy() })
      case 'LOGOUT':
        answer(['* BYE', done])
        return socket.end()
      default:
        return answer([done])
    }
  }
  socket.on('error', () => undefined)
  socket.on('data', (more: Buffer) => {
    left = Buffer.concat([left, more])
    for (let at = left.indexOf('\r\n'); at >= 0; at = left.indexOf('\r\n')) {
      const line = left.subarray(0, at).toString('utf8')
      left = left.subarray(at + 2)
      hear(line)
    }
  })
  say('* OK [CAPABILITY IMAP4rev1 SPECIAL-USE] here\r\n')
}

/** `Отправленные` in the alphabet of folders (RFC 3501, 5.1.3). */
const utf7 = '&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-'

function isIn(command: string, { faults, login: [user, password] }: Box): boolean {
  if (faults.has('refuses')) return false
  return command.includes(user) && command.includes(password)
}

type Asked = {
  readonly tag: string
  readonly open: StandInFolder | undefined
  readonly box: Box
  readonly answer: (lines: readonly (string | Buffer)[]) => void
  readonly drop: () => void
}

function hearUid(command: string, { tag, open, box, answer, drop }: Asked): void {
  const mails = open?.mails ?? []
  const done = `${tag} OK done`
  if (/^UID SEARCH/i.test(command)) {
    const from = Number(/UID (\d+):\*/.exec(command.slice(4))?.[1] ?? 0)
    const since = /SINCE "?(\d+-\w+-\d+)"?/i.exec(command)?.[1]
    const last = mails.at(-1)?.uid ?? 0
    const found = mails.filter(({ uid, at }) =>
      since === undefined ? uid >= Math.min(from, last) : at.getTime() >= Date.parse(`${since} UTC`),
    )
    return answer([`* SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trim(), done])
  }
  const uid = Number(/^UID FETCH (\d+)/i.exec(command)?.[1] ?? 0)
  const no = mails.findIndex((mail) => mail.uid === uid)
  const mail = mails[no]
  if (mail === undefined) return answer([done])
  if (/BODY\.PEEK\[\]/i.test(command)) {
    if (box.faults.delete('drops_at_mail')) return drop()
    const part = /BODY\.PEEK\[\]<(\d+)\.(\d+)>/i.exec(command)
    const bytes = part === null ? mail.bytes : mail.bytes.subarray(Number(part[1]), Number(part[1]) + Number(part[2]))
    const name = part === null ? 'BODY[]' : `BODY[]<${part[1] ?? 0}>`
    return answer([
      Buffer.concat([
        Buffer.from(`* ${no + 1} FETCH (UID ${uid} ${name} {${bytes.length}}\r\n`),
        bytes,
        Buffer.from(')'),
      ]),
      done,
    ])
  }
  return answer([
    `* ${no + 1} FETCH (UID ${uid} RFC822.SIZE ${mail.bytes.length} ENVELOPE ${envelopeOf(mail.bytes)})`,
    done,
  ])
}

function envelopeOf(bytes: Buffer): string {
  const head = bytes.toString('latin1').split('\r\n\r\n')[0] ?? ''
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim()
  const text = (value: string | undefined) => (value === undefined ? 'NIL' : `"${value.replaceAll(/["\\]/g, '')}"`)
  const list = (value: string | undefined) => {
    const found = [...(value ?? '').matchAll(/([\w.+-]+)@([\w.-]+)/g)]
    return found.length === 0 ? 'NIL' : `(${found.map(([, name, host]) => `(NIL NIL "${name}" "${host}")`).join('')})`
  }
  const from = list(header('From'))
  return `(${text(header('Date'))} ${text(header('Subject'))} ${from} ${from} ${from} ${list(header('To'))} ${list(header('Cc'))} NIL ${text(header('In-Reply-To'))} ${text(header('Message-ID'))})`
}

/** In pieces a few bytes at a time: nothing says that a line or a number comes whole. */
function write(socket: Socket, bytes: Buffer, inPieces: boolean): void {
  const size = inPieces ? 7 : Math.max(1, bytes.length)
  for (let at = 0; at < bytes.length; at += size) socket.write(bytes.subarray(at, at + size))
}
