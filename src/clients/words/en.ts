/** Why nothing was done with clients, in English, by code. */
export const en = {
  client_unknown: ({ id }: { id: string }) => `There is no client ${id}.`,
  'forbidden.client_edit': ({ name }: { name: string }) =>
    `You may not change “${name}”. Ask whoever’s client that is, or the head above them.`,
  'forbidden.client_contacts': ({ name }: { name: string }) => `You may not see how to reach “${name}”.`,
  'forbidden.client_contacts_rules': ({ name }: { name: string }) =>
    `The rules of the company show how to reach “${name}” to whose client that is and whom they name, not to you.`,
  'forbidden.clients_of': ({ id }: { id: string }) => `You may not see the clients of “${id}”.`,
  'field_value.client_part': ({ part }: { part: string }) =>
    `“${part}” narrows nothing. Write a column, “=” and what it may be, such as “kind=company”, or “~” and what it has, such as “name~aurora”.`,
  'field_unknown.client_column': ({ id, known }: { id: string; known: readonly string[] }) =>
    `Clients are not narrowed by “${id}”. Write one of ${known.join(', ')}.`,
  'field_value.client_option': ({
    column,
    value,
    known,
  }: {
    column: string
    value: string
    known: readonly string[]
  }) => `“${column}” is never “${value}”. Write one of ${known.join(', ')}.`,
  'field_unknown.client_file': ({ id, known }: { id: string; known: readonly string[] }) =>
    `A file of clients has no column “${id}”. Write some of ${known.join(', ')}.`,
  'field_value.client_file': ({ most }: { most: number }) =>
    `These are more than ${most} clients: too many for one file. Narrow the list, for example to one owner or to companies.`,
  'field_value.nothing_of_clients': () => 'Say what is to change of these clients: “giveTo”, “fields”, or both.',
  'forbidden.client_for': ({ id }: { id: string }) => `You may not make clients of “${id}”.`,
  consent_unknown: ({ id, known }: { id: string; known: readonly string[] }) =>
    `The rules ask for no consent “${id}”. ${known.length === 0 ? 'They ask for none.' : `They ask for: ${known.join(', ')}.`}`,
  'consent_unknown.none': ({ id }: { id: string; known: readonly string[] }) =>
    `The rules ask for no consent “${id}”. Declare it under “consents”.`,
  'consent_unfit.later': ({ at }: { at: string }) => `${at} is still to come. Write when the client has agreed.`,
  'consent_unfit.text': ({ version, now }: { version: string; now: string }) =>
    `The rules say “${now}” now and not “${version}”: write the SHA-256 of the text that the client saw (textSha256).`,
  'consent_unfit.other': ({ version }: { version: string }) =>
    `The text that the client saw is not the wording “${version}” of the rules. Write the version they saw.`,
  'consent_unknown.said': ({ id }: { id: string }) => `The client said nothing of consents under “${id}”.`,
  client_way_unknown: ({ name, way }: { name: string; way: string }) => `“${name}” has no number or address ${way}.`,
  'client_way.phone': ({ text }: { text: string }) =>
    `“${text}” is not a telephone number. Write it with the code of the country, such as +7 495 012-34-56.`,
  'client_way.email': ({ text }: { text: string }) =>
    `“${text}” is not an e-mail address. Write it as in anna@aurora.example.`,
  'client_way.known': ({ name }: { name: string }) => `“${name}” has this number or address already.`,
  'client_requisite.inn': ({ text }: { text: string }) =>
    `“${text}” is not a valid INN: it has 10 digits (12 of a person), and the last of them follow from the others. Check them.`,
  'client_requisite.kpp': ({ text }: { text: string }) =>
    `“${text}” is not a valid KPP: it has 9 characters, such as 773601001.`,
  'client_requisite.ogrn': ({ text }: { text: string }) =>
    `“${text}” is not a valid OGRN: it has 13 digits (15 of a sole trader), and the last follows from the others. Check them.`,
  'client_requisite.bik': ({ text }: { text: string }) =>
    `“${text}” is not a valid BIK: it has 9 digits and begins with 04.`,
  'client_requisite.account': ({ text, bik }: { text: string; bik: string }) =>
    `“${text}” is not a valid account at the bank ${bik}: one of the 20 digits, or the BIK, is wrong.`,
  'client_requisite.account_without_bik': ({ text }: { text: string }) =>
    `Name the BIK of the bank along with the account ${text}.`,
  'client_requisite.of_person': ({ name }: { name: string }) =>
    `“${name}” is a person: KPP and requisites are kept with the company. Link the two.`,
  'client_role.unknown': ({ text, known }: { text: string; known: readonly string[] }) =>
    `“${text}” is not a role that a client can have in a deal: ${['client', ...known].join(', ')}.`,
  'client_role.kind': ({ name, role, of }: { name: string; role: string; of: string }) =>
    `“${name}” cannot be “${role}”: that is ${of === 'person' ? 'a person' : 'a company'}.`,
  'client_role.most': ({ role, most }: { role: string; most: number }) =>
    `There are ${most} clients already who are “${role}”. Take one of them out first.`,
  'client_role.full': ({ most }: { most: number }) => `A deal has ${most} clients at most. Take one out first.`,
  'client_role.absent': ({ id, role }: { id: string; role: string }) =>
    `The client ${id} is not “${role}” in this deal.`,
  'client_role.buyer': ({ name }: { name: string }) =>
    `“${name}” is who buys. Put another client in their place instead of taking them out.`,
  'client_link.kinds': ({ one, other }: { one: string; other: string }) =>
    `“${one}” and “${other}” cannot be linked: a person is linked to a company.`,
  'client_link.dates': ({ from, to }: { from: string; to: string }) =>
    `The first day, ${from}, is after the last, ${to}: swap the two.`,
  'forbidden.client_merge': ({ name }: { name: string }) =>
    `You may not merge the card of “${name}”. Ask the head of whoever’s client that is.`,
  'field_unknown.merge': ({ unknown, known }: { unknown: readonly string[]; known: readonly string[] }) =>
    `The two cards do not differ in ${unknown.join(', ')}. ${known.length === 0 ? 'They say the same: there is nothing to choose.' : `Choose among ${known.join(', ')}.`}`,
  'merge_blocked.self': ({ name }: { name: string }) => `“${name}” is one card already.`,
  'merge_blocked.kinds': ({ one, other }: { one: string; other: string }) =>
    `“${one}” and “${other}” are a company and a person: link them instead.`,
  'merge_blocked.inn': ({ one, other, inn, said }: { one: string; other: string; inn: string; said: string }) =>
    `“${one}” has the INN ${inn} and “${other}” ${said}: these are two taxpayers. Mend the wrong INN first.`,
  'merge_blocked.erased': ({ one, other }: { one: string; other: string }) =>
    `“${one}” is erased, or is to be. If “${other}” is the same client, ask for that to be erased, too.`,
  'merge_blocked.running': ({ one, other }: { one: string; other: string }) =>
    `What belongs to “${one}” or “${other}” is being moved by another merge. Try again in a minute.`,
  'merge_blocked.many': ({ name, count, most }: { name: string; count: number; most: number }) =>
    `“${name}” would be made of ${count} more cards; ${most} is the most.`,
  merge_unknown: ({ id }: { id: string }) => `There is no merge ${id}.`,
  'merge_final.undone': ({ id }: { id: string }) => `The merge ${id} has been undone already.`,
  'merge_final.late': ({ at }: { at: string }) =>
    `This merge could be undone until ${at}. Make a new card for the other client.`,
  'merge_final.erased': ({ name }: { name: string }) =>
    `“${name}” is to be erased as one client. Refuse that request first, if they are two.`,
  'merge_final.inner': ({ name, id }: { name: string; id: string }) =>
    `“${name}” has become a part of another card since. Undo that merge first: ${id}.`,
  'version_conflict.merging': ({ name }: { name: string }) =>
    `What belongs to “${name}” is still being moved. Try again in a minute.`,
  client_reading_unkept: 'Who reads could not be kept, so nothing is shown. Try again in a moment.',
  'precondition_failed.client': ({ name, now }: { name: string; now: number }) =>
    `“${name}” was changed meanwhile: it is at version ${now}. Read it again.`,
  'version_conflict.client': ({ name }: { name: string }) => `Somebody else changed “${name}” just now. Read it again.`,
  erasure_unknown: ({ id }: { id: string }) =>
    `Nobody has asked for the client “${id}” to be erased. Ask for it first, with a reason.`,
  'erasure_state.asked': 'Somebody has asked for it already. Somebody else than they confirms it.',
  'erasure_state.done': 'This client is erased already. The act says what was, and when.',
  request_unknown: ({ id }: { id: string }) =>
    `There is no request “${id}” of this client that is yours to answer. Read what the client has asked.`,
  'request_state.open': ({ until }: { until: string }) =>
    `The client has asked this already, and it is to be answered by ${until}. Answer that first.`,
  'request_state.closed': 'This was answered already. Where the client asks again, write that down as a new request.',
  'request_state.package': 'Hand out what is kept of the client: that is the answer, and closes the request.',
  'request_state.erasure': 'Confirm the erasure: that is the answer, and closes the request.',
  'field_value.request_later': ({ on }: { on: string }) => `${on} is still to come. Write the day on which it came.`,
  'version_conflict.request': 'Somebody else has just written down what this client asks. Read it again.',
  erasure_kept: ({ until }: { until: string }) =>
    `This client is to be erased after ${until}: until then it is kept for what a contract leaves behind, and nobody is shown how to reach them.`,
  'forbidden.erasure': 'Whoever may change people confirms an erasure.',
  'forbidden.erasure_second':
    'You have asked for it yourself: an erasure takes two people. Have somebody else confirm it.',
  'forbidden.package': 'Whoever may change people hands out everything that is kept of a client.',
  reading_budget: ({ cards, reveals, rows, searches }: Record<'cards' | 'reveals' | 'rows' | 'searches', number>) =>
    `You have read twice as much of other people’s clients today as is usual. For a day that is ${cards} cards, ${reveals} numbers, ${rows} rows of lists and files, and ${searches} searches. Ask whoever leads you to allow more today; calls and letters from the deal go on.`,
  'forbidden.reading': 'What somebody read is for whoever leads them and for whoever may change people.',
  'field_value.leak_days': ({ from, to, most }: { from: string; to: string; most: number }) =>
    `From ${from} to ${to} is not a period that can be reported: write the earlier day first, and at most ${most} days.`,
  'forbidden.reading_own': 'Nobody allows themselves to read on: whoever leads you does.',
} as const
