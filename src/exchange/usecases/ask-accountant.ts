import { exchangeSaying, exchangeWords } from '#exchange/words/exchange-refusal'
import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { rulesLanguage } from '#domain/rules/rules-language'
import { dueAt } from '#domain/time/due'
import type { ExchangeNote } from '#schemas/exchange/kept-exchange'
import type { Ports } from '#ports/ports'
import type { Duration, Model } from '#schemas/model'
import type { KeptInvoice } from '#schemas/money/money'
import type { Command } from '#usecases/command'
import { addTask } from '#usecases/tasks/add-task'

type Needs = Pick<Ports, 'clock' | 'deals' | 'ids' | 'language' | 'people' | 'rules' | 'gateFacts'>

const workingDay: Duration = { count: 1, kind: 'working', unit: 'days', text: '1 working day' }

/**
 * Asks whoever looks after payments what becomes of an invoice that 1C has cancelled or marked for deletion: Norma cancels
 * none by itself. Asked once; answers what to tell where it could not be asked.
 */
export async function askAccountant(
  ports: Needs,
  { model }: { readonly model: Model },
  { invoice, how }: { readonly invoice: KeptInvoice; readonly how: 'deleted' | 'cancelled' },
): Promise<readonly ExchangeNote[]> {
  const number = invoice.number ?? invoice.id
  const by = model.bank?.by ?? model.invoices?.[invoice.kind]?.by ?? 'owner'
  const id = `one_c#${invoice.id}#${how}`
  const command: Command = {
    caller: systemCaller('system', 'one_c'),
    correlationId: id,
    once: { key: id, requestHash: id, status: 201 },
  }
  const language = rulesLanguage(model)
  const text = await exchangeWords(exchangeSaying('task_cancelled', { number, how }), language)
  const due = dueOf(model, ports.clock.now())
  try {
    await addTask(ports, command, invoice.dealId, { do: text, by, dueAt: due, required: false, keep: true })
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [{ weight: 'warning', about: exchangeSaying('task_refused', { number, message: error.message }) }]
  }
}

/** As soon as somebody has to say what a payment is for; a working day where the rules do not say. */
function dueOf({ bank, calendar }: Model, at: string): string {
  const duration = bank?.unmatched ?? workingDay
  const rule = { kind: 'offset', direction: 'after', duration, anchor: { kind: 'start' }, text: duration.text } as const
  return dueAt(rule, { start: at, tasks: {}, events: {}, fields: {} }, calendar).dueAt ?? at
}
