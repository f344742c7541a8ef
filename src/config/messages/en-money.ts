/** What the exchange with 1C needs of the other sections. */
export type OneCNeed = 'bank' | 'invoices'

type Requisite = { readonly key: string; readonly text: string; readonly bik: string }

/** English: our legal entities, invoices and what is paid. */
export const enMoney = {
  'bad-requisite': ({ key, text, bik }: Requisite) => `“${text}” is not a valid ${requisites[key]?.(bik) ?? key}.`,
  'compare-requisite': ({ key }: { readonly key: string }) =>
    `Compare “${key}” with the card of the company, digit by digit; write it in quotes.`,
  'pattern-odd': ({ part }: { readonly part: string }) =>
    `“{${part}}” means nothing in a number: there are {n}, {n:3} for three digits at least, and {year}.`,
  'pattern-without-n': ({ text, isTwice }: { readonly text: string; readonly isTwice: boolean }) =>
    isTwice
      ? `“${text}” counts twice: a number has one {n}.`
      : `“${text}” has no {n}, so every number would be the same.`,
  'unknown-client-field': ({ text }: { readonly text: string }) => `No card of a client says “${text}”.`,
  'client-of-other-kind': ({ role, field }: { readonly role: string; readonly field: string }) =>
    `“${field}” is not known of whoever is “${role}”: they are clients of the other kind.`,
  'client-in-conditions-only': ({ text }: { readonly text: string }) =>
    `“${text}” is asked of a client, and clients are asked in conditions and in “filled” alone.`,
  'ask-client-in-condition': () => 'Keep it in a field of the deal, or ask for it in “when”, “must” or “filled”.',
  'inn-of-person': ({ name, role }: { readonly name: string; readonly role: string }) =>
    `“${name}” asks for the INN of a person: whoever is “${role}” rarely has to give one, and contracts need that of who buys.`,
  'role-nobody-sets': ({
    name,
    role,
    stage,
  }: {
    readonly name: string
    readonly role: string
    readonly stage: string
  }) =>
    `The gate of “${stage}” judges by “${name}”, and nothing up to there asks anybody to put a “${role}” into the deal.`,
  'ask-for-role': ({ name }: { readonly name: string }) =>
    `Add “${name}” to “filled” of the gate, or name it in braces in the text of a task.`,
  'hidden-in-text': ({ name }: { readonly name: string }) =>
    `“{${name}}” would show in every list of tasks what is on the card for those who may see it.`,
  'name-in-text': ({ name }: { readonly name: string }) =>
    `Write “{${name}}”: the rest is one click away, on the card.`,
  'written-in-text': ({ text }: { readonly text: string }) =>
    `“${text}” is how to reach somebody, and texts of tasks are kept for ever and seen by everybody.`,
  'keep-on-card': () =>
    'Leave it out: numbers and addresses of clients stand on their cards, and a text names a client by {client.name}.',
  'personal-field': ({ field }: { readonly field: string }) =>
    `“${field}” sounds like what is known of a person, and fields of deals go into events, reports and files.`,
  'ask-card': ({ name, isBuiltIn }: { readonly name: string; readonly isBuiltIn: boolean }) =>
    isBuiltIn
      ? `Leave it out and ask for “${name}”: it is on every card.`
      : `Declare it under “clients: kinds: person: fields” with “personal: yes”, and ask for “${name}”.`,
  'consent-is-path': ({ text }: { readonly text: string }) =>
    `“${text}” is a file that is set in type, and not words that clients agree to.`,
  'write-consent': () =>
    'Save them as plain text (.md or .txt) and name that file, or write the words themselves below “text: >”.',
  'bad-country': ({ text }: { readonly text: string }) =>
    `“${text}” is not the code of a country: write its two capital letters.`,
  'kept-in-days': ({ text }: { readonly text: string }) =>
    `“${text}” is not a length of time to keep somebody for: write calendar days, weeks or months.`,
  'kept-abroad': ({ country, place }: { readonly country: string; readonly place: string }) =>
    `Data of citizens of ${country} has to be kept in ${country} first, and the rules keep it in ${place}.`,
  'region-abroad': ({ region, place, is }: { readonly region: string; readonly place: string; readonly is: string }) =>
    `Personal data is to be kept in ${place}, and the region ${region} is in ${is}.`,
  'region-nowhere': ({ region, place }: { readonly region: string; readonly place: string }) =>
    `Personal data is to be kept in ${place}, and nobody knows in which country the region ${region} is.`,
  'region-at-home': ({ place }: { readonly place: string }) =>
    `Deploy to a region in ${place}, or run Norma whole on a machine there (docs/on-one-machine.md).`,
  'kept-too-short': ({
    text,
    country,
    months,
  }: {
    readonly text: string
    readonly country: string
    readonly months: number
  }) => `After “${text}” papers of a contract would be erased that ${country} wants to be kept for ${months} months.`,
  'bad-budget': ({ text }: { readonly text: string }) =>
    `“${text}” is not a number a day: write a whole number from 1 to 100000.`,
  'bad-whole-number': ({ text, from, to }: { readonly text: string; readonly from: number; readonly to: number }) =>
    `“${text}” does not make sense here: write a whole number from ${from} to ${to}.`,
  'link-too-wide': ({ text }: { readonly text: string }) =>
    text === 'name'
      ? 'By a name alone namesakes would become one client.'
      : `By “${text}” alone everybody behind one switchboard or common box would become one client.`,
  'nobody-sees': () => 'Nobody would see a number or an address of any client, not even whose client it is.',
  'bad-most': ({ text }: { readonly text: string }) =>
    `“${text}” is not a number of clients: write a whole number from 1 to 10.`,
  'one-c-without': ({ key }: { readonly key: OneCNeed }): string =>
    key === 'bank'
      ? '“one_c” believes the bank about payments, but nobody loads what the bank says.'
      : '“one_c” sends invoices, but no kind of invoice is declared: 1C would get nothing.',
  'one-c-add': ({ key }: { readonly key: OneCNeed }): string =>
    key === 'bank'
      ? 'Add “bank: { by: accountant }” with the role that loads statements, or write “believes: one_c”.'
      : 'Declare one under “invoices”, or write “sends: nothing”.',
  'no-seller': () => 'Invoices are declared, but nobody who sells: no document could name whom to pay.',
  'add-seller': () => 'Write your legal entity under “sellers”, with name, inn, bik and account.',
  'which-seller': ({ pipeline, sellers }: { readonly pipeline: string; readonly sellers: readonly string[] }) =>
    `Invoices of “${pipeline}” could be of several sellers: ${sellers.join(', ')}.`,
  'paid-twice': ({ rule }: { readonly rule: string }) =>
    `“${rule}” writes “paid”, which follows from the payments as soon as a deal has an invoice.`,
  'leave-paid': () => 'Leave “paid” out: what the bank says is booked on the invoices, and “paid” with it.',
  'paid-of-nothing': () => 'The gate asks what is paid of the invoices, but no kind of invoice is declared.',
  'add-invoices': () => 'Declare one under “invoices”, or ask by “must: { paid: … }”.',
  'nobody-signs': ({ id }: { readonly id: string }) =>
    `The gate waits until “${id}” is signed, but the file does not say who signs it.`,
  'add-signed-by': ({ id }: { readonly id: string }) =>
    `Write “signed_by: both” (or us, or client) under documents: ${id}.`,
  'nobody-signs-task': ({ id }: { readonly id: string }) =>
    `The task waits until “${id}” is signed, but the file does not say who signs it.`,
  'never-made': ({ id }: { readonly id: string }) =>
    `No stage makes “${id}”, no gate waits for it and no task is done by it: it is there only for whoever thinks of it.`,
  'add-make': ({ id }: { readonly id: string }) =>
    `Write “make: [${id}]” into a stage, or “done_when: ${id} issued” under the task of whoever makes it.`,
  'made-too-late': ({ id, maker }: { readonly id: string; readonly maker: string }) =>
    `The gate waits for “${id}”, and only a later stage, “${maker}”, makes it.`,
  'make-here': ({ id, stage }: { readonly id: string; readonly stage: string }) =>
    `Write “make: [${id}]” under “${stage}” or a stage before it, or take it out of the gate.`,
  'amount-unknown': ({ id, stage }: { readonly id: string; readonly stage: string }) =>
    `“${stage}” makes the invoice “${id}” on entry, and no gate before it asks for the amount: a deal without one gets none.`,
  'ask-amount': () => 'Add “amount” to “filled” of a gate before it.',
  'kept-in-no-file': ({ field }: { readonly field: string }) =>
    `“${field}” is not a file field, so it leads to no document.`,
  'declare-file': ({ id }: { readonly id: string }) => `Declare “${id}: { type: file }” under “fields”.`,
  'document-is-invoice': ({ id }: { readonly id: string }) =>
    `“${id}” is a kind of invoice too: stages would not know which of both to make.`,
  'not-made-after': ({ text }: { readonly text: string }) =>
    `“${text}” does not say when it is made: “after” and an event; on entry it stands alone.`,
  'not-done-when': ({ text }: { readonly text: string }) =>
    `“${text}” does not say what closes the task: a document or an invoice, and what is done to it.`,
  'no-such-paper-fact': ({ paper, fact }: { readonly paper: string; readonly fact: string }) =>
    `“${fact}” is not something that is done to “${paper}”.`,
  'not-a-vat': ({ text }: { readonly text: string }) => `“${text}” is not a VAT rate.`,
  'not-a-first-number': ({ text }: { readonly text: string }) =>
    `“${text}” is not a number to start at: write a whole number, 1 or more.`,
  'not-a-share': ({ text }: { readonly text: string }) =>
    `“${text}” is not a share of a deal: write a percentage above 0%, 100% at most.`,
  'not-a-paid-share': ({ text }: { readonly text: string }) =>
    `“${text}” does not say which part must be paid: “at least” and a percentage above 0%, 100% at most.`,
} as const

const requisites: Readonly<Record<string, (bik: string) => string>> = {
  inn: () => 'INN: it has 10 digits of a company or 12 of a person, and the last ones follow from the others',
  kpp: () => 'KPP: it has 9 signs',
  ogrn: () => 'OGRN: it has 13 digits of a company or 15 of a sole trader, and the last one follows from the others',
  bik: () => 'BIK: it has 9 digits and begins with 04, or with 00, 01 or 02 at the treasury',
  account: (bik) => `account in the bank ${bik}: 20 digits, one of which follows from the others and the BIK`,
  corr_account: (bik) => `account of the bank ${bik}: 20 digits, one of which follows from the others and the BIK`,
}
