import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

const document = ['document_unknown', 'document_state', 'deal_unknown', 'forbidden'] as const

/** What the description of the interface says about documents. */
export const described = {
  chapter: 61,
  operations: {
    makeDocument: {
      tag: 'Documents',
      summary: 'Make the draft of a document',
      description:
        'By the Word template the rules in force were published with. A draft of that kind that is there already is made anew. It has no number before it is issued.',
      refusals: [
        'deal_unknown',
        'forbidden',
        'documents_unset',
        'field_value',
        'document_needs',
        'document_state',
        'document_unknown',
        'template_unknown',
      ],
    },
    readDocuments: { tag: 'Documents', summary: 'All documents of a deal', refusals: ['deal_unknown'] },
    readDocument: { tag: 'Documents', summary: 'One document', refusals: ['document_unknown'] },
    removeDraft: { tag: 'Documents', summary: 'Take a draft away', refusals: [...document] },
    readDocumentFile: {
      tag: 'Documents',
      summary: 'An address at which the Word file can be read for a minute',
      refusals: ['document_unknown', 'template_unknown'],
    },
    confirmForm: {
      tag: 'Documents',
      summary: 'Confirm a genitive of a draft, or put it right',
      description: 'Genitives are suggested; a document is issued only when somebody has looked at all of them.',
      refusals: [...document, 'field_value'],
    },
    issueDocument: {
      tag: 'Documents',
      summary: 'Issue a document',
      description:
        'It gets the next number of its seller and series, without gaps, in the transaction that issues it, and does not change any more.',
      refusals: [...document, 'document_needs', 'documents_unset'],
    },
    sendDocument: { tag: 'Documents', summary: 'Say that a document has gone to the client', refusals: [...document] },
    signDocument: {
      tag: 'Documents',
      summary: 'Say who has signed a document',
      description: 'With the signed copy among the files of the deal. When all have signed, the deal hears of it.',
      refusals: [...document, 'file_unknown'],
    },
    refuseDocument: { tag: 'Documents', summary: 'Say that the client does not sign', refusals: [...document] },
    cancelDocument: {
      tag: 'Documents',
      summary: 'Cancel a document',
      description: 'It keeps its number.',
      refusals: [...document],
    },
    readRegisterCsv: {
      tag: 'Documents',
      summary: 'The register of documents and invoices of a year as CSV',
      description:
        'Of all kinds for whoever sees all deals, else of those the file lets them issue. UTF-8 with a byte order mark, semicolons, CRLF. It goes on record.',
      refusals: ['forbidden'],
    },
    readRegisterXlsx: {
      tag: 'Documents',
      summary: 'The register of documents and invoices of a year as a workbook for Excel',
      description: 'Texts stay texts, sums and days are such. It goes on record.',
      refusals: ['forbidden'],
    },
    loadRegister: {
      tag: 'Documents',
      summary: 'Load contracts, other documents and invoices that another system has issued',
      description:
        'A table (.xlsx, .csv) whose columns have names: document, number, date, client, INN, sum, and where there are paid, due date, state, deal, our company. They keep their numbers and hang on deals that are there: the one a row names, else the only one of the client with that INN. Loaded twice they are there once. With `dryRun` it says the same and keeps nothing. Whoever issues a kind may load it.',
      refusals: ['forbidden', 'field_value', 'file_unknown', 'register_unreadable'],
    },
    sendTemplate: {
      tag: 'Documents',
      summary: 'Send a file to publish rules with',
      description:
        'The template of a document, a Word file of 5 MB at most without macros; or the words of a consent, plain text (.md or .txt) of 200 kB at most. Rules are then published with its path and its hash under `files`.',
      refusals: ['field_value', 'template_unknown', 'file_unknown'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
