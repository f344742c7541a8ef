import { isToTell } from '#domain/money/invoice-state'
import type { MoneyChange } from '#ports/money'
import type { Ports } from '#ports/ports'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { settleDeal, settlePaymentTasks } from './settle-deals'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>

/** What is decided on money as it is now: what changes, and what is answered. */
export type Decided<T> = { readonly change: MoneyChange; readonly answer: T }

/** Many issue at once of one series. */
const mostLooks = 40

/**
 * Decides on what there is and writes it whole; decides anew where somebody else wrote first. Deals are told at once what is
 * paid of them; where that breaks off, the clock does it. `what` begins the sentence of a fault, as in “The invoice was changed”.
 */
export async function decideMoney<T>(ports: Needs, what: string, decide: () => Promise<Decided<T>>): Promise<T> {
  const mark = ports.ids.next('cor')
  const look = async () => {
    const decided = await decide()
    return isNothing(decided.change) || (await ports.money.save(decided.change, mark)) ? decided : again
  }
  const { change, answer } = await whileOthersWrite(what, look, mostLooks)
  await settleAll(ports, change, mark)
  return answer
}

/** Whether nothing is to be written: what was asked for is there already. */
function isNothing({ invoices = [], payments = [], counting, answer }: MoneyChange): boolean {
  return invoices.length + payments.length === 0 && counting === undefined && answer === undefined
}

async function settleAll(ports: Needs, { invoices = [], payments = [] }: MoneyChange, mark: string): Promise<void> {
  for (const dealId of new Set(invoices.map(({ invoice }) => invoice.dealId))) {
    // oxlint-disable-next-line no-await-in-loop -- mostly one
    await settleDeal(ports, { dealId, mark })
  }
  for (const { payment, wasVersion } of payments) {
    // oxlint-disable-next-line no-await-in-loop -- one
    if (isToTell(payment, wasVersion)) await settlePaymentTasks(ports, { id: payment.id, mark })
  }
}
