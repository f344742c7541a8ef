import { safeName } from '#exchange/domain/file-pieces'
import { exchangeSaying } from '#exchange/words/exchange-refusal'
import { msOf } from '#domain/time/zone'
import type { KeptFile } from '#schemas/exchange/kept-exchange'
import type { Ports } from '#ports/ports'
import type { Saying } from '#schemas/saying'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { changeSession, type OpenSession } from './open-session'

type Needs = Pick<Ports, 'clock' | 'exchange'>

/** How far a file is: 1C asks again after `progress`. */
export type ImportState =
  | { readonly is: 'success' }
  | { readonly is: 'progress' | 'failure'; readonly says: readonly Saying[] }

/** A file that was not read for so long is not waited for any more. */
const longestMs = 10 * 60_000
const pauseMs = 100

/** Says how far a file is that was sent before; waits a little where it is being read. Not whole, it is given up. */
export async function sayImport(
  ports: Needs,
  opened: OpenSession,
  { written, waitMs }: { readonly written: string; readonly waitMs: number },
): Promise<ImportState> {
  const name = safeName(written)
  if (name === undefined) return failed(exchangeSaying('no_name', { name: written.slice(0, 100) }))
  for (let waited = 0; ; waited += pauseMs) {
    // oxlint-disable-next-line no-await-in-loop -- until it is read, or has to be asked for again
    const file = await findNamed(ports, opened, name)
    if (file === undefined) return failed(exchangeSaying('no_file', { name }))
    // oxlint-disable-next-line no-await-in-loop
    if (file.state === 'open') return giveUp(ports, opened, file)
    if (file.state === 'read') return { is: 'success' }
    if (file.state === 'failed') return { is: 'failure', says: whyOf(file) }
    const isLate = msOf(ports.clock.now()) - msOf(file.wholeAt ?? ports.clock.now()) > longestMs
    if (isLate) return failed(exchangeSaying('reading_late'))
    if (waited >= waitMs) return { is: 'progress', says: [exchangeSaying('reading', { done: file.done })] }
    // oxlint-disable-next-line no-await-in-loop
    await pause(pauseMs)
  }
}

/** A file of the session by its name, or the archive in which it came. */
async function findNamed({ exchange }: Needs, { base, session }: OpenSession, name: string) {
  const found = await exchange.findFile({ base: base.id, session: session.id, name })
  if (found !== undefined) return found
  const own = (await exchange.files(base.id, session.id)).filter((file) => file.session === session.id)
  const archive = own.find(({ inside }) => inside.includes(name))
  if (archive !== undefined) return archive
  // Before an archive was looked into nobody knows what is in it.
  const unread = own.filter((file) => file.name.toLowerCase().endsWith('.zip') && file.state !== 'read')
  return unread.at(-1)
}

async function giveUp(ports: Needs, { session }: OpenSession, { base, name }: KeptFile): Promise<ImportState> {
  const place = { base, session: session.id, name }
  const why = exchangeSaying('file_cut')
  await whileOthersWrite(`The file ${name} was given up`, async () => {
    const was = await ports.exchange.findFile(place)
    if (was === undefined || was.state !== 'open') return true
    const next = { ...was, rev: was.rev + 1, state: 'failed' as const, why }
    return (await ports.exchange.saveFile(next, ports.clock.now())) ? true : again
  })
  await changeSession(ports, session, () => ({ state: 'failed' }))
  return failed(why)
}

function whyOf({ why, notes, refused }: KeptFile): readonly Saying[] {
  if (why !== undefined) return [why]
  const first = notes.find(({ weight }) => weight === 'fault')?.about
  return [exchangeSaying('some_refused', { count: refused }), ...(first === undefined ? [] : [first])]
}

function failed(about: Saying): ImportState {
  return { is: 'failure', says: [about] }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
