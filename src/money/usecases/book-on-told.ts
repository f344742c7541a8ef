import { book, type BookingAsk, type Booking } from '#money/domain/invoices/booking'
import { giveWay, shortOf } from '#money/domain/invoices/give-way'
import { shareIsTold } from '#domain/money/invoice-state'
import type { Ports } from '#ports/ports'
import type { KeptPayment } from '#schemas/money/money'

/** Books a payment; what another system said to be paid gives way to it where an invoice has no room for both. */
export async function bookOnTold(
  { money }: Pick<Ports, 'money'>,
  payment: KeptPayment,
  ask: BookingAsk,
  booking: Booking,
): Promise<ReturnType<typeof book>> {
  const short = ask.invoices.filter((invoice) => {
    const wanted = ask.wanted.find((share) => share.invoice === invoice.id)
    return wanted !== undefined && shortOf(wanted, invoice) > 0
  })
  const ids = new Set(short.flatMap(({ shares }) => shares.filter(shareIsTold)).map((share) => share.payment))
  if (payment.direction !== 'in' || ids.size === 0) return book(payment, ask, booking)
  const told = await money.findPayments([...ids])
  const way = giveWay(ask.wanted, { invoices: ask.invoices, told }, booking)
  const inPlaceOf = [...(payment.inPlaceOf ?? []), ...way.parts]
  const placed = inPlaceOf.length === 0 ? payment : { ...payment, inPlaceOf }
  const booked = book(placed, { ...ask, invoices: way.invoices }, booking)
  return { ...booked, payments: [...booked.payments, ...way.payments] }
}
