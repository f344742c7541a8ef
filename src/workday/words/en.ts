/** Why a new company is not set up, in English, by code. */
export const en = {
  company_begun:
    'This company has been set up already. What it is called, who works there and its rules have pages of their own.',
  'field_value.beginning': ({ said }: { said: string }) => said,
} as const
