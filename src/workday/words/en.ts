/** Why a new company is not set up, in English, by code. */
export const en = {
  company_begun:
    'This company has been set up already. What it is called, who works there and its rules have pages of their own.',
  'field_value.beginning': ({ said }: { said: string }) => said,
  handover_unknown: ({ id }: { id: string }) => `There is no handover “${id}”, or it is not yours.`,
  'handover_state.running':
    'The handover is still under way. When it is done, what nobody has changed can be given back.',
  'version_conflict.handover': 'Somebody else gives it back already. Read it again.',
  'field_value.until_stays':
    'What is given until a day is tasks alone: deals and clients stay. Leave “what” out, or give everything for good.',
  'field_value.until_past': ({ until }: { until: string }) =>
    `Nothing can come back on ${until}: that day is over or today. Name a later one.`,
  'nobody_to_give_to.self': ({ id }: { id: string }) => `“${id}” cannot take over from themselves. Name somebody else.`,
  'too_many_changes.handover': ({ most }: { most: number }) =>
    `There are more than ${most} things. Give them over in parts: deals, clients and tasks each by themselves.`,
} as const
