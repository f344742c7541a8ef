import { readFileSync, statSync } from 'node:fs'

import { stateIn, runPbx, type PbxSettings, type PbxState } from '#pbx/run-pbx'
import { lockData } from '#local/data-lock'
import { commandEnvironment, OutsideError, UsageError } from '#cli/environment'
import { printSaid, say } from '#cli/say'

type Options = {
  readonly ami: string
  readonly user?: string
  readonly to?: string
  readonly spool: string
  readonly secrets?: string
  readonly cdr?: string
  readonly dial?: string
  readonly context: string
  /** As numbers alone are read for numbers. */
  readonly begins: string | number
  readonly status?: boolean
}

const { lang } = commandEnvironment

/** `norma pbx`: stands beside an Asterisk, and hands what it tells of calls on to Norma; `--status` says how it is. */
export async function pbxCommand(options: Options): Promise<void> {
  if (options.status === true) {
    const state = stateIn(options.spool)
    if (state === undefined) throw new UsageError(say('pbx_no_state', { folder: options.spool }))
    await printSaid(lang, ...sayings(state))
    return
  }
  const settings = settingsOf(options)
  const lock = await lockData(settings.folder)
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  await printSaid(lang, say('pbx_runs', { ...settings.ami, address: settings.door.address, folder: settings.folder }))
  try {
    const how = await runPbx(settings, { tell: teller(), signal: stop.signal })
    if (how === 'refused') throw new OutsideError(say('pbx_refused', { user: settings.ami.user }))
  } finally {
    lock.release()
  }
}

/** Says how it is when that becomes otherwise; what only counts is not told each time. */
function teller(): (state: PbxState) => void {
  let before = ''
  return (state) => {
    const { exchange, norma, why, dropped, disk, file } = state
    const now = JSON.stringify([exchange, norma, why, Math.ceil(dropped / 1000), disk, file])
    if (now === before) return
    before = now
    void printSaid(lang, ...sayings(state))
  }
}

/** How it is, a sentence for each side. */
function sayings(state: PbxState) {
  const { exchange, norma, why = '', waiting, dropped, heardAt, handedAt, disk, file } = state
  const at = { heardAt: heardAt ?? null, handedAt: handedAt ?? null }
  return [
    say('pbx_exchange', { exchange, heardAt: at.heardAt }),
    say('pbx_norma', { norma, why, batches: waiting.batches, bytes: waiting.bytes, handedAt: at.handedAt }),
    ...(dropped === 0 ? [] : [say('pbx_dropped', { count: dropped })]),
    ...(disk === undefined ? [] : [say('pbx_disk', { why: disk })]),
    ...(file === undefined ? [] : [say('pbx_file', { why: file })]),
  ]
}

function settingsOf({ ami, user, to, spool, secrets, cdr, ...plan }: Options): PbxSettings {
  const [, host = '', port = '5038'] = /^([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?$/i.exec(ami) ?? []
  if (host === '' || Number(port) < 1 || Number(port) > 65_535) throw new UsageError(say('pbx_ami', { written: ami }))
  if (user === undefined || user.trim() === '') throw new UsageError(say('pbx_user'))
  const { password, key } = secretsOf(secrets)
  return {
    ami: { host: host.replaceAll(/[[\]]/g, ''), port: Number(port), user, password },
    door: { address: addressOf(to), key },
    folder: spool,
    ...(cdr === undefined ? {} : { cdr: fileAt(cdr) }),
    ...dialIn(plan),
  }
}

/** How telephones are called, where Norma may ask for calls: nothing in it may begin a line of its own. */
function dialIn({ dial, context, begins: written }: Pick<Options, 'dial' | 'context' | 'begins'>) {
  if (dial === undefined) return {}
  const begins = String(written)
  if (!/^[\w./@{}-]{3,80}$/.test(dial) || !dial.includes('{extension}'))
    throw new UsageError(say('pbx_dial', { written: dial }))
  if (!/^\d?(?:\+7|7|8)$/.test(begins)) throw new UsageError(say('pbx_begins', { written: begins }))
  if (!/^[\w.-]{1,80}$/.test(context)) throw new UsageError(say('pbx_context', { written: context }))
  return { dial: { channel: dial, context, begins } }
}

/** What is handed on are numbers of clients: over https alone, but for this machine. */
function addressOf(to: string | undefined): string {
  const url = to !== undefined && URL.canParse(to) ? new URL(to) : undefined
  if (url === undefined || !/^\/in\/[^/]+\/?$/.test(url.pathname) || !/^https?:$/.test(url.protocol))
    throw new UsageError(say('pbx_to', { written: to ?? null }))
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url.protocol === 'http:' && !isHere) throw new UsageError(say('pbx_https', { written: url.href }))
  return url.href
}

/** From a file of lines `password=…` and `key=…`, which nobody else of the machine may read, else from the surroundings. */
function secretsOf(file: string | undefined): { readonly password: string; readonly key: string } {
  const given = file === undefined ? commandEnvironment.pbx : secretsIn(fileAt(file))
  for (const name of ['password', 'key'] as const)
    if ((given[name] ?? '') === '') throw new UsageError(say('pbx_secret', { name, file: file ?? null }))
  return { password: given.password ?? '', key: given.key ?? '' }
}

function secretsIn(file: string): { readonly password?: string; readonly key?: string } {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new UsageError(say('pbx_secrets_open', { file }))
  const lines = readFileSync(file, 'utf8').split(/\r?\n/)
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^\s*(password|key)\s*=\s*(.*?)\s*$/.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name, value]]
    }),
  )
}

function fileAt(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new UsageError(say('file_missing', { files: [path] }))
  return path
}
