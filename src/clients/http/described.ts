import type { ChapterOf } from '#http/described'

import type { operations } from './operations'

const changing = ['forbidden', 'client_unknown', 'version_conflict'] as const
const owning = [
  'employee_unknown',
  'employee_inactive',
  'employee_lacks_right',
  'client_requisite',
  'field_value',
] as const

const fileRefusals = ['forbidden', 'field_value', 'field_unknown', 'reading_budget'] as const
const fileSaid =
  'At most 20,000 clients that the caller may see, with numbers and addresses as on cards: open for own clients, masked for others. It goes on record, and other people’s clients count for the budget of reading.'

/** What the description of the interface says about clients. */
export const described = {
  chapter: 85,
  operations: {
    listClients: {
      tag: 'Clients',
      summary: 'Clients by name, a page at a time',
      description:
        'Of one employee, or of all whose clients the caller may see, narrowed by what a card says. Of a list that is narrowed a page may hold fewer than asked for, and still have another after it.',
      refusals: ['forbidden', 'field_value', 'field_unknown'],
    },
    readClientsCsv: {
      tag: 'Clients',
      summary: 'The list of clients as CSV, with all its rows',
      description: fileSaid,
      refusals: fileRefusals,
    },
    readClientsXlsx: {
      tag: 'Clients',
      summary: 'The list of clients as a workbook for Excel, with all its rows',
      description: fileSaid,
      refusals: fileRefusals,
    },
    changeClients: {
      tag: 'Clients',
      summary: 'Give many clients to somebody else, or fill in a field of theirs',
      description: 'Each card by itself: what could not be changed is answered with why, and stays as it is.',
      refusals: ['field_value'],
    },
    createClient: {
      tag: 'Clients',
      summary: 'Make a client’s card',
      description: 'Whoever comes in with a deal gets a card by itself. Requisites are checked by their check digits.',
      refusals: ['forbidden', ...owning, 'client_way', 'version_conflict'],
    },
    readClient: {
      tag: 'Clients',
      summary: 'A client’s card',
      description:
        'Numbers and addresses are open to whose client it is, and masked for anybody else, who reveals them one by one. Who has a deal of a client sees the client.',
      refusals: ['forbidden', 'client_unknown'],
    },
    updateClient: {
      tag: 'Clients',
      summary: 'Change a client’s card',
      description: 'What the card said before is kept for 30 days.',
      refusals: [...changing, ...owning, 'precondition_failed', 'erasure_state'],
    },
    addClientWay: {
      tag: 'Clients',
      summary: 'Add a number or an address',
      refusals: [...changing, 'client_way', 'precondition_failed', 'erasure_state'],
    },
    removeClientWay: {
      tag: 'Clients',
      summary: 'Take a number or an address away',
      refusals: [...changing, 'client_way_unknown', 'precondition_failed'],
    },
    revealClientWay: {
      tag: 'Clients',
      summary: 'Show a number or an address in full',
      description: 'Who asked is kept first: where that fails, nothing is shown.',
      refusals: [
        'reading_budget',
        'forbidden',
        'client_unknown',
        'client_way_unknown',
        'client_reading_unkept',
        'erasure_kept',
      ],
    },
    linkClients: {
      tag: 'Clients',
      summary: 'Link a person and a company, or change what is said of it',
      refusals: ['forbidden', 'client_unknown', 'client_link', 'erasure_state'],
    },
    unlinkClients: {
      tag: 'Clients',
      summary: 'Take a link away',
      refusals: ['forbidden', 'client_unknown', 'client_link'],
    },
    readClientDeals: {
      tag: 'Clients',
      summary: 'Deals of a client that the caller may see',
      refusals: ['forbidden', 'client_unknown'],
    },
    readClientReaders: {
      tag: 'Clients',
      summary: 'Who was shown how to reach a client',
      refusals: ['forbidden', 'client_unknown'],
    },
    listDuplicates: {
      tag: 'Clients',
      summary: 'Cards that may be one client',
      description:
        'The likeliest first, of those whose cards the caller may see both. A new card is compared with whoever shares a number, an address or an INN at once; all cards are compared every night.',
      refusals: ['forbidden'],
    },
    keepClientsApart: {
      tag: 'Clients',
      summary: 'Say that two cards are not one client',
      description: 'For everybody, and for good: they are not proposed again.',
      refusals: ['forbidden', 'client_unknown', 'merge_blocked'],
    },
    dropClientsApart: {
      tag: 'Clients',
      summary: 'Open again whether two cards are one client',
      refusals: ['forbidden', 'client_unknown', 'merge_blocked'],
    },
    mergeClients: {
      tag: 'Clients',
      summary: 'Make one card of two, or see what that would make',
      description:
        'Numbers, addresses, links and deals of both stay; of other values the winner’s, unless `take` says otherwise or the winner has none. From the answer on the loser’s id leads to the winner. Within 30 days it can be undone.',
      refusals: [...changing, 'precondition_failed', 'field_unknown', 'merge_blocked'],
    },
    listMerges: {
      tag: 'Clients',
      summary: 'Merges that can be undone',
      description: 'Of the last 30 days, the newest first, at most 50.',
      refusals: ['forbidden'],
    },
    linkDealClient: {
      tag: 'Deals',
      summary: 'Put a client into a deal',
      description:
        'As who buys (`client`), who takes the place of the one before, or in a role of the rules, as far as that has room. Gates see it at the next move.',
      refusals: [
        'forbidden',
        'deal_unknown',
        'client_unknown',
        'client_role',
        'version_conflict',
        'precondition_failed',
      ],
    },
    unlinkDealClient: {
      tag: 'Deals',
      summary: 'Take a client out of a deal',
      refusals: ['forbidden', 'deal_unknown', 'client_role', 'version_conflict', 'precondition_failed'],
    },
    undoMerge: {
      tag: 'Clients',
      summary: 'Make two cards of one again, or see what that would make',
      description:
        'What nobody has touched since is as it was. What came since stays with the winner and is named in the answer.',
      refusals: ['forbidden', 'merge_unknown', 'merge_final', 'version_conflict'],
    },
    askErasure: {
      tag: 'Clients',
      summary: 'Ask for a client to be erased',
      description: 'Nothing is erased before somebody else confirms it.',
      refusals: ['forbidden', 'client_unknown', 'erasure_state'],
    },
    readErasure: {
      tag: 'Clients',
      summary: 'How far an erasure is, and its act',
      refusals: ['forbidden', 'client_unknown', 'erasure_unknown'],
    },
    confirmErasure: {
      tag: 'Clients',
      summary: 'Confirm an erasure, and erase',
      description:
        'By somebody else than who asked. Everything that is kept of the client is erased, in every room and in its deals; the act names each place and no value. While what a contract or a document leaves behind has to be kept, the client is restricted instead: nobody is shown how to reach them or writes to them, and it is erased after the day that is said.',
      refusals: ['forbidden', 'client_unknown', 'erasure_unknown', 'erasure_state', 'version_conflict'],
    },
    readPersonalPackage: {
      tag: 'Clients',
      summary: 'Everything that is kept of a client',
      description: 'For a client who asks what is. That it was handed out is kept first, like a number that is shown.',
      refusals: ['forbidden', 'client_unknown'],
    },
    readPersonalPackagePage: {
      tag: 'Clients',
      summary: 'The same as a page to be printed',
      description:
        'One HTML file that loads nothing: all that the package says, in words, in the language of whoever asks or of `lang`. A browser prints it or saves it as PDF. It is kept that it was handed out, and the request is answered, as with the package.',
      refusals: ['forbidden', 'client_unknown'],
    },
    askRequest: {
      tag: 'Clients',
      summary: 'Write down what a client asks of what is kept of them',
      description:
        'Access, correction, erasure or objection. It is a task of whoever answers for personal data, due as the rules or the law say. To be erased is asked with it. The same is asked once at a time.',
      refusals: ['forbidden', 'client_unknown', 'request_state', 'field_value', 'version_conflict', 'erasure_state'],
    },
    readRequests: {
      tag: 'Clients',
      summary: 'What a client has asked of what is kept of them',
      description: 'The newest first, with what was answered. Words are for whoever may change the card or answers.',
      refusals: ['forbidden', 'client_unknown'],
    },
    answerRequest: {
      tag: 'Clients',
      summary: 'Answer what a client has asked',
      description:
        'By whoever has its task, or may change people. Access is answered by handing out what is kept, erasure by erasing: those close the request, and only a refusal is written here. Of a client who is left alone every consent to be written to is revoked.',
      refusals: ['forbidden', 'client_unknown', 'request_unknown', 'request_state', 'version_conflict'],
    },
    listOpenRequests: {
      tag: 'Clients',
      summary: 'Requests of clients that are not answered',
      description:
        'Those due first in front: one’s own, and all of them for whoever may change people. A page may hold fewer than asked for.',
      refusals: ['forbidden'],
    },
    listErasedByRules: {
      tag: 'Clients',
      summary: 'Whom the rules erase in a month',
      description:
        'By `clients.personal_data.keep`: announced, erased, or kept because something has happened since. Ids and no names; at most 500, with how far the round through all cards is.',
      refusals: ['forbidden'],
    },
    readConsents: {
      tag: 'Clients',
      summary: 'What a client has agreed to and revoked',
      description: 'With what the rules ask for and nothing was said of yet.',
      refusals: ['forbidden', 'client_unknown'],
    },
    readConsentText: {
      tag: 'Clients',
      summary: 'What a client has agreed to, in the words they saw',
      description:
        'The words of the rules of that time, of the file they were published with, or those that a site told. Where nothing but a hash was told, that alone.',
      refusals: ['forbidden', 'client_unknown', 'consent_unknown'],
    },
    giveConsent: {
      tag: 'Clients',
      summary: 'Write down that a client has agreed',
      description:
        'With the wording they saw, its SHA-256, the page and the time. Of the wording of the rules in force the SHA-256 is filled in.',
      refusals: ['forbidden', 'client_unknown', 'consent_unknown', 'consent_unfit', 'erasure_state'],
    },
    revokeConsent: {
      tag: 'Clients',
      summary: 'Write down that a client has revoked a consent',
      description: 'From then on nobody writes to them by what the consent is for. Revoking it again changes nothing.',
      refusals: ['forbidden', 'client_unknown', 'consent_unknown'],
    },
    readReading: {
      tag: 'Clients',
      summary: 'What somebody read of clients on a day',
      description: 'For whoever leads them and for whoever may change people.',
      refusals: ['forbidden', 'employee_unknown'],
    },
    readLeak: {
      tag: 'Clients',
      summary: 'Whose data somebody may have carried away',
      description:
        'Every client whose card they opened in a time, how many people that are, what they had listed and shown, and the files they took out: what an authority is told after a leak.',
      refusals: ['forbidden', 'employee_unknown', 'field_value'],
    },
    allowReading: {
      tag: 'Clients',
      summary: 'Let somebody read on today',
      description:
        'Whoever has read twice the budget of a day is shown no more numbers until whoever leads them allows it, with a reason that stays on record.',
      refusals: ['forbidden', 'employee_unknown'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
