import { isToTell } from '#domain/money/invoice-state'
import type { MoneyChange } from '#ports/money'
import type { Ports } from '#ports/ports'
import { settleDeal, settlePaymentTasks } from './settle-deals'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>

/** What is decided on money as it is now: what changes, and what is answered. */
export type Decided<T> = { readonly change: MoneyChange; readonly answer: T }

/** Many issue at once of one series: whoever meets others waits a little longer each time, by a different time than they. */
const mostTries = 40
const longestPauseMs = 200

/**
 * Decides on what there is and writes it whole; decides anew where somebody else wrote first. Deals are told at once what is
 * paid of them; where that breaks off, the clock does it. `what` begins the sentence of a fault, as in “The invoice was changed”.
 */
export async function decideMoney<T>(ports: Needs, what: string, decide: () => Promise<Decided<T>>): Promise<T> {
  const mark = ports.ids.next('cor')
  for (let no = 1; no <= mostTries; no += 1) {
    // oxlint-disable-next-line no-await-in-loop -- decided again only when this came too late
    const { change, answer } = await decide()
    // oxlint-disable-next-line no-await-in-loop
    if (isNothing(change) || (await ports.money.save(change, mark))) {
      // oxlint-disable-next-line no-await-in-loop
      await settleAll(ports, change, mark)
      return answer
    }
    // oxlint-disable-next-line no-await-in-loop
    await pause(Math.random() * Math.min(longestPauseMs, 2 ** no))
  }
  throw new Error(`${what} by others ${mostTries} times in a row.`)
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

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
