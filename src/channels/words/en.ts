/** Why nothing was done with channels, in English, by code. */
export const en = {
  integration_unknown: ({ id }: { id: string }) => `Nothing is connected under “${id}”.`,
  ordered_no_template: ({ id }: { id: string }) => `The rules have no template “${id}” any more.`,
  ordered_no_way: 'The client has written by no messenger or mailbox that is connected here.',
  ordered_no_client: 'Somebody has marked them as not a client.',
  ordered_no_consent: ({ consent }: { consent: string }) =>
    `The client has not agreed to “${consent}”. Ask them, and write it down on their card.`,
  ordered_empty: ({ known }: { known: readonly string[] }) => `Nothing is known yet of: ${known.join(', ')}.`,
  not_sent_unconnected: 'Nothing is connected there any more.',
  not_sent_given_up: 'It could not be sent for a day.',
  not_sent_revoked: ({ consent }: { consent: string }) => `The client has revoked “${consent}”.`,
  not_sent_restricted: ({ until }: { until: string }) => `The client is to be erased and is only kept until ${until}.`,
  'field_value.client_restricted': ({ until }: { until: string }) =>
    `The client is to be erased and is only kept until ${until}: nobody writes to them.`,
  not_sent_no_server: 'No mail server to send by is set.',
  not_sent_inside: ({ address }: { address: string }) => `Nothing is sent by ${address}: its address leads inside.`,
  unread_missing: ({ names }: { names: readonly string[] }) =>
    names.length === 1 ? `“${names.join('')}” is missing.` : `One of these is missing: ${names.join(', ')}.`,
  unread_notices: ({ most }: { most: number }) => `Send 1 to ${most} notices at once.`,
  unread_word: ({ name, value, known }: { name: string; value: string; known: readonly string[] }) =>
    `“${name}” is “${value}”: write ${known.join(', ')}.`,
  unread_instant: ({ name, value }: { name: string; value: string }) =>
    `“${name}” is “${value}”: write an instant such as 2026-12-01T07:00:00Z.`,
  unread_ami: 'No line begins with “Event:”: this is not a message from Asterisk.',
  unread_form: 'The form has no fields.',
  unread_json: ({ name }: { name: string }) => (name === '' ? 'The body is not JSON.' : `“${name}” is not JSON.`),
  unread_object: 'The body is not a JSON object.',
  unread_alphabet: 'The body is not text in the encoding it names.',
  unread_event: ({ event }: { event: string }) => `The event “${event}” is not known.`,
  unread_sender: 'The mail does not say who it is from.',
  unread_forged: ({ from }: { from: string }) =>
    `The mail says it is from ${from}, and the check of its sender (DMARC) failed: nothing was done.`,
  mail_sealed:
    'The mail is encrypted (S/MIME), and Norma has no key to it. The attached file is all of it: open it in a mail program, or ask for it without encryption.',
  unread_adapter: ({ id }: { id: string }) => `No adapter is called ${id}.`,
  unread_broke: ({ why }: { why: string }) => `It could not be read: ${why}. Tell whoever looks after Norma.`,
  unread_not_fetched: ({ name, id }: { name: string; id: string }) =>
    `A mail in ${name} (UID ${id}) could not be fetched: look for it in the mailbox.`,
  mail_in_not_theirs: ({ from }: { from: string }) =>
    `The address it was sent to was not given to ${from}, or is not good any more: nothing was done.`,
  mail_in_nobody: ({ from }: { from: string }) =>
    `The mail of ${from} goes to no client and forwards nothing of one: nothing was done.`,
  mail_in_machine: ({ from, most }: { from: string; most: number }) =>
    `More than ${most} mails of ${from} within two hours: something answers by itself.`,
  talk_unknown: ({ id }: { id: string }) => `There is no talk “${id}”, or it is somebody else’s.`,
  'client_unknown.talk': ({ id }: { id: string }) => `There is no client “${id}”, or it is somebody else’s.`,
  'forbidden.talk_program': 'A program cannot take a talk: sign in as somebody of the company.',
  'field_value.no_way_to_write':
    'There is nothing to write by: the client has written by no messenger that is connected here. Call them.',
  'field_value.consent_revoked': ({ consent }: { consent: string }) =>
    `The client has revoked “${consent}”: nobody may write to them by this. If they have agreed again, write it down on their card.`,
  'field_value.approved_template': ({ id, known }: { id: string; known: readonly string[] }) =>
    known.length === 0
      ? `“${id}” is not an approved template: there are none that text alone fills.`
      : `“${id}” is not an approved template. There are: ${known.join(', ')}.`,
  'field_value.template_places': ({ id, count }: { id: string; count: number }) =>
    `The template “${id}” has ${count} places: give a text for each of them, and for no other.`,
  'field_value.no_templates': ({ name }: { name: string }) =>
    `No templates can be written by ${name}: either it knows none, or the id of its account was not entered.`,
  'field_value.templates_not_told': ({ name, why }: { name: string; why: string }) =>
    `${name} did not say which templates are approved (${why}). Try again in a minute.`,
  'field_value.text_or_template': 'Write a text, or name a template: one of the two.',
  'field_value.window_closed': ({ name, until }: { name: string; until: string }) =>
    `By ${name} free text could be sent until ${until}: now only an approved template may be sent, where there are any, or the client has to write first. Call them, or write by another messenger.`,
  'field_value.mailbox': ({ address }: { address: string }) =>
    `“${address}” is not an e-mail address. Write one such as sales@in.shop.example.`,
  'field_value.api': ({ api }: { api: string }) =>
    `“${api}” is not the address of an API. Write one such as https://api.telegram.org.`,
  'forbidden.recording':
    'You may not listen to calls of whoever spoke here. Whoever looks after the people can give you the right to.',
  'field_value.call_unknown': ({ id }: { id: string }) => `There is no call “${id}” in this talk.`,
  'field_value.no_recording': ({ id, count }: { id: string; count: number }) =>
    count === 0 ? `The call “${id}” was not recorded.` : `The call “${id}” has ${count} recordings, counted from 0.`,
  'field_value.deal_of_another': ({ id, known }: { id: string; known: readonly string[] }) =>
    known.length === 0
      ? `“${id}” is not an open deal of this client: they have none.`
      : `“${id}” is not an open deal of this client; there are: ${known.join(', ')}.`,
  'field_value.recording_waits':
    'The recording is on its way from the provider of the call: try again in a few minutes.',
  'field_value.recording_gone': ({ at }: { at: string }) =>
    `The recording of the call of ${at} is gone: it was kept as long as the rules say.`,
  'field_value.recording_no_address':
    'The provider tells of the recording by number alone: listen to it in their account.',
  'field_value.recording_bad_address':
    'The recording lies at an address that nothing is fetched from: listen to it in the provider’s account.',
  'field_value.recording_not_there': 'The provider has not handed the recording over, however often it was asked for.',
  'field_value.recording_too_large': 'The recording is larger than 50 MB: listen to it in the provider’s account.',
  'field_value.recording_no_sound':
    'What the provider handed over is not a sound recording: listen to it in their account.',
  not_sent_unsure: 'Nobody knows whether it left: look whether it arrived, and say so.',
  'field_value.message_unknown': ({ id }: { id: string }) => `There is no message “${id}” in this talk.`,
  'field_value.message_certain': 'It is known what became of this message: nobody has to say.',
  'field_value.no_attachment': ({ id, count }: { id: string; count: number }) =>
    count === 0
      ? `Nothing came with the message “${id}”.`
      : `That is not kept: ${count} came with the message “${id}”, counted from 0, and what is larger than 20 MB is only named.`,
  'field_value.only_by_mail': ({ name }: { name: string }) =>
    `By ${name} there are neither subjects nor files: leave them out, or write by mail.`,
  'field_value.file_of_deal': ({ id }: { id: string }) =>
    `There is no file “${id}” on this deal. Attach it to the deal first.`,
  'field_value.files_too_large': ({ megabytes }: { megabytes: number }) =>
    `The files have ${megabytes} MB together: by mail at most 20 MB go.`,
  'field_value.field_kind': ({ to, known }: { to: string; known: readonly string[] }) =>
    `“${to}” is not something that a form asks for. Write one of: ${known.join(', ')}.`,
  'field_value.no_number': 'Nobody can be rung here: no telephone number is known in this talk.',
  'field_value.no_dialler':
    'No exchange that is connected can call for you. Ask whoever looks after the integrations to enter your extension and the key for commands.',
  'field_value.dialled_just_now': ({ name }: { name: string }) =>
    `“${name}” was asked for this call a moment ago. If your telephone does not ring within ten seconds, try again.`,
  'field_value.not_dialled': ({ name, why }: { name: string; why: string }) =>
    `“${name}” does not call: ${why}. Try again in a minute, or call from your own telephone.`,
  'field_value.order_untaken': ({ name }: { name: string }) =>
    `Nobody takes calls for “${name}”: the program beside the exchange (norma pbx) has not asked for any. Call from your own telephone, and tell whoever looks after the integrations.`,
  'field_value.order_unsaid': ({ name }: { name: string }) =>
    `“${name}” was asked to call and has not said whether it does. If your telephone does not ring within ten seconds, try again.`,
  'field_value.nobody_to_answer': 'A deal needs somebody: neither a name nor a number nor an address was left here.',
  'forbidden.channels':
    'You may not see or change what is connected. Ask somebody who may connect telephones and forms.',
  'version_conflict.integration': ({ id }: { id: string }) => `Somebody else changed “${id}” just now. Read it again.`,
  'field_value.integration_taken': ({ id }: { id: string }) =>
    `Something is connected under “${id}” already. Choose another name for the address.`,
  'field_value.too_many_integrations': ({ most }: { most: number }) =>
    `${most} things are connected, and there cannot be more.`,
  'field_value.secret_unknown': ({ name, known }: { name: string; known: readonly string[] }) =>
    `There is no secret “${name}” here; there are: ${known.join(', ') || 'none'}.`,
  'field_value.zone': ({ zone }: { zone: string }) => `“${zone}” is not a time zone. Write one such as Europe/Moscow.`,
  'field_value.origin': ({ origin }: { origin: string }) =>
    `“${origin}” is not the origin of a site. Write one such as https://shop.example, without a path.`,
  'field_value.thanks': ({ thanks }: { thanks: string }) =>
    `“${thanks}” is not the address of a page. Write one such as https://shop.example/thanks.`,
  'field_value.channel_unknown': ({ id, known }: { id: string; known: readonly string[] }) =>
    known.length === 0
      ? `There is no channel “${id}”: the file has no channels. Add it under channels.`
      : `There is no channel “${id}” in the file; there are: ${known.join(', ')}.`,
  'field_value.arrival_unknown': ({ integration, id }: { integration: string; id: string }) =>
    `Nothing of the name “${id}” came by “${integration}”, or it is longer ago than 30 days.`,
  'field_value.request_unknown': ({ id }: { id: string }) => `There is no request “${id}”.`,
} as const
