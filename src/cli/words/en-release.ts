import { firstStart } from '#domain/kernel/access'
import type { OddSign } from '#domain/kernel/text'
import { oddSignEn } from '#domain/kernel/texts/odd-sign-en'
import { counted } from './lists'
import { momentIn } from './moment'

type Followed = { readonly version: number; readonly done: number; readonly finishedAt?: string | undefined }
type Head = {
  readonly version: number
  readonly restores?: number | undefined
  readonly at: string
  readonly author: string
  readonly note: string
}
type Renamed = {
  readonly version: number
  readonly kind: 'stage' | 'pipeline' | 'role' | 'field' | 'option' | 'paper'
  readonly in?: string | undefined
  readonly from: string
  readonly to: string
}

/** What commands say that plan, publish and look at the rules in force. */
export const enRelease = {
  note_sign: ({ sign }: { sign: OddSign }) => oddSignEn('--note', sign),
  note_missing: 'Say what changes and why: --note "…".',
  release_at: ({ written }: { written: string }) =>
    `--at takes an instant with its zone, such as 2026-12-01T06:00:00+03:00, not “${written}”.`,
  release_past: ({ written }: { written: string }) =>
    `--at ${written} is past already. Write an instant to come, or leave --at out to publish at once.`,
  expected: ({ written }: { written: string }) =>
    `--expected takes the number of a version, such as 41, not “${written}”.`,
  no_plan: ({ file }: { file: string }) => `${file} holds no plan. Write one with: norma plan --format json > ${file}`,
  version: ({ written }: { written: string }) =>
    `Name the version to go back to by its number, such as 41, not “${written}”.`,
  one_version: 'There is only one version: there is nothing to go back to.',
  see_faults: ({ file }: { file: string }) => `See all of them with: norma check ${file}`,
  nothing_published: 'Nothing was published.',
  file_not_planned: 'The file is not the one that was planned any more.',
  in_force_already: ({ version }: { version: number }) => `This text is in force already, as version ${version}.`,
  in_force: ({ version }: { version: number }) => `Version ${version} is in force.`,
  back_in_force: ({ version, to }: { version: number; to: number }) =>
    `Version ${version} is in force. It says what version ${to} said.`,
  back_to: ({ version }: { version: number }) => `Back to version ${version}`,
  scheduled: ({ at, id }: { at: string; id: string }) =>
    `It will be published on ${on(at)}, after another check and plan. Call it off with: norma unschedule ${id}`,
  called_off: ({ id }: { id: string }) => `“${id}” is called off.`,
  followed: ({ count }: { count: number }) => `${counted(count, 'deal has', 'deals have')} followed.`,
  not_all_followed: 'Some have not followed yet; norma status says how far it is.',
  looking: 'Looking at open deals and tasks',
  seating: 'Seating deals',
  // status
  now: ({ version, restores, at, author, note }: Head) =>
    `v${version}${restores === undefined ? '' : ` (back to v${restores})`} is in force since ${on(at)}, ${author === firstStart ? 'from the first start on' : `by ${author}`}${note === '' ? '' : `: ${note}`}`,
  following: ({ version, done, total, since }: { version: number; done: number; total: number; since: string }) =>
    `deals are following v${version}: ${done} of ${total} since ${on(since)}`,
  have_followed: (followed: Followed) => haveFollowed(followed),
  watched: (followed: Followed) => `${haveFollowed(followed)}; it is still watched for latecomers`,
  stuck: ({ deal, why }: { deal: string; why: string }) => `STUCK: the deal ${deal} could not follow: ${why}`,
  judged: ({ deals, version }: { deals: number; version: number }) =>
    `${counted(deals, 'open deal is', 'open deals are')} judged by v${version}`,
  waiting: ({ at, author, note, id }: { at: string; author: string; note: string; id: string }) =>
    `scheduled for ${on(at)} by ${author}: ${note} (${id})`,
  not_published: ({ at, note, id, why }: { at: string; note: string; id: string; why: string }) =>
    `NOT PUBLISHED on ${on(at)}: ${note} (${id}). ${why}`,
  rule_paused: ({ rule, by, reason }: { rule: string; by: string; reason: string }) =>
    `the rule “${rule}” is paused by ${by}: ${reason}`,
  // moved
  nothing_renamed: 'Nothing was ever called otherwise.',
  never_renamed: ({ id }: { id: string }) => `“${id}” never was the name of anything else than it is today.`,
  became: ({ id, ends, to }: { id: string; ends: readonly string[]; to: string }) =>
    `“${id}” became ${ends.join(', ')}, not “${to}”.`,
  renamed: ({ version, kind, in: home, from, to }: Renamed) =>
    `v${version}  ${kind}${home === undefined ? '' : ` of ${home}`}  ${from} → ${to}`,
  // a Norma that runs elsewhere
  who_asks: ({ url }: { url: string }) => `Say who asks ${url}: --token TOKEN, or NORMA_TOKEN.`,
  no_answer: ({ url }: { url: string }) => `No Norma answers at ${url}. Is the address right, and does it run?`,
  token_unknown: ({ url }: { url: string }) =>
    `${url} does not know this token. Give a fresh one with --token, or in NORMA_TOKEN.`,
  strange_answer: ({ url, status }: { url: string; status: number }) =>
    `${url} answered ${status}, which is not an answer from Norma.`,
}

function haveFollowed({ version, done, finishedAt }: Followed): string {
  return `${counted(done, 'deal has', 'deals have')} followed v${version}${finishedAt === undefined ? '' : `, finished on ${on(finishedAt)}`}`
}

function on(instant: string): string {
  return momentIn('en-GB', instant)
}
