import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { consumers } from '#product/lists/consumers'
import { patternOf } from '#events/consumer'
import { compilePattern } from '#local/stream/event-pattern'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import type { ImportPorts } from '#import/import-deal'
import { sideBySide } from '#import/side-by-side'
import type { LeftOut } from '#import/read-table'
import { readMapping } from '#import/read-mapping'
import { runImport, type ImportAsk, type ImportReport, type InputReport } from '#import/run-import'

/** Ports that remember the events of everything saved through them. */
export function recording(ports: Ports): { readonly ports: Ports; readonly events: DomainEvent[] } {
  const events: DomainEvent[] = []
  const save: Ports['deals']['save'] = async (change) => {
    await ports.deals.save(change)
    events.push(change.event)
  }
  return { ports: { ...ports, deals: { ...ports.deals, save } }, events }
}

const books = consumers
  .filter(({ name }) => name === 'keep-plan-ledger' || name === 'keep-column-counters')
  .map((consumer) => ({ consumer, isWanted: compilePattern(patternOf(consumer)) }))

/**
 * Hands events to the consumers that keep the books, deals side by side. The newest event of a deal comes first: what is
 * older changes nothing any more, which is quicker, and as right as any other order.
 */
export async function keepBooks(ports: Ports, events: readonly DomainEvent[]): Promise<void> {
  const byDeal = new Map<string, DomainEvent[]>()
  for (const event of events.toReversed()) {
    byDeal.set(event.detail.dealId, [...(byDeal.get(event.detail.dealId) ?? []), event])
  }
  await sideBySide(byDeal.values(), 16, async (ofOneDeal) => {
    for (const { consumer, isWanted } of books) {
      const wanted = ofOneDeal.filter((event) =>
        isWanted({ source: 'norma', 'detail-type': event.name, detail: event }),
      )
      const failed = wanted.length === 0 ? [] : await consumer.run(ports, wanted)
      if (failed.length > 0) throw new Error(`${consumer.name} failed on ${failed.join(', ')}`)
    }
  })
}

/** What became of a file, with the lines that were left out, by line. */
type ToldInput = Omit<InputReport, 'leftOut'> & { readonly leftOut: readonly LeftOut[] }
export type ToldReport = Omit<ImportReport, 'inputs'> & { readonly inputs: readonly ToldInput[] }

/** What an import is asked for, with the text of its mapping. */
export type AskInText = Omit<ImportAsk, 'mapping'> & { readonly mapping: string }

/** Imports, and keeps what is told on the way. */
export async function toldImport(ports: ImportPorts, ask: AskInText): Promise<ToldReport> {
  const told: LeftOut[][] = [[]]
  const { inputs, seconds } = await runImport(ports, {
    ...ask,
    mapping: readMapping(ask.mapping),
    leaveOut: (file, leftOut) => {
      told.at(-1)?.push(leftOut)
      return ask.leaveOut?.(file, leftOut)
    },
    finish: (report) => {
      told.push([])
      return ask.finish?.(report)
    },
  })
  const leftOutOf = (index: number) => (told[index] ?? []).toSorted((a, b) => a.line - b.line)
  return { seconds, inputs: inputs.map((input, index) => ({ ...input, leftOut: leftOutOf(index) })) }
}

/** Imports by a mapping file of the product, with its files read from the folder where they are. */
export function importBy(ports: Ports, mappingFile: string, folder: string): Promise<ToldReport> {
  return toldImport(ports, {
    mapping: readFileSync(mappingFile, 'utf8'),
    read: (_named, file) => {
      const path = join(folder, file)
      return existsSync(path) ? readFileSync(path) : undefined
    },
    isDryRun: false,
  })
}
