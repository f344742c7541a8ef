/** Why nothing was done with webhooks, in English, by code. */
export const en = {
  webhook_unknown: ({ id }: { id: string }) => `There is no webhook ${id}.`,
  'forbidden.webhooks': 'You may not see or change webhooks. Ask somebody who has the right to publish rules.',
  webhook_inactive: ({ url }: { url: string }) =>
    `The webhook to ${url} is switched off, so nothing is sent again. Switch it on first.`,
  delivery_unknown: ({ webhook, id }: { webhook: string; id: string }) =>
    `The webhook ${webhook} has no delivery “${id}”.`,
  too_many_webhooks: ({ most }: { most: number }) =>
    `There are ${most} webhooks, and there cannot be more. Remove one.`,
  'precondition_failed.webhook': ({ id }: { id: string }) =>
    `The webhook “${id}” was changed by somebody else in this moment. Read it again and send If-Match with the ETag you get.`,
  'version_conflict.webhook': ({ id }: { id: string }) =>
    `Somebody else changed the webhook ${id} just now. Read it again.`,
  'field_value.what_to_replay': 'Say what to replay: either deliveryId, or from (and to).',
  'field_value.no_time': ({ from, to }: { from: string; to: string }) =>
    `“from” is ${from}, after “to”, which is ${to}: swap the two.`,
  'field_value.no_url': ({ address }: { address: string }) =>
    `“${address}” is not a web address. Write one with https, such as https://example.com/norma.`,
  'field_value.password': ({ host }: { host: string }) =>
    `Leave the name and the password out of the address of ${host}.`,
  'field_value.not_secure': ({ address }: { address: string }) =>
    `“${address}” is not secure: write an address that begins with https://.`,
  'field_value.port': ({ host, port }: { host: string; port: string }) =>
    `Nothing is sent to port ${port} of ${host}: write an address with port 443, which needs no number, or one above 1023.`,
  'field_value.not_public': ({ host }: { host: string }) =>
    `${host} is not on the public internet, so nothing is sent there.`,
  'field_value.nowhere': ({ url }: { url: string }) => `The name in “${url}” leads nowhere. Check how it is spelt.`,
  delivery_event_gone: 'The event is not there any more.',
  delivery_redirected: ({ status }: { status: number }) =>
    `The receiver answered ${status}: redirects are not followed. Enter the address it leads to.`,
  delivery_gone: 'The receiver answered 410: it is gone for good.',
  delivery_answered: ({ status }: { status: number }) => `The receiver answered ${status}, not 2xx.`,
  delivery_late: ({ host }: { host: string }) => `${host} did not answer in time.`,
  delivery_unreached: ({ host, why }: { host: string; fault: string; why: string }) =>
    `${host} could not be reached: ${why.replace(/\.$/, '')}.`,
} as const
