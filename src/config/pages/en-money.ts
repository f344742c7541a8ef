import type { PageText } from './page'

/** English pages: our legal entities, invoices and what is paid. */
export const enMoney = {
  'unknown-seller': {
    title: 'A seller that is not declared',
    means: 'A direction names one of your legal entities, and this name is not one of those under “sellers”.',
    why: 'Nobody could be named in its invoices.',
    mend: 'Take the seller that is offered, or describe the legal entity under “sellers”.',
  },
  'unknown-series': {
    title: 'A series of numbers that is not declared',
    means: 'An invoice takes its number from a series that is not under “numbers”.',
    why: 'The invoice could not be issued: it would have no number.',
    mend: 'Take the series that is offered, or write one under “numbers”, such as “invoices: { like: "{n}" }”.',
  },
  'unknown-invoice': {
    title: 'A kind of invoice that is not declared',
    means: 'A gate asks for an invoice that is not under “invoices”, or what is paid where there are none.',
    why: 'Nobody could issue it, so the gate would never open.',
    mend: 'Take the kind that is offered, or declare it under “invoices”.',
  },
  'unknown-document': {
    title: 'A document that is not declared',
    means: 'A stage makes a document, or a gate wants it signed, that is not under “documents”.',
    why: 'Nobody could make it, so the gate would never open.',
    mend: 'Take the document that is offered, or declare it under “documents” with its template.',
  },
  'signed-needs-signed_by': {
    title: 'A signature that nobody gives',
    means: 'A gate wants a document signed, and the file does not say who signs it.',
    why: 'It would never count as signed, so the gate would never open.',
    mend: 'Write “signed_by: both”, “us” or “client” under the document, or take it out of “signed”.',
  },
  'consent-text-missing': {
    title: 'A consent without its words',
    means:
      'Under “text” of a consent stands a file that is set in type (.pdf, .docx, .html), or one that is not there, is empty, or no plain text.',
    why: 'Nobody could show later what a client had agreed to.',
    mend: 'Name a file in plain text (.md or .txt) that lies beside the rules, or write the words themselves under “text”; every version of the rules keeps them.',
  },
  'personal-data-abroad': {
    title: 'Personal data in the wrong country',
    means:
      'The rules say of whose citizens personal data is, and it is kept, or would be by this deployment, in another country than it has to be.',
    why: 'Data of citizens of Russia has to be recorded in Russia first; a company that does otherwise is fined, and more with every repetition.',
    mend: 'Write the country of your machines under “stored_in”, and keep them there: Norma runs whole on one machine of yours.',
  },
  'keep-shorter-than-law': {
    title: 'Kept for less time than a law wants',
    means: 'Under “keep” stands that papers of a contract are erased before a law of the country allows it.',
    why: 'Books and contracts are asked for years later, by the tax office most of all, and what is erased does not come back.',
    mend: 'Write the time that is offered, or ask a lawyer why another one is right.',
  },
  'document-never-made': {
    title: 'A document nobody is brought to make',
    means:
      'A document is declared, and nothing in the rules leads to it: no stage makes it, no gate or task waits for it.',
    why: 'It can be made by hand, but nobody is told to, and it will be forgotten.',
    mend: 'Let a stage make it (“make”), let a gate wait for it (“signed”), or close a task by it (“done_when”).',
  },
  'gate-needs-never-made': {
    title: 'A gate that waits for what comes later',
    means: 'A gate wants a document signed or an invoice issued that only a stage behind it makes.',
    why: 'Deals would stand at the gate until somebody made it by hand.',
    mend: 'Make it in the stage of the gate or before, or move the condition to the gate of the later stage.',
  },
  'invoice-amount-unknown': {
    title: 'An invoice of an amount nobody has said',
    means: 'A stage makes an invoice on entry, and no gate before it asks for the amount of the deal.',
    why: 'A deal without an amount gets no invoice: there is nothing to pay.',
    mend: 'Add “amount” to “filled” of a gate before that stage.',
  },
  'unknown-client-field': {
    title: 'Something that no card of a client says',
    means:
      'Something is asked of a client that is not declared under “clients”, or clients are asked where only the deal can be.',
    why: 'Nobody could fill it in, so the gate would never open and the condition never hold.',
    mend: 'Take the name that is offered, declare the field under “clients: kinds”, or ask in a condition or in “filled”.',
  },
  'client-role-of-wrong-kind': {
    title: 'A field of the other kind of client',
    means: 'A gate asks a person for what only companies have, or a company for what only people have.',
    why: 'Nobody could fill it in, so the gate would never open.',
    mend: 'Ask for another field, or say by “of” that the role is of the other kind.',
  },
  'inn-of-person': {
    title: 'The INN of a contact person',
    means: 'A gate or a condition asks a person in a role for an INN.',
    why: 'People rarely give theirs, and contracts and invoices need that of who buys: the deal would wait for a number nobody has.',
    mend: 'Ask for “client.inn”, or for the company’s INN in a role of companies.',
  },
  'gate-needs-role-nobody-sets': {
    title: 'A role that nobody is asked for',
    means:
      'A gate compares what is known of a client in a role, and no gate or task up to there asks for somebody in it.',
    why: 'The manager would learn of the role only when the gate stops the deal, by a value that stands nowhere.',
    mend: 'Add the name of the role’s client to “filled”, or write a task whose text names them in braces.',
  },
  'personal-in-text': {
    title: 'Something personal outside of the card',
    means: 'A number, an address or something else of a person stands in a text or a field of deals.',
    why: 'Texts and fields go into events, reports and files, where rights do not hide them and erasure does not reach them.',
    mend: 'Keep it on the client’s card and ask for it there; name a client in a text by “{client.name}”.',
  },
  'mask-without-reader': {
    title: 'Numbers that nobody may see',
    means: 'Under “see: contacts” it is “no” for whose client it is, for their department and for everybody else.',
    why: 'Nobody could call or write to a client, and no right would help: the file is the most that rights open.',
    mend: 'Write “owner: always”, or “owner: masked” where even they shall ask for each number, which is kept.',
  },
  'duplicates-link-too-wide': {
    title: 'A lead would be recognised by too little',
    means: 'Under “duplicates: link” stands a number, an address or a name by itself.',
    why: 'Switchboards, common boxes and namesakes: strangers become one client, and a lead goes to the wrong manager.',
    mend: 'Write “phone with name” or “email with name”: then the names have to agree. The rest is proposed to a person.',
  },
  'requisite-check-digit': {
    title: 'A requisite that cannot be right',
    means: 'An INN, OGRN or account holds digits that follow from the others, and here they do not.',
    why: 'A payment by it would go astray or come back, and the tax service would not take the document.',
    mend: 'Compare it with the card of the company digit by digit. Write it in quotes, or a nought in front is lost.',
  },
  'number-pattern-without-n': {
    title: 'A number that does not count',
    means: 'The pattern of a series has no {n}, has two, or something in braces that means nothing.',
    why: 'Two documents would have the same number.',
    mend: 'Write {n} once, {n:3} for three digits at least, and {year} if the year is to be seen.',
  },
  'seller-missing': {
    title: 'Invoices of nobody',
    means: 'Invoices are declared, but no seller, or there are several and a direction does not say which is its own.',
    why: 'It would be unclear on whose account the client pays.',
    mend: 'Describe your legal entity under “sellers”; where there are several, write “seller: …” into each direction.',
  },
  'two-writers-of-paid': {
    title: 'Two who say what is paid',
    means: 'An automation writes “paid”, though it follows from the payments once a deal has an invoice.',
    why: 'The two would contradict each other, so Norma refuses to write it by hand or by rule then.',
    mend: 'Leave “paid” out of “set”.',
  },
} as const satisfies Readonly<Record<string, PageText>>
