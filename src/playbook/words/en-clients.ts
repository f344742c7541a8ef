import { line } from '#playbook/blocks'
import type { ClientWords } from './client-words'

/** What is said of clients, in English. */
export const enClients: ClientWords = {
  title: 'Whose a client is, and who sees what',
  owner: {
    stays: 'A client stays with whoever had their first deal, whoever gets later ones.',
    follows_deal: 'A client goes along: whoever is given their deal is given the client.',
  },
  seen: {
    owner: {
      always: 'Whose client it is sees numbers and addresses with the card.',
      masked: 'Whose client it is asks for each number and address; who did is kept.',
      no: 'Whose client it is does not see numbers and addresses.',
    },
    department: {
      always: 'Their department sees numbers and addresses with the card.',
      masked: 'Their department and its heads ask for each, as far as their rights go; who did is kept.',
      no: 'Their department and its heads do not see them.',
    },
    others: {
      always: 'Everybody else sees numbers and addresses with the card.',
      masked: 'Everybody else asks for each, as far as their rights go; who did is kept.',
      no: 'Nobody else sees them, whatever their rights.',
    },
  },
  known: {
    everybody: 'Whoever types a whole number, address or INN of somebody else’s client is told whose it is.',
    nobody: 'Whoever types a whole number, address or INN of somebody else’s client is told nothing.',
  },
  knownTo: (people) =>
    line`Of somebody else’s client, by a whole number, address or INN, are told whose it is: ${people}.`,
  keys: { inn: 'INN', 'phone with name': 'telephone number', 'email with name': 'address' },
  linked: (keys) =>
    line`A lead is recognised by ${keys}, where the names agree too. The rest is proposed on the page of duplicates.`,
  notLinked:
    'No lead is recognised by itself: every one gets a card, and what may be one client is proposed on the page of duplicates.',
  shared: (names) =>
    names === 1
      ? 'A number or address that another name has too recognises nobody.'
      : `A number or address that ${names} other names have too recognises nobody.`,
  consents: 'What we ask clients to agree to',
  consent: (name, version, text) => line`${{ strong: name }} (${version}): “${text}”`,
  consentIn: (name, version, file) => line`${{ strong: name }} (${version}): the words are in ${file}.`,
  needed: 'Nothing goes on without it.',
  channels: { mail: 'mail', sms: 'SMS', messenger: 'messenger', call: 'telephone' },
  writtenBy: (channels) => `Whoever has agreed is turned to by ${channels}; whoever revokes it is not any more.`,
}
