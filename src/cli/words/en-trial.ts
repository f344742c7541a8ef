import { meantEn } from './lists'

/** What `norma test` and `norma simulate` say beside what was tried. */
export const enTrial = {
  min_coverage: ({ written }: { written: string }) => `--min-coverage takes a percentage such as 90, not “${written}”.`,
  tests_missing: ({ tests, rules }: { tests: string; rules: string }) =>
    `There is no file ${tests}. Write the tests of ${rules} into it: docs/testing-rules.md shows how.`,
  test_unknown: ({ name }: { name: string }) => `No test is called like “${name}”.`,
  what_to_simulate: 'Say what to simulate: “--deal new” for a new deal, or “--last 90d” for the history of real ones.',
  last: ({ written }: { written: string }) => `--last takes a length such as 90d, 12w or 3m, not “${written}”.`,
  comes_at: ({ written }: { written: string }) => `--at takes a time such as "2026-12-31 17:40", not “${written}”.`,
  set: ({ written }: { written: string }) => `--set takes field=value, such as amount=100000, not “${written}”.`,
  stage_alone: '--stage needs --pipeline beside it.',
  field: ({ id, guess }: { id: string; guess?: string | undefined }) => `There is no field “${id}”.${meantEn(guess)}`,
  field_computed: ({ id, reads }: { id: string; reads: readonly string[] }) =>
    `“${id}” is computed. Set ${reads.join(' and ')} instead.`,
}
