import { documentStates, invoiceStates } from '#schemas/lists/paper-states'
import { registerTexts } from '#documents/words/register-words'
import type { DocumentState } from '#schemas/documents/documents'
import type { InvoiceState } from '#schemas/money/money'

/** A state that a row of a register may say: nothing in one is a draft. */
export type WrittenState = Exclude<DocumentState | InvoiceState, 'draft'>

const others: readonly (readonly [state: WrittenState, names: readonly string[]])[] = [
  ['issued', ['выставлен', 'действует', 'действующий', 'активен', 'в работе', 'не подписан', 'не оплачен']],
  ['issued', ['active', 'in force', 'unpaid', 'not signed', 'open']],
  ['signed', ['заключён', 'подписан обеими сторонами', 'подписан всеми', 'исполнен', 'завершён', 'executed', 'closed']],
  ['cancelled', ['аннулирован', 'расторгнут', 'недействителен', 'terminated', 'void', 'annulled']],
  ['refused', ['отказ', 'клиент отказался']],
  ['paid', ['оплачен полностью', 'paid in full']],
  ['part_paid', ['частично оплачен', 'partly paid']],
]

const byName: ReadonlyMap<string, WrittenState> = new Map([
  ...others.flatMap(([state, names]) => names.map((name) => [plain(name), state] as const)),
  ...(['en', 'ru'] as const).flatMap((language) =>
    Object.entries(registerTexts[language].states).map(
      ([state, name]) => [plain(name), state as WrittenState] as const,
    ),
  ),
])

/** What is a draft has no number and stands in no register; an invoice may have been sent, which is no state of its own here. */
const ofInvoices: ReadonlySet<string> = new Set([...invoiceStates.filter((state) => state !== 'draft'), 'sent'])
const ofDocuments: ReadonlySet<string> = new Set(documentStates.filter((state) => state !== 'draft'))

/** The state that a cell names; issued where it is empty, undefined where it names none that such a paper can have. */
export function stateIn(text: string, is: 'document' | 'invoice'): WrittenState | undefined {
  if (text === '') return 'issued'
  const state = byName.get(plain(text))
  return state !== undefined && (is === 'invoice' ? ofInvoices : ofDocuments).has(state) ? state : undefined
}

/** What such a paper can be said to be, in words. */
export function stateNames(is: 'document' | 'invoice', language: 'en' | 'ru'): readonly string[] {
  const { states } = registerTexts[language]
  return [...(is === 'invoice' ? ofInvoices : ofDocuments)].flatMap((state) => states[state] ?? [])
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim()
}
