import { basename } from 'node:path'
import { existsSync, readFileSync } from 'node:fs'

import { loadRegister } from '#documents/usecases/register/load-register'
import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { RegisterLoaded } from '#schemas/documents/register'
import { exitCodes, langOf, RefusedUsage, UsageError } from '#cli/environment'
import { printSaid, say } from '#cli/say'
import { withNorma, type Access } from '#cli/with-norma'

type Options = { readonly data: string; readonly lang?: string; readonly kind?: string; readonly dryRun?: boolean }

/** `norma load-register FILE`: contracts and invoices that another system has issued. Exit code 1 where rows have faults. */
export async function loadRegisterCommand(file: string, options: Options): Promise<void> {
  const language = langOf(options.lang)
  const bytes = readBytes(file)
  const isDryRun = options.dryRun === true
  const loaded = await withNorma(options.data, async (norma) => {
    const said = await loadAll(norma, { name: basename(file), bytes, isDryRun, language, kind: options.kind })
    if (!isDryRun) await norma.idle()
    return said
  }).catch((error: unknown) => {
    if (error instanceof Refusal) throw new RefusedUsage(error)
    throw error
  })
  const { found, added, known, refused, faults, faultsLeftOut, rows } = loaded
  const lines = faults.map(({ line, cell, column, text }) => {
    const place = cell ?? String(line)
    return `${place}${column === undefined ? '' : ` (${column})`}: ${text}`
  })
  const papers = isDryRun
    ? rows.map(({ line, name, number, buyer, deal }) => `${line}: ${name} ${number}, ${buyer} → ${deal.title}`)
    : []
  await printSaid(
    language,
    ...papers,
    ...lines,
    ...(faultsLeftOut === 0 ? [] : [say('register_more', { count: faultsLeftOut })]),
    say(isDryRun ? 'register_would' : 'register_loaded', { found, added, known, refused }),
  )
  if (refused > 0) process.exitCode = exitCodes.faults
}

type Wish = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly isDryRun: boolean
  readonly language: 'en' | 'ru'
  readonly kind: string | undefined
}

/** Loads a register to its end: what one turn has no time for is left for the next. */
async function loadAll({ ports }: Access, { name, bytes, isDryRun, language, kind }: Wish): Promise<RegisterLoaded> {
  const caller = systemCaller('import', 'load-register')
  const content = Buffer.from(bytes).toString('base64')
  const input = { name, content, dryRun: isDryRun, ...(kind === undefined ? {} : { kind }) }
  let added = 0
  for (;;) {
    const command = { caller, correlationId: ports.ids.next('cor'), language }
    // oxlint-disable-next-line no-await-in-loop -- each goes on where the one before ended
    const loaded = await loadRegister(ports, command, input)
    const before = added
    added += loaded.added
    if (loaded.left === 0) return { ...loaded, added, known: loaded.known - before }
  }
}

function readBytes(file: string): Uint8Array {
  if (!existsSync(file)) throw new UsageError(say('file_missing', { files: [file] }))
  try {
    return readFileSync(file)
  } catch (error) {
    throw new UsageError(say('file_unreadable', { file, why: error instanceof Error ? error.message : String(error) }))
  }
}
