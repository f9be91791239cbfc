import { randomUUID } from 'node:crypto'
import type { Audit } from '../audit.ts'
import type { Session, Snapshot } from '../deps.ts'
import { Problem } from '../problem.ts'
import type { Person } from '../session.ts'
import { holds, requireTestable, speaksOfNewest } from './claim.ts'
import type { Asked, Entry, Figure } from './entry.ts'
import { readFigure, type Source } from './figure.ts'
import { addEntry, waitingAnswer, type Inquiry } from './inquiry.ts'
import { Journal } from './journal.ts'
import {
  mayAnswer,
  mayDecide,
  mayRead,
  requireAnswerable,
  requireApplicable,
  requireSupervisor,
} from './reach.ts'
import { requireDueDay, type Answer, type Decision, type Question } from './request.ts'

type Options = {
  source: Source
  audit: Audit
  onFault: (error: unknown) => void
  now?: () => Date
}

/** A question is re-read for a load, and an answer checked, with the eyes of one who sees all. */
const everywhere = { user: 'system', role: 'evaluator', region: '000000' } as const

/** 督办: questions about figures, their answers, and what the next load said of them. */
export class Inquiries {
  readonly #options: Options
  readonly #journal: Journal
  readonly #all = new Map<string, Inquiry>()
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(options: Options, journal: Journal, entries: Entry[]) {
    this.#options = options
    this.#journal = journal
    for (const entry of entries) addEntry(this.#all, entry)
  }

  /** Throws an Error where the journal cannot be read. */
  static async open(warehouse: string, options: Options): Promise<Inquiries> {
    const { journal, entries } = await Journal.open(warehouse, options.onFault)
    return new Inquiries(options, journal, entries)
  }

  today(): string {
    return this.#now().slice(0, 10)
  }

  /** Those that the person may read, of the data in use: real or demonstration, never both. */
  list(person: Person): Inquiry[] {
    return [...this.#all.values()].filter((one) => this.#isOfThisData(one) && mayRead(person, one))
  }

  /** Throws Problem: not a supervisor, another province's region (403), or a field is wrong (400). */
  async ask(session: Session, question: Question): Promise<Inquiry> {
    requireSupervisor(session)
    requireDueDay(question.dueOn, this.today())
    const { dataset, figure } = await readFigure(this.#options.source, session, question)
    const { tree, top, snapshot } = dataset
    requireAnswerable(top)
    requireApplicable(figure, top)
    const path: string[] = []
    for (let at = tree.get(top.code); at?.level !== 'nation' && at; at = tree.get(at.parent ?? ''))
      path.unshift(at.code)
    const asked: Asked = {
      ...this.#signed('asked', randomUUID(), session, question.text),
      demonstration: snapshot.manifest.demonstration !== null,
      ...{ plan: question.plan, indicator: question.indicator, dueOn: question.dueOn },
      ...{ region: top.code, regionName: top.name, path, figure },
    }
    return this.#inTurn(() => this.#keep(asked, session))
  }

  /** Throws Problem: out of reach (403), no such inquiry (404), already changed (409). */
  async answer(person: Person, id: string, { text, claim, version }: Answer): Promise<Inquiry> {
    const { asked } = this.#find(person, id)
    const { figure } = await this.#figureNow(asked)
    requireTestable(claim, figure)
    return this.#inTurn(() => {
      const inquiry = this.#unchanged(person, id, version)
      if (!mayAnswer(person, inquiry))
        throw refused('只有被督办地区的答复账号可以答复待答复的督办。')
      this.#requireCurrent(figure)
      const signed = this.#signed('answered', id, person, text)
      return this.#keep({ ...signed, claim, figure }, person)
    })
  }

  /** A supervisor closes it or asks again. Throws as `answer`. */
  async decide(
    person: Person,
    id: string,
    { text, decision, version }: Decision,
  ): Promise<Inquiry> {
    return this.#inTurn(() => {
      const inquiry = this.#unchanged(person, id, version)
      if (!mayDecide(person, inquiry)) throw refused('只有本省的督导账号可以办结或退回督办。')
      const isSame = inquiry.state === (decision === 'closed' ? 'closed' : 'open')
      if (isSame) throw new Problem(409, 'already_so', '该督办已处于这一状态，请刷新后查看。')
      return this.#keep(this.#signed(decision, id, person, text), person)
    })
  }

  /** After a load: every answer given before it is put to the test, and closes or opens again. */
  async retest(snapshot: Snapshot): Promise<void> {
    for (const inquiry of [...this.#all.values()].filter((one) => this.#isOfThisData(one)))
      await this.#retestOne(inquiry, snapshot).catch(this.#options.onFault)
  }

  async close(): Promise<void> {
    await this.#queue.catch(() => undefined)
    await this.#journal.close()
  }

  async #retestOne(inquiry: Inquiry, snapshot: Snapshot): Promise<void> {
    const answer = waitingAnswer(inquiry)
    if (answer === undefined || answer.figure.snapshot === snapshot.id) return
    const asOf = speaksOfNewest(answer.claim) ? snapshot.asOf : inquiry.asked.figure.asOf
    const wanted = { ...inquiry.asked, snapshot: snapshot.id, asOf }
    const { figure, isRate } = await readFigure(this.#options.source, everywhere, wanted)
    const result = { holds: holds(answer, figure, isRate), figure }
    await this.#inTurn(async () => {
      if (this.#all.get(answer.id) !== inquiry) return
      await this.#keep({ event: 'retested', id: answer.id, at: this.#now(), ...result })
    })
  }

  async #figureNow({ plan, indicator, region, figure }: Asked) {
    const wanted = { plan, indicator, region, asOf: figure.asOf }
    return readFigure(this.#options.source, everywhere, wanted)
  }

  #isOfThisData({ asked }: Inquiry): boolean {
    const { manifest } = this.#options.source.snapshots.get()
    return asked.demonstration === (manifest.demonstration !== null)
  }

  /** What one may not read is not there. */
  #find(person: Person, id: string): Inquiry {
    const found = this.#all.get(id)
    if (found && this.#isOfThisData(found) && mayRead(person, found)) return found
    throw new Problem(404, 'unknown_inquiry', '没有这条督办，或您的账号不能查看。')
  }

  #unchanged(person: Person, id: string, version: number): Inquiry {
    const inquiry = this.#find(person, id)
    if (inquiry.entries.length === version) return inquiry
    throw changed()
  }

  /** A load in between would leave the answer untested until the one after. */
  #requireCurrent({ snapshot }: Figure): void {
    if (snapshot !== this.#options.source.snapshots.get().id) throw changed()
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString()
  }

  #signed<Event extends string>(
    event: Event,
    id: string,
    { user }: { user: string },
    text: string,
  ) {
    return { event, id, at: this.#now(), by: user, text }
  }

  /** Checks and writes happen one after another, so that of two answers at once one is refused. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => undefined)
    return done
  }

  async #keep(entry: Entry, person?: Person | Session): Promise<Inquiry> {
    await this.#journal.append(entry)
    const { user, role } = person ?? everywhere
    this.#options.audit({ event: `inquiry_${entry.event}`, user, role, inquiry: entry.id })
    return addEntry(this.#all, entry)
  }
}

function changed(): Problem {
  return new Problem(409, 'changed', '该督办或数据刚刚有了变化，请刷新查看后再提交。')
}

function refused(sentence: string): Problem {
  return new Problem(403, 'no_permission', sentence)
}
