import type { Reach } from '#schemas/people-names'

/** Why somebody does not come in, and what they are told instead, in English, by code. */
export const en = {
  'field_value.password_short': ({ least }: { least: number }) =>
    `The password is too short: take at least ${least} characters. A few words in a row are easy to remember.`,
  'field_value.password_long': ({ most }: { most: number }) => `The password is too long: ${most} characters at most.`,
  'field_value.password_common':
    'Many people have this password, so it is tried first. Take several words that have nothing to do with each other.',
  'field_value.password_simple':
    'A row of keys or the same characters again and again is guessed at once. Take several words that have nothing to do with each other.',
  'field_value.password_digits':
    'Figures alone are found quickly: days and telephone numbers are tried first. Take several words that have nothing to do with each other.',
  'field_value.password_own':
    'Your name, your e-mail or the company’s name is not a password. Take several words that have nothing to do with you.',
  'field_value.password_again': 'The two passwords differ. Type the same one twice.',
  'field_value.password_wrong': 'This is not your present password.',
  'unauthenticated.password': 'This name and this password do not belong together. Check both and try again.',
  'unauthenticated.passkey': 'This passkey is not known here. Sign in with your password, or ask for a new link.',
  'unauthenticated.passkey_failed': 'The passkey was not accepted. Try again.',
  'unauthenticated.passkey_copied': ({ name }: { name: string }) =>
    `There seems to be a copy of the passkey “${name}”: its counter went back. Nobody can sign in with it any more. Sign in with your password or by a new link, remove it under “Signing in” and make another one.`,
  'unauthenticated.ended': 'You were signed out. Sign in again.',
  'unauthenticated.no_email':
    'Your company account has no confirmed e-mail address, so nobody can tell who you are. Ask whoever looks after the accounts to confirm it.',
  'unauthenticated.not_invited': ({ email }: { email: string }) =>
    `Nobody here has the e-mail address ${email}. Ask whoever looks after the employees to add it to your name.`,
  'unauthenticated.two_invited': ({ email }: { email: string }) =>
    `Several people here have the e-mail address ${email}. Ask whoever looks after the employees to leave it to one of them.`,
  'unauthenticated.bound': ({ name }: { name: string }) =>
    `${name} signs in with another company account. Ask whoever looks after the employees for a new link.`,
  'unauthenticated.bound_other': ({ name }: { name: string }) =>
    `This company account is ${name}’s already. Sign in with your own.`,
  too_many_attempts: ({ seconds }: { seconds: number }) =>
    `That went wrong too often. Try again in ${waitEn(seconds)}.`,
  invitation_unknown:
    'This link is not good any more: it was used, it is out of date, or a newer one was made. Ask whoever sent it for a new one.',
  'forbidden.invite': 'You may not invite people.',
  'forbidden.sessions': ({ employee }: { employee: string }) => `You may not see where “${employee}” is signed in.`,
  'ways_elsewhere.provider':
    'People come in with their company account here, by their e-mail address. There is nothing to be sent.',
  'ways_elsewhere.picker': 'In a demo company everybody chooses who to be. There is nobody to invite.',
  'unauthenticated.key_form':
    'This is not one of our keys, or not all of it was copied. Send it whole, from norma_k1_ to its last six characters.',
  'unauthenticated.key':
    'This key is not good: it was taken away, or has a new secret. Ask whoever answers for the program for a new one.',
  'unauthenticated.key_over': ({ name }: { name: string }) =>
    `The key “${name}” has ended. Whoever answers for it gives it a new secret on the page API keys.`,
  'forbidden.keys': 'Keys are made by people who work here, not by programs.',
  'forbidden.company_key': 'Keys of the company are made by whoever may change people. Make one of your own.',
  'forbidden.key_takeover': ({ name }: { name: string }) =>
    `“${name}” stays with whoever answers for it: only keys of the company are given to somebody else, by whoever may change people.`,
  key_unknown: ({ id }: { id: string }) => `There is no key “${id}”, or it is not yours.`,
  key_scope: ({ right, reach }: { right: string; reach: Reach }) =>
    `A key does not reach further than whoever answers for it: ${right} is “${reach}” for them. Ask for that or less.`,
  'key_scope.never': ({ right }: { right: string }) =>
    `No key may have the right ${right}: with it a program could give itself every other. Leave it out.`,
  'key_scope.nothing': 'This key could do nothing. Name at least one right.',
  too_many_keys: ({ most }: { most: number }) =>
    `There are ${most} keys already. Remove one that is not used any more.`,
  'precondition_failed.key': ({ name }: { name: string }) =>
    `“${name}” has been changed since you saw it. Read it again, and send If-Match with the ETag you get.`,
  'version_conflict.key': ({ name }: { name: string }) => `Somebody else changed “${name}” just now. Read it again.`,
  session_unknown: 'This session has ended already.',
  passkey_unknown: 'There is no such passkey.',
  passkey_last: 'This passkey is your only way in. Set a password or make another passkey first.',
} as const

function waitEn(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'a second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
