import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

const unknown = ['forbidden', 'integration_unknown'] as const
const ofTalk = ['talk_unknown'] as const
const input = ['field_value', 'employee_unknown', 'rules_unknown'] as const

/** What the description of the interface says about what is connected. */
export const described = {
  chapter: 85,
  operations: {
    createIntegration: {
      tag: 'Integrations',
      summary: 'Connect a telephone exchange or the forms of a site',
      description:
        'The secrets that are ours are made here and shown this once, with what to enter where in the account of the provider.',
      refusals: ['forbidden', ...input, 'version_conflict'],
    },
    listIntegrations: { tag: 'Integrations', summary: 'Everything that is connected', refusals: ['forbidden'] },
    readIntegration: { tag: 'Integrations', summary: 'One of them, without its secrets', refusals: [...unknown] },
    saveIntegration: {
      tag: 'Integrations',
      summary: 'Set its name, numbers, logins, zone and sites',
      refusals: [...unknown, ...input, 'version_conflict'],
    },
    rotateIntegrationSecret: {
      tag: 'Integrations',
      summary: 'Make new secrets',
      description: 'They are shown this once. For 24 hours the old ones are good beside them.',
      refusals: [...unknown, 'field_value', 'version_conflict'],
    },
    pauseIntegration: {
      tag: 'Integrations',
      summary: 'Keep what comes unread, or let it be read again',
      refusals: [...unknown, 'version_conflict'],
    },
    testIntegration: {
      tag: 'Integrations',
      summary: 'Whether anything is heard of it, and what of it belongs to nobody',
      refusals: [...unknown],
    },
    listArrivals: {
      tag: 'Integrations',
      summary: 'What came by it, without the bytes, the newest first',
      description: 'Kept for 30 days. What could not be read says why.',
      refusals: [...unknown],
    },
    replayArrivals: {
      tag: 'Integrations',
      summary: 'Read again what could not be read or was kept unread',
      description: 'What was read before changes nothing.',
      refusals: [...unknown, 'field_value', 'rules_unknown'],
    },
    nameOfIntegration: {
      tag: 'Integrations',
      summary: 'Say whose a number, a form or a login is',
      refusals: [...unknown, ...input, 'version_conflict'],
    },
    readIntegrationDays: {
      tag: 'Integrations',
      summary: 'What came by it day by day',
      refusals: [...unknown],
    },
    listUnanswered: {
      tag: 'Talks',
      summary: 'Who waits for us: missed calls, messages and requests',
      description: 'What is due first comes first. `of=team` adds what is owed by everybody the caller leads.',
      refusals: [],
    },
    listSpam: {
      tag: 'Talks',
      summary: 'What was taken for a robot’s in the last 30 days',
      refusals: ['forbidden'],
    },
    readDealConversation: {
      tag: 'Talks',
      summary: 'Everything that was said about a deal, with its notes',
      refusals: ['deal_unknown'],
    },
    readClientConversation: {
      tag: 'Talks',
      summary: 'Everything that was said with a client',
      refusals: ['client_unknown'],
    },
    readTalk: { tag: 'Talks', summary: 'The talk with one number or address', refusals: [...ofTalk] },
    takeTalk: {
      tag: 'Talks',
      summary: 'Make what is owed in a talk one’s own',
      refusals: [...ofTalk, 'forbidden'],
    },
    dismissTalk: {
      tag: 'Talks',
      summary: 'Say that whoever is on the other side is not a client',
      description: 'What is owed to them is owed no more, nor what they try later; their calls are kept.',
      refusals: [...ofTalk],
    },
    returnTalk: {
      tag: 'Talks',
      summary: 'Take back that somebody is not a client',
      description: 'What was owed to them then is owed again, with the date it had.',
      refusals: [...ofTalk, 'rules_unknown'],
    },
    pickTalkDeal: {
      tag: 'Talks',
      summary: 'Say which of a client’s open deals a talk is about',
      description:
        'What waits belongs to that deal and is owed by its owner, with the date it had; later messages of the thread follow. Said again it changes nothing; said of another deal it corrects the first.',
      refusals: [...ofTalk, 'field_value'],
    },
    tellCall: {
      tag: 'Talks',
      summary: 'Record a call from one’s own phone',
      description: 'It pays what is owed like any other call, and is marked as told.',
      refusals: [...ofTalk, 'field_value', 'rules_unknown'],
    },
    dialTalk: {
      tag: 'Talks',
      summary: 'Have an exchange call',
      description:
        'It rings the caller’s own extension, and the client when they have picked up. Whoever may not see the number may call it. Said again within ten seconds it is refused, so that nobody is rung twice. The call is told by the exchange like any other.',
      refusals: [...ofTalk, 'field_value'],
    },
    makeTalkDeal: {
      tag: 'Talks',
      summary: 'Make a deal of what somebody asked for',
      description: 'It is the caller’s; its first reply is timed from when the client turned to us.',
      refusals: [...ofTalk, 'field_value', 'rules_unknown'],
    },
    writeToDeal: {
      tag: 'Talks',
      summary: 'Write to the client of a deal',
      description:
        'By what the client wrote by last, or by what is named in `by`; by mail also first, to an address on the client’s card, with files of the deal. It is sent a moment later; how far it has come stands in the conversation. The same Idempotency-Key writes once.',
      refusals: ['deal_unknown', 'forbidden', 'field_value', 'rules_unknown'],
    },
    writeToTalk: {
      tag: 'Talks',
      summary: 'Write to whoever is outside',
      refusals: [...ofTalk, 'field_value', 'rules_unknown'],
    },
    listTemplates: {
      tag: 'Talks',
      summary: 'Templates that a messenger has approved',
      description:
        'Asked for at the provider just now; those that text alone fills. They may be written when the time for free text is over.',
      refusals: [...ofTalk, ...unknown, 'field_value'],
    },
    openAttachment: {
      tag: 'Talks',
      summary: 'A file that came with a message',
      description: 'The address is good for a minute, and hands it out as a download.',
      refusals: [...ofTalk, 'field_value'],
    },
    settleMessage: {
      tag: 'Talks',
      summary: 'Say whether a message has left',
      description:
        'Where a process was cut off between sending and noting it, nobody knows whether it left, and it is not sent again by itself.',
      refusals: [...ofTalk, 'field_value'],
    },
    hearRecording: {
      tag: 'Talks',
      summary: 'Listen to a recorded call',
      description:
        'Who asks is kept. The address is good for a minute. A recording is fetched from the provider of the call and kept as long as `calls.recordings` says; until it is here, and where it is not to be had, the refusal says so.',
      refusals: [...ofTalk, 'forbidden', 'field_value'],
    },
    listHearings: {
      tag: 'Talks',
      summary: 'Who listened to the calls of a talk',
      refusals: [...ofTalk, 'forbidden'],
    },
    restoreRequest: {
      tag: 'Talks',
      summary: 'Bring back what was taken for a robot’s',
      description: 'It becomes what the file says, with the clock of when it came. Once is enough.',
      refusals: ['forbidden', 'field_value', 'rules_unknown'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
