import type { Language } from '#schemas/language-names'

type Named = Readonly<Record<'seller' | 'address' | 'bank' | 'signer' | 'post' | 'acts_on' | Kinds, string>>
type Kinds = 'bill' | 'advance' | 'offer' | 'contract' | 'paper' | 'act' | 'upd'

const names: Readonly<Record<Language, Named>> = {
  en: {
    seller: 'Norma Example LLC',
    address: '127051, Moscow, Example street 7',
    bank: 'Example Bank, Moscow',
    signer: 'Primerov Peter',
    post: 'general director',
    acts_on: 'the charter',
    bill: 'Invoice',
    advance: 'Advance invoice',
    offer: 'Offer',
    contract: 'Contract',
    paper: 'Invoice on paper',
    act: 'Act of acceptance',
    upd: 'Universal transfer document',
  },
  ru: {
    seller: 'ООО «Норма Пример»',
    address: '127051, г. Москва, Примерный пер., д. 7, оф. 12',
    bank: 'АО «Примерный банк», г. Москва',
    signer: 'Примеров Пётр Петрович',
    post: 'генеральный директор',
    acts_on: 'Устав',
    bill: 'Счёт',
    advance: 'Счёт на аванс',
    offer: 'Коммерческое предложение',
    contract: 'Договор',
    paper: 'Счёт на оплату (печатный)',
    act: 'Акт оказанных услуг',
    upd: 'УПД (печатная форма)',
  },
}

/** What the demo company says of its documents and money, in the language of whoever makes it. */
function paperRules(language: Language): string {
  const t = names[language]
  const document = (id: string, name: string, more: string): string =>
    `  ${id}: { name: ${name}, template: templates/${id === 'paper' ? 'invoice' : id}.docx, ${more}, language: ${language} }`
  return `
sellers:                      # your legal entities, as documents name them
  main:
    name: ${t.seller}
    inn: "7701990013"
    kpp: "770101001"
    address: ${t.address}
    bank: ${t.bank}
    bik: "044525999"
    account: "40702810600000012345"
    vat: 22%
    signer: { name: ${t.signer}, post: ${t.post}, acts_on: ${t.acts_on} }

numbers:                      # given when something is issued, without gaps
  bills:     { like: "{n}", start_at: 124 }
  contracts: { like: "${language === 'ru' ? 'Д' : 'C'}-{year}-{n:3}" }
  acts:      { like: "{n}" }

invoices:
  whole:   { name: ${t.bill}, number: bills, pay_in: 5 working days, by: accountant }
  advance: { name: ${t.advance}, number: bills, share: 50%, pay_in: 5 working days, by: accountant }

documents:                    # Word files beside this one
${document('offer', t.offer, 'needs: [amount], by: head_of_sales')}
${document('contract', t.contract, 'number: contracts, needs: [amount], signed_by: both, by: lawyer, keep_in: contract_file, tells: contract_signed')}
${document('paper', t.paper, 'invoice: whole, by: accountant')}
${document('act', t.act, 'number: acts, needs: [amount], signed_by: both, by: accountant')}
${language === 'ru' ? document('upd', t.upd, 'number: acts, needs: [amount], signed_by: both, by: accountant') : ''}
bank: { by: accountant, unmatched: 4 working hours }
one_c: { believes: bank, status: { N: issued, P: paid, C: cancelled } }   # docs/1c.md
`
}

/** What closes tasks of the shipped rules by itself, once there are papers. */
const closedBy = {
  prepare_offer: 'offer issued',
  draft_contract: 'contract issued',
  send_invoice: 'whole issued',
  get_signature: 'contract signed',
  send_documents: 'act issued',
} as const

function withFacts(text: string, language: Language): string {
  const facts = { ...closedBy, ...(language === 'ru' ? { deliver: 'upd signed' } : {}) }
  return Object.entries(facts).reduce(
    (left, [task, fact]) =>
      left.replace(
        new RegExp(`^ {6}${task}:\n {8}do: .*\n {8}by: .*\n {8}due: .*\n`, 'm'),
        (whole) => `${whole}        done_when: ${fact}\n`,
      ),
    text,
  )
}

/** Rules with documents, invoices and a bank, where they say nothing of them. */
export function withPapers(text: string, language: Language): string {
  return /^(?:sellers|numbers|invoices|documents|bank|one_c):/m.test(text)
    ? text
    : `${withFacts(text, language).trimEnd()}\n${paperRules(language)}`
}
