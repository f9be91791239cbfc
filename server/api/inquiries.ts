import { json, Router, type Request, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { asyncHandler } from '../async-handler.ts'
import type { Deps, Session } from '../deps.ts'
import type { Inquiries } from '../inquiries/inquiries.ts'
import { isOverdue, type Inquiry } from '../inquiries/inquiry.ts'
import { mayAnswer, mayDecide } from '../inquiries/reach.ts'
import { readAnswer, readDecision, readQuestion } from '../inquiries/request.ts'
import { Problem } from '../problem.ts'
import type { Person } from '../session.ts'

const WINDOW_MS = 10 * 60 * 1000
const WRITES_A_WINDOW = 120

/** 督办: a supervisor asks, a respondent answers, the next load puts the answer to the test. */
export function inquiriesRouter(deps: Deps, inquiries: Inquiries | undefined): Router {
  const router = Router()
  const desk = () => {
    if (inquiries === undefined) throw new Problem(404, 'no_inquiries', '本系统没有开通督办。')
    return inquiries
  }
  const shown = (person: Person, inquiry: Inquiry) => shownTo(person, inquiry, desk().today())
  router.get('/api/inquiries', (request, response) => {
    if (Object.keys(request.query).length > 0)
      throw new Problem(400, 'bad_request', '督办清单不接受参数。')
    const person = deps.personOf(request)
    const list = desk().list(person)
    response.json({
      snapshot: deps.snapshots.get().id,
      today: desk().today(),
      mayAsk: person.role === 'supervisor',
      inquiries: list.map((one) => shown(person, one)),
    })
  })
  const post = (path: string, act: (request: Request, person: Person) => Promise<Inquiry>) =>
    router.post(
      path,
      limitWrites(deps),
      json({ limit: '8kb' }),
      asyncHandler(async (request, response) => {
        const person = deps.personOf(request)
        response.status(201).json(shown(person, await act(request, person)))
      }),
    )
  post('/api/inquiries', async (request) => {
    const session: Session = deps.sessionOf(request)
    return desk().ask(session, readQuestion(request.body))
  })
  post('/api/inquiries/:inquiry/answers', async (request, person) =>
    desk().answer(person, idOf(request), readAnswer(request.body)),
  )
  post('/api/inquiries/:inquiry/decisions', async (request, person) =>
    desk().decide(person, idOf(request), readDecision(request.body)),
  )
  return router
}

function idOf({ params }: Request): string {
  return String(params['inquiry'])
}

function shownTo(person: Person, inquiry: Inquiry, today: string) {
  const { asked, entries, state } = inquiry
  const { id, plan, indicator, region, regionName, path, dueOn, figure } = asked
  return {
    ...{ id, plan, indicator, region, regionName, path, dueOn, figure, state },
    version: entries.length,
    overdue: isOverdue(inquiry, today),
    mayAnswer: mayAnswer(person, inquiry),
    mayDecide: mayDecide(person, inquiry),
    entries: entries.map((entry) => ({
      event: entry.event,
      at: entry.at,
      by: 'by' in entry ? entry.by : null,
      text: 'text' in entry ? entry.text : null,
      claim: 'claim' in entry ? entry.claim : null,
      holds: 'holds' in entry ? entry.holds : null,
      figure: 'figure' in entry ? entry.figure : null,
    })),
  }
}

function limitWrites({ personOf }: Deps): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: WRITES_A_WINDOW,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: (request) => personOf(request).user,
    handler: (_request, _response, next) =>
      next(new Problem(429, 'too_many_inquiries', '提交过于频繁，请十分钟后再试。')),
  })
}
