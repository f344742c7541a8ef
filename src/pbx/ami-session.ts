import { createHash } from 'node:crypto'
import { connect } from 'node:net'

import { actionOf, amiReader, type AmiBlock } from './ami-blocks'

/** Where a manager interface is, and as whom it is read. */
export type AmiPlace = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

/** Why a connection is over: nobody answers there, it is no manager interface, it lets us not in, or it fell silent or ended. */
export type AmiEnd = 'unreachable' | 'not_ami' | 'refused' | 'silent' | 'closed'

type Heard = {
  /** The exchange has let us in; what it says comes from now on. */
  readonly ready: () => void
  readonly block: (block: AmiBlock) => void
}

/** How long the other side may say nothing, and how often it is asked whether it is there. */
export type Patience = { readonly askMs: number; readonly silentMs: number }

const usualPatience: Patience = { askMs: 20_000, silentMs: 50_000 }

/** What is asked for; its answers, also those that come later as events, carry its name. */
export type AmiAction = Readonly<Record<string, string>> & { readonly ActionID: string }

/** A connection to a manager interface; it tells until it is over, and why it is. */
export type AmiSession = {
  readonly over: Promise<AmiEnd>
  readonly end: () => void
  /** Asks for an action, when it was let in; what the exchange answers, undefined where the connection ends before it does. */
  readonly act: (says: AmiAction) => Promise<AmiBlock | undefined>
}

/**
 * Reads a manager interface. The password goes over the line only where the exchange does not offer a challenge. A line that
 * is dead without being closed is noticed by asking.
 */
export function readAmi(place: AmiPlace, heard: Heard, { askMs, silentMs } = usualPatience): AmiSession {
  const socket = connect({ host: place.host, port: place.port })
  let tell: (why: AmiEnd) => void = () => undefined
  const ended = new Promise<AmiEnd>((resolve) => {
    tell = resolve
  })
  const over = (why: AmiEnd) => {
    tell(why)
    socket.destroy()
  }
  const say: Say = (says) => socket.write(actionOf(says))
  const acts = actsBy(say)
  const dialogue = dialogueWith(place, { ...heard, over, told: acts.told }, say)
  socket.setNoDelay(true)
  socket.setTimeout(silentMs, () => over(dialogue.isNew() ? 'unreachable' : 'silent'))
  socket.on('error', () => over(dialogue.isNew() ? 'unreachable' : 'closed'))
  socket.on('close', () => over('closed'))
  socket.on('connect', dialogue.begin)
  socket.on('data', dialogue.take)
  const asking = setInterval(dialogue.ask, askMs)
  void ended.then(() => {
    clearInterval(asking)
    acts.forget()
  })
  return { over: ended, end: () => over('closed'), act: acts.ask }
}

type Ends = { readonly over: (why: AmiEnd) => void; readonly told: (answer: AmiBlock) => void }
type Say = (says: Readonly<Record<string, string>>) => void

/** What is said and answered over one line: a challenge, the login, then events until it is over. */
function dialogueWith(place: AmiPlace, { ready, block: heard, over, told }: Heard & Ends, say: Say) {
  const reader = amiReader()
  let state: 'new' | 'asked' | 'signing' | 'in' = 'new'
  const answered = (block: AmiBlock) => {
    const { says } = block
    if (state === 'in') return told(block)
    const isGood = says.get('Response') === 'Success'
    if (state === 'asked') {
      state = 'signing'
      say(loginOf(place, isGood ? says.get('Challenge') : undefined))
    } else if (state === 'signing') {
      if (!isGood) return over('refused')
      state = 'in'
      ready()
    }
  }
  return {
    isNew: () => state === 'new',
    begin: () => {
      state = 'asked'
      say({ Action: 'Challenge', AuthType: 'MD5', ActionID: 'challenge' })
    },
    ask: () => {
      if (state === 'in') say({ Action: 'Ping', ActionID: 'ping' })
    },
    take: (bytes: Uint8Array) => {
      const blocks = reader.take(bytes)
      if (blocks === undefined) return over('not_ami')
      for (const block of blocks) {
        // What became of a call that was asked for is an event, and has a line “Response”, too.
        if (block.says.has('Response') && !block.says.has('Event')) answered(block)
        else if (state === 'in') heard(block)
      }
    },
  }
}

/** Actions that are asked for, and who waits for what is answered. */
function actsBy(say: Say) {
  let isOver = false
  const waiting = new Map<string, (answer: AmiBlock | undefined) => void>()
  return {
    ask: (says: AmiAction) =>
      new Promise<AmiBlock | undefined>((resolve) => {
        if (isOver) return resolve(undefined)
        waiting.set(says.ActionID, resolve)
        say(says)
      }),
    told: (block: AmiBlock): void => {
      const id = block.says.get('ActionID') ?? ''
      waiting.get(id)?.(block)
      waiting.delete(id)
    },
    forget: (): void => {
      isOver = true
      for (const resolve of waiting.values()) resolve(undefined)
      waiting.clear()
    },
  }
}

function loginOf({ user, password }: AmiPlace, challenge: string | undefined): Readonly<Record<string, string>> {
  const as = { Action: 'Login', ActionID: 'login', Username: user, Events: 'call,agent,cdr' }
  if (challenge === undefined) return { ...as, Secret: password }
  const key = createHash('md5').update(`${challenge}${password}`).digest('hex')
  return { ...as, AuthType: 'MD5', Key: key }
}
