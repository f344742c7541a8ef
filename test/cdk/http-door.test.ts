import { expect, test } from 'vitest'

import { pagePaths, rawRoutes } from '#cdk/http-door'

import { only, synthesized } from './synthesized'

const template = await synthesized()
const routes = Object.values(template.ofType('AWS::ApiGatewayV2::Route'))

test('whatever is asked reaches a function that looks itself at the token, the key or the cookie', () => {
  const pages = [...pagePaths, ...rawRoutes].map((path) => `ANY ${path}`)

  expect(pagePaths).toEqual(['/', '/app', '/app/{proxy+}'])
  expect(routes.map(({ Properties }) => Properties.RouteKey).toSorted()).toEqual(['$default', ...pages].toSorted())
  // One kind of token a route is all that a gateway knows, and it would turn away every program that comes with a key.
  expect(routes.map(({ Properties }) => Properties.AuthorizationType ?? 'NONE')).toEqual(routes.map(() => 'NONE'))
  expect(template.ofType('AWS::ApiGatewayV2::Authorizer')).toEqual({})
})

test('the functions that answer trust the tokens of the issuer and for the audience named at deployment', () => {
  const functions = Object.values(template.ofType('AWS::Lambda::Function')).filter(({ Properties }) =>
    /HTTP API|pages/i.test(String(Properties.Description)),
  )

  expect(functions).toHaveLength(2)
  for (const { Properties } of functions) {
    expect(Properties.Environment.Variables).toMatchObject({
      NORMA_ISSUER: { Ref: 'Issuer' },
      NORMA_AUDIENCE: { Ref: 'Audience' },
    })
  }
})

test('requests are limited and each leaves one line of JSON', () => {
  const stage = only(template.ofType('AWS::ApiGatewayV2::Stage'))
  const format: unknown = JSON.parse(stage.Properties.AccessLogSettings.Format)

  expect(stage.Properties).toMatchObject({
    StageName: '$default',
    DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
    RouteSettings: {
      'ANY /in/{integration}': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
      'ANY /in/{integration}/{tail+}': { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    },
  })
  expect(format).toMatchObject({
    status: '$context.status',
    route: '$context.routeKey',
  })
  // The address of a calendar is its secret, and it would stand in the log for a month.
  expect(JSON.stringify(format)).not.toMatch(/context\.(path|routeKey\.path|requestPath|customDomain)/)
})

test('browsers of other sites are not let in', () => {
  const api = only(template.ofType('AWS::ApiGatewayV2::Api'))

  expect(api.Properties.CorsConfiguration).toBeUndefined()
})
