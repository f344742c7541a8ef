import * as dealLines from './deal-lines'
import * as money from './money'

/** Every shape of invoices, payments and statements, by its title. */
export const moneyShapes = {
  BankStatement: money.BankStatement,
  BankStatementPage: money.BankStatementPage,
  BookPayment: money.BookPayment,
  CancelInvoice: money.CancelInvoice,
  Invoice: money.Invoice,
  InvoiceList: money.InvoiceList,
  IssueInvoice: money.IssueInvoice,
  LoadStatement: money.LoadStatement,
  MakeInvoice: money.MakeInvoice,
  Payment: money.Payment,
  PaymentPage: money.PaymentPage,
  PaymentsQuery: money.PaymentsQuery,
  PayableQuery: money.PayableQuery,
  UnbookPayment: money.UnbookPayment,
  SettlePayment: money.SettlePayment,
  SetLines: dealLines.SetLines,
  ShownLines: dealLines.ShownLines,
} as const
