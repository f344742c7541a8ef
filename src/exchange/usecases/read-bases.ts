import { exchangeWords } from '#exchange/words/exchange-refusal'
import type { Caller } from '#domain/kernel/access'
import type { KeptBase, KeptFile, KeptSession } from '#schemas/exchange/kept-exchange'
import type { Ports } from '#ports/ports'
import type { OneCBase, OneCSession } from '#schemas/exchange/exchange'
import type { Language } from '#schemas/language-names'
import { openBase, openOneC } from './one-c-rights'
import { readLamp } from './read-lamp'

type Needs = Pick<Ports, 'clock' | 'exchange' | 'people' | 'rules'>

/** So many sessions of a base are shown. */
const mostSessions = 50

/** The bases of 1C that are let in, and how each of them stands. */
export async function readBases(ports: Needs, caller: Caller): Promise<OneCBase[]> {
  await openOneC(ports, caller)
  const all = (await ports.exchange.bases()).filter(({ removedAt }) => removedAt === undefined)
  return Promise.all(all.map((one) => shownBase(ports, one)))
}

/** One of them. */
export async function readBase(ports: Needs, caller: Caller, id: string): Promise<OneCBase> {
  await openOneC(ports, caller)
  return shownBase(ports, await openBase(ports, id))
}

/** Its last sessions, the newest first, with what was told of each in a language. */
export async function readSessions(
  ports: Needs,
  caller: Caller,
  { id, language }: { readonly id: string; readonly language: Language },
): Promise<OneCSession[]> {
  await openOneC(ports, caller)
  await openBase(ports, id)
  const sessions = await ports.exchange.sessions(id, mostSessions)
  const oldest = sessions.at(-1)
  const files = oldest === undefined ? [] : await ports.exchange.files(id, oldest.id)
  return Promise.all(
    sessions.map((session) =>
      shownSession(
        session,
        files.filter((file) => file.session === session.id),
        language,
      ),
    ),
  )
}

/** A base as it is shown: without anything of its password. */
export async function shownBase(ports: Pick<Needs, 'clock' | 'exchange' | 'rules'>, base: KeptBase): Promise<OneCBase> {
  const { id, name, seller, from, createdAt, createdBy } = base
  const { calendar } = (await ports.rules.current()).model
  const { lamp, lastSuccessAt } = await readLamp(ports, id, { at: ports.clock.now(), calendar })
  return { id, name, seller: seller ?? null, from, lamp, lastSuccessAt: lastSuccessAt ?? null, createdAt, createdBy }
}

async function shownSession(
  { id, startedAt, lastAt, state, offered, sent, notes: own }: KeptSession,
  files: readonly KeptFile[],
  language: Language,
): Promise<OneCSession> {
  const sum = (of: (file: KeptFile) => number): number => files.reduce((all, file) => all + of(file), 0)
  const unread = files.flatMap(({ why }) => (why === undefined ? [] : [{ weight: 'fault' as const, about: why }]))
  const told = [...own, ...unread, ...files.flatMap(({ notes }) => notes)]
  const notes = await Promise.all(
    told.map(async ({ weight, about }) => ({ weight, text: await exchangeWords(about, language) })),
  )
  return {
    id,
    startedAt,
    lastAt,
    state,
    offered,
    sent,
    received: sum(({ received }) => received),
    booked: sum(({ booked }) => booked),
    refused: sum(({ refused }) => refused),
    notes,
    notesLeftOut: sum(({ notesLeftOut }) => notesLeftOut),
  }
}
