/** Why nothing was done with notices and calendars, in English, by code. */
export const en = {
  notice_unknown: ({ id }: { id: string }) => `There is no notice “${id}” in your inbox.`,
  'precondition_failed.notifications':
    'How you are told was changed elsewhere in this moment. Read it again and send If-Match with the ETag you get.',
  feed_unknown: 'There is no such calendar, or it is not shared any more.',
  'employee_unknown.inbox': ({ id }: { id: string }) => `“${id}” is not an employee, so nobody writes to it.`,
  'field_value.no_email': 'Your e-mail address is not known yet. Somebody who may change employees can enter it.',
  'field_value.post_address': ({ address }: { address: string }) =>
    `“${address}” cannot be posted to. Write an https address, such as https://example.com/norma.`,
  channel_left: 'The channel was switched off, or the address is gone.',
  channel_unset: ({ channel }: { channel: string }) => `The channel ${channel} is not set up here.`,
} as const
