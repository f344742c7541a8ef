import { counted, meantEn } from './lists'

type Person = { readonly id: string; readonly roles: readonly string[] }
type Kind = 'deals' | 'targets' | 'employees'
type Demo = Readonly<Record<'people' | 'deals' | 'open' | 'won' | 'completed' | 'lost' | 'cancelled', number>>

type Registered = Readonly<Record<'found' | 'added' | 'known' | 'refused', number>>
type Adopted = Readonly<Record<'deals' | 'made' | 'linked' | 'redacted', number>>

type LeakSum = Readonly<Record<'persons' | 'companies' | 'gone' | 'reveals' | 'rows' | 'searches' | 'taken', number>>

/** What commands say that start a Norma, fill it and look into it. */
export const enNorma = {
  // start
  port: ({ written }: { written: string }) => `--port takes a number from 0 to 65535, not “${written}”.`,
  host: ({ written }: { written: string }) =>
    `--host takes the name of a proxy before Norma, such as norma.example.com, without https:// and without a port, not “${written}”. Norma itself listens to this machine alone.`,
  runs: ({ address, folder }: { address: string; folder: string }) =>
    `Norma runs at ${address}   (data in ${folder}, API described at ${address}/openapi.json)`,
  open_pages: 'Open the pages in a browser:',
  provider_half: '--issuer and --client-id belong together: write both, or none.',
  provider_demo: '--demo lets anybody choose who to be, --issuer does not: leave one of them out.',
  issuer: ({ written }: { written: string }) =>
    `--issuer takes the https address of an OpenID Connect provider, such as https://id.example.com, not “${written}”.`,
  first_link: ({ name }: { name: string }) => `Nobody has signed in yet. ${name} comes in by this link, once:`,
  get_token: 'For the API, get a token in another terminal:',
  then_try: 'Then try:',
  example_title: 'Coffee machines for Aurora',
  no_company: ({ folder }: { folder: string }) =>
    `There is no company in ${folder}. Name the folder of one with --data, or found one there with “norma start --data ${folder}”.`,
  founded: ({ folder, file }: { folder: string; file: string }) =>
    `There was no company in ${folder}: a new one was founded, with the rules of ${file}.`,
  other_rules: ({ version, day, file }: { version: number; day: string; file: string }) =>
    `Rules of this company: version ${version} of ${day}. ${file} was not used; bring it in with: norma publish ${file}`,
  calendar_behind: ({ calendar, years }: { calendar: string; years: readonly number[] }) =>
    `The calendar “${calendar}” of the rules has no holiday in ${years.join(' and ')}: days off count as worked. Write them in with: norma holidays COUNTRY ${years[0] ?? ''} --write`,
  stop: 'Stop it with Ctrl+C; the data stays.',
  stopping: 'Stopping.',
  taking_over: 'Taking over the data of the former version (its files stay as they are)',
  stands_on: ({ name }: { name: string }) => `Everything is kept by ${name}.`,
  letters_wait: ({ count }: { count: number }) =>
    `${counted(count, 'event')} could not be handled and ${count === 1 ? 'lies' : 'lie'} with the dead letters. norma dead-letters shows why, norma redrive tries again.`,
  still_waiting: ({ count }: { count: number }) =>
    `${counted(count, 'message')} of before ${count === 1 ? 'is' : 'are'} still to be handled; tasks and figures follow.`,
  more_acts: ({ count }: { count: number }) =>
    count === 1
      ? '  … and 1 more thing that happened by itself: it stands on its deal.'
      : `  … and ${count} more things that happened by themselves: each stands on its deal.`,
  because: ({ why }: { why: string }) => `  because: ${why}`,
  // token
  token_whom: 'Say who the token is for: --as EMPLOYEE, or --role ROLE.',
  nobody_in_role: ({ role, active }: { role: string; active: readonly Person[] }) =>
    `Nobody active is in the role “${role}”. There are: ${peopleOf(active)}.`,
  employee: ({ id, active }: { id: string; active: readonly Person[] }) =>
    `There is no active employee “${id}”. There are: ${peopleOf(active)}.`,
  // integration
  integration_action: ({ action }: { action: string }) =>
    `There is no “norma integration ${action}”. Write play FOLDER or record NAME.`,
  integration_none: ({ id }: { id: string }) => `Nothing is connected under “${id}”.`,
  play_speed: ({ speed }: { speed: string }) => `“${speed}” is not a speed. Write how many times faster, such as 60.`,
  play_nothing: ({ folder }: { folder: string }) =>
    `There is no recorded day in ${folder}. Write a folder with files such as examples/channels/day.json.`,
  play_file: ({ file, place, wants }: { file: string; place: string; wants: string }) =>
    `${file}: ${place === '' ? 'it' : `“${place}”`} has to be ${wants}.`,
  played: ({ sent, refused }: { sent: number; refused: number }) =>
    refused === 0
      ? `Played: ${counted(sent, 'arrival')}.`
      : `Played: ${counted(sent, 'arrival')}; ${counted(refused, 'was', 'were')} refused.`,
  recorded: ({ file, count }: { file: string; count: number }) =>
    `${counted(count, 'arrival')} in ${file}; names, numbers, addresses and secrets are replaced. Look it through before you hand it on.`,
  // demo
  demo_over: ({ folder, address }: { folder: string; address: string }) =>
    `Norma runs over ${folder} (${address}). Stop it, make the demo, start it again.`,
  demo_deals: 'Deals of three months',
  demo_people: ({ people, deals, open, won, completed, lost, cancelled }: Demo) =>
    `${counted(people, 'person', 'people')}; ${counted(deals, 'deal')}: ${open} open, ${won} won and being delivered, ${completed} completed, ${lost} lost, ${cancelled} cancelled.`,
  demo_tasks: ({ open, overdue }: { open: number; overdue: number }) =>
    `${counted(open, 'open task')}, ${overdue} of them overdue. Plans for months, quarter, half-year and year.`,
  demo_made: ({ seconds }: { seconds: string }) => `Made in ${seconds} s. Look at it:`,
  // search
  search_lists: 'Lists of deals',
  search_deals: 'deals',
  clients_adopted: ({ deals, made, linked, redacted }: Adopted) =>
    `${counted(deals, 'deal')} looked through: ${counted(made, 'client')} got a card, ${counted(linked, 'deal was', 'deals were')} linked to a card that was there, ${counted(redacted, 'event says', 'events say')} nothing of clients any more.`,
  clients_would: ({ deals, made, linked }: Adopted) =>
    `${counted(deals, 'deal')} looked through, nothing was written: about ${counted(made, 'client')} would get a card, ${counted(linked, 'deal')} be linked to a card.`,
  register_loaded: ({ found, added, known, refused }: Registered) =>
    `${counted(found, 'row')}: ${counted(added, 'paper')} loaded, ${counted(known, 'was', 'were')} here already, ${counted(refused, 'was', 'were')} not taken.`,
  register_would: ({ found, added, known, refused }: Registered) =>
    `${counted(found, 'row')}, nothing was written: ${counted(added, 'paper')} would be loaded, ${counted(known, 'is', 'are')} here already, ${refused} would not be taken.`,
  register_more: ({ count }: { count: number }) => `… and ${count} more.`,
  search_rebuilt: ({ deals }: { deals: number }) =>
    `Deals that the search finds by what they say now: ${deals}, all of them.`,
  // dead letters, schedules
  not_running: ({ folder }: { folder: string }) =>
    `No Norma runs over ${folder}. Start it with: npx norma start --data ${folder}`,
  door_answered: ({ address, status, text }: { address: string; status: number; text: string }) =>
    `Norma at ${address} answered ${status}: ${text}`,
  door_gone: ({ address }: { address: string }) => `Norma at ${address} does not answer any more.`,
  no_letters: 'There are no dead letters.',
  redriven: ({ count }: { count: number }) =>
    count === 1
      ? '1 dead letter was given to its consumer again.'
      : `${count} dead letters were given to their consumers again.`,
  letter: ({ ids, consumer }: { ids: readonly string[]; consumer?: string | undefined }) =>
    `There is no dead letter ${ids.map((id) => `“${id}”`).join(', ')}${consumer === undefined ? '' : ` of ${consumer}`}. norma dead-letters shows which there are.`,
  consumer: ({ id, guess, known }: { id: string; guess?: string | undefined; known: readonly string[] }) =>
    `There is no consumer “${id}”.${meantEn(guess)} There are: ${known.join(', ')}.`,
  has_run: ({ schedule }: { schedule: string }) => `${schedule} has run.`,
  schedule: ({ id, guess, known }: { id: string; guess?: string | undefined; known: readonly string[] }) =>
    `There is no schedule “${id}”.${meantEn(guess)} There are: ${known.join(', ')}.`,
  // automation
  paused: ({ rule, line }: { rule: string; line: number }) =>
    `“${rule}” (line ${line}) is paused and does nothing until: norma resume ${rule}`,
  resumed: ({ rule, line }: { rule: string; line: number }) =>
    `“${rule}” (line ${line}) runs again, for what happens from now on.`,
  no_reason: 'no reason given',
  // people
  people_action: ({ written }: { written: string }) => `norma people can do invite and rescue, not “${written}”.`,
  invite_whom: ({ known }: { known: readonly string[] }) =>
    `Say who is invited: norma people invite EMPLOYEE. There are: ${known.join(', ')}.`,
  invite_picked: ({ address }: { address: string }) =>
    `In a demo company everybody chooses who to be, at ${address}: a link is not needed.`,
  invited: ({ name, day }: { name: string; day: string }) =>
    `A link for ${name}, good once, until ${day}. Whoever opens it is ${name}: send it to nobody else.`,
  people_kept: ({ ids }: { ids: readonly string[] }) =>
    `Nothing was changed: ${ids.join(', ')} may change everybody (people_edit: all).`,
  people_rescued: ({ id }: { id: string }) => `“${id}” is active and may change everybody again (people_edit: all).`,
  people_whom: ({ known }: { known: readonly string[] }) =>
    `Say who gets the right: norma people rescue --as EMPLOYEE. There are: ${known.join(', ')}.`,
  people_nobody: ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no employee “${id}”. There are: ${known.join(', ')}.`,
  // report
  leak_usage:
    'Say whose reading and of which days: “norma leak --employee anna.petrova --from 2026-11-01 --to 2026-11-30”.',
  leak_format: ({ written }: { written: string }) => `There is no format “${written}”. Write table or json.`,
  leak_sum: ({ persons, companies, gone, reveals, rows, searches, taken }: LeakSum) =>
    `Opened: cards of ${counted(persons, 'person', 'people')} and ${counted(companies, 'company', 'companies')}, ${gone} that are gone since. Numbers and addresses shown: ${reveals}; other people’s clients listed or taken out: ${rows}; searches: ${searches}; files: ${taken}.`,
  report_format: ({ written }: { written: string }) =>
    `There is no format “${written}”. Write table, csv, xlsx or json.`,
  workbook: 'A workbook cannot be shown in a terminal. Name a file for it: --out report.xlsx',
  // import
  bringing: 'Everything is written. Bringing tasks, plan, boards and reports up to date…',
  to_come: 'Events still to come',
  packing: 'Packing the facts of reports…',
  follows_later:
    'Everything is written. Tasks, plan, boards and reports are brought up to date while Norma runs; nothing has to be done for it.',
  cut_off: ({ mapping }: { mapping: string }) =>
    `The import was cut off. What is told above as made is kept; “norma import ${mapping}” goes on from there and makes nothing twice.`,
  dry_cut_off: 'The dry run was cut off. Nothing was written.',
  interrupted: 'Somebody asked it to end.',
  nothing_imported: 'Nothing was imported.',
  dry_run: 'A dry run: nothing was written.',
  taken: ({ file, rows, kind, parts }: Taken) => `${file}: ${counted(rows, 'line')}; ${kind}: ${parts.join(', ')}.`,
  taken_so_far: ({ file, rows, kind, parts }: Taken) =>
    `${file}, as far as it came: ${counted(rows, 'line')}; ${kind}: ${parts.join(', ')}.`,
  going: ({ made, there, leftOut }: { made: number; there: number; leftOut: number }) =>
    `made ${made}, there ${there}, left out ${leftOut}`,
  speed: ({ rows, seconds, speed }: { rows: number; seconds: string; speed: number }) =>
    `${counted(rows, 'line')} in ${seconds} s, ${counted(speed, 'row')}/s.`,
  would_be: ({ count, kind }: { count: number; kind: Kind }) =>
    `${count} would be ${kind === 'targets' ? 'set' : 'made'}`,
  made: ({ count, kind }: { count: number; kind: Kind }) => `${count} ${kind === 'targets' ? 'set' : 'made'}`,
  continued: ({ count }: { count: number }) => `${count} begun earlier and finished now`,
  there: ({ count }: { count: number }) => `${count} there already`,
  left_out: ({ count }: { count: number }) => `${count} left out`,
  passed_over: ({ count }: { count: number }) => `${count} passed over, as a file before tells of them`,
}

type Taken = { readonly file: string; readonly rows: number; readonly kind: Kind; readonly parts: readonly string[] }

function peopleOf(active: readonly Person[]): string {
  return active.map(({ id, roles }) => `${id} (${roles.join(', ')})`).join('; ')
}
