import { oneOrMore, optional, required, text, value } from '#config/shape/parts'
import { valueKeys } from './field-shape'
import { personalData } from './personal-data-shape'
import type { Shape } from '#config/shape/shape'
import { homeCountries } from '#domain/kernel/phone'
import { contactsSeen } from '#schemas/clients/client-rules'

/** A field of a client’s card. */
const clientField: Shape = {
  is: 'block',
  keys: {
    type: required(
      { is: 'words', words: ['text', 'number', 'percent', 'date', 'choice', 'yes_no'] },
      'What kind of value it holds.',
    ),
    ...valueKeys,
    personal: optional(
      { is: 'words', words: ['yes', 'no'] },
      'Whether it is shown to whose client it is alone, and erased with how to reach them.',
    ),
  },
}

const reserved = [
  'name',
  'inn',
  'kpp',
  'phone',
  'email',
  'legal_name',
  'ogrn',
  'address',
  'bik',
  'account',
  'signer',
  'any',
]

const kind: Shape = {
  is: 'block',
  keys: {
    fields: optional(
      { is: 'table', ids: 'client field', of: clientField, reserved },
      'What is known of such a client.',
    ),
  },
}

/** What a client can be in a deal. */
const clientRole: Shape = {
  is: 'block',
  keys: {
    name: optional(text, 'What people call whoever is that.'),
    of: required({ is: 'words', words: ['company', 'person'] }, 'Whether it is a company or a person.'),
    most: optional(value('a number', 'number'), 'How many clients may be that in one deal.'),
  },
}

/** How much somebody may read on a day. */
const readingLine: Shape = {
  is: 'block',
  keys: {
    who: optional(value('owner_manager or a role', 'head'), 'Whom it is for; everybody without.'),
    cards: optional(value('a number', 'number'), 'How many cards of other people’s clients they may open.'),
    reveals: optional(value('a number', 'number'), 'How many numbers and addresses they may be shown.'),
    rows: optional(value('a number', 'number'), 'How many of them they may have listed, in lists and files.'),
    searches: optional(value('a number', 'number'), 'How often they may search.'),
  },
}

const seen: Shape = { is: 'words', words: contactsSeen }
const hidden: Shape = { is: 'words', words: contactsSeen.slice(1) }

/** The most that anybody sees of a client. */
const see: Shape = {
  is: 'block',
  keys: {
    contacts: optional(
      {
        is: 'block',
        keys: {
          owner: optional(seen, 'Whose client it is.'),
          department: optional(hidden, 'Who works in the department of whose client it is, or leads it or one above.'),
          others: optional(hidden, 'Everybody else.'),
        },
      },
      'How much is seen of numbers and addresses, beside what rights allow.',
    ),
    known: optional(
      oneOrMore('everybody, nobody, owner_manager or a role', 'told_whose'),
      'Who is told whose a client is that they may not see, where they type a whole number, address or INN.',
    ),
  },
}

/** Cards that may be one client. */
const duplicates: Shape = {
  is: 'block',
  keys: {
    link: optional(
      oneOrMore('inn, phone with name, email with name or nothing', 'link_key'),
      'What a new lead is recognised by without anybody being asked; the names have to agree as well.',
    ),
    propose: optional(
      {
        is: 'block',
        keys: { from: required(value('a number such as 6', 'number'), 'From how much speaks for it on.') },
      },
      'Which cards are proposed as one client.',
    ),
    shared_number: optional(
      value('a number of names such as 3', 'number'),
      'A number or an address that so many other names share is a switchboard and recognises nobody.',
    ),
  },
}

/** What the file says of clients. */
export const clientKeys = {
  kinds: optional(
    {
      is: 'block',
      keys: { company: optional(kind, 'Companies.'), person: optional(kind, 'People.') },
    },
    'What is known of clients beside name, requisites, numbers and addresses.',
  ),
  roles: optional(
    { is: 'table', ids: 'client role', of: clientRole, reserved: [...reserved, 'client'] },
    'What clients can be in a deal beside who buys.',
  ),
  home: optional(
    { is: 'words', words: homeCountries },
    'The country in which numbers that do not say theirs are dialled.',
  ),
  owner: optional(
    { is: 'words', words: ['stays', 'follows_deal'] },
    'Whose a client is when a deal of theirs changes hands.',
  ),
  see: optional(see, 'The most that anybody sees of a client; rights decide below it.'),
  duplicates: optional(duplicates, 'What is done of itself where two cards may be one client.'),
  reading: optional(
    {
      is: 'block',
      keys: {
        budgets: optional({ is: 'list', of: readingLine }, 'How much people may read on a day.'),
        alarm: optional(
          oneOrMore('owner_manager or a role', 'head'),
          'Who is told when somebody reads more than that.',
        ),
      },
    },
    'How much of other people’s clients may be read.',
  ),
  personal_data: optional(personalData, 'Where and how long personal data is kept, and who answers for it.'),
}

/** Fields of the deal, or of its clients. */
export const gateFields = oneOrMore('a field', 'gate_field')
